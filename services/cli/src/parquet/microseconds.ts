/**
 * Microseconds since 1970 of an instant as a connection in UTC writes it: `2025-11-03 10:00:00.123456+00`. The driver's own dates end at
 * milliseconds.
 * @throws {RangeError} when it is written otherwise.
 */
export function microseconds(text: string): bigint {
  const [, day, time, fraction = ''] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text) ?? [];
  if (day === undefined) throw new RangeError(`"${text}" is no instant in UTC`);
  return BigInt(Date.parse(`${day}T${time}Z`)) * 1000n + BigInt(fraction.padEnd(6, '0'));
}
