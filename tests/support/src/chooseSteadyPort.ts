import { chooseFreePort } from '@newsledger/platform';

/** Below what systems give to connections that don't care (Linux from 32768, IANA from 49152), above what services are known by. */
const FIRST_PORT = 20_000;
const PORTS = 10_000;

/** A port of the loopback address that is free now, and that no connection gets by chance before it is used again. */
export async function chooseSteadyPort(): Promise<number> {
  for (;;) {
    const wanted = FIRST_PORT + Math.floor(Math.random() * PORTS);
    if ((await chooseFreePort(wanted)) === wanted) return wanted;
  }
}
