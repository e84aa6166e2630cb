/** How an outlet sets its numbers. Readers see little of it; programs that look for `$38 billion` do. */
export const typography = {
  plain: (text: string) => text,
  /** `$38\u202Fbillion`, `5\u00A0per cent`: amounts that never break at the end of a line. */
  unbreakable: (text: string) =>
    text
      .replace(/([$€£]\d[\d.,]*) (?=(?:thousand|million|billion|trillion)\b)/g, '$1\u202F')
      .replace(/(\d) (?=(?:per cent|gigawatts?|megawatts?|GW|MW)\b)/g, '$1\u00A0'),
  /** `500\u2009000` for 500,000, as the International System of Units has it. */
  thinGroups: (text: string) => text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '\u2009'),
} as const satisfies Record<string, (text: string) => string>;
