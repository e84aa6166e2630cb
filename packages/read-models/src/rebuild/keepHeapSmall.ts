import { setFlagsFromString } from 'node:v8';

/** How much larger than what lives in it the heap may grow before it is cleared; V8 takes up to three times as much where there is room. */
const GROWING_PERCENT = 25;

/**
 * Makes this process take hardly more memory than it needs, for a sixth more processor time in its garbage collector.
 * @returns what gives V8 its own way again.
 */
export function keepHeapSmall(): () => void {
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
  return () => setFlagsFromString('--heap-growing-percent=0');
}
