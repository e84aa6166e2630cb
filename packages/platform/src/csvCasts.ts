/** How values stand in CSV, for `csv-stringify`: the same in files, over the API and on the command line. */
export const csvCasts = {
  boolean: (value: boolean): string => String(value),
  date: (value: Date): string => value.toISOString(),
  object: (value: object): string => JSON.stringify(value),
  // What a spreadsheet would take for a formula is text of the news.
  string: (value: string): string => (/^[=+@\t\r]/.test(value) ? `'${value}` : value),
} as const;
