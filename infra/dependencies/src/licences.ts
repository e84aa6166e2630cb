/** Licences that let everybody use, change and pass on, by their SPDX ids (https://spdx.org/licenses/). */
export const allowedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  // File by file: whoever changes its files passes on those. None of ours are.
  'MPL-2.0',
  'PostgreSQL',
  'Unlicense',
]);

/** Whether an SPDX expression leaves a choice that is allowed: one side of each `OR`, and all of each `AND`. Nesting is not read, and not allowed. */
export function isAllowed(expression: string): boolean {
  return expression
    .split(/ OR /i)
    .some((choice) => choice.split(/ AND /i).every((id) => allowedLicences.has(id.replace(/^\(|\)$/g, '').trim())));
}
