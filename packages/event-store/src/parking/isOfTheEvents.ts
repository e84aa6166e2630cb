/**
 * Classes of SQLSTATE that say that what was to be written doesn't fit: cardinality, data, integrity, an exception that a function raised,
 * and limits such as the length of an index entry. All others (connections, resources, locks, an older schema) say nothing about the events.
 */
const CLASSES_OF_DATA: ReadonlySet<string> = new Set(['21', '22', '23', 'P0', '54']);

/**
 * Whether handling the same events again must fail in the same way. To be asked when the connection is known to work still: an error without
 * a code is then one of our own code's.
 */
export function isOfTheEvents(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const code = 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return true;
  // Node's own errors have a code too: ERR_… for a wrong argument, which is of the events, and ECONNRESET and the like, which are not.
  if (code.startsWith('ERR_')) return true;
  return /^[0-9A-Z]{5}$/.test(code) && CLASSES_OF_DATA.has(code.slice(0, 2));
}
