/** Month names and short forms. `May` and `March` are also words: they are months only beside a day or a year. */
export const months: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
);

/** Numbers that are written for years, without grouping. Outside of it four digits need a word such as `in` before them. */
const FIRST_USUAL_YEAR = 1900;
const LAST_USUAL_YEAR = 2059;

export function isUsualYear(digits: string): boolean {
  if (digits.length !== 4) return false;
  const year = Number(digits);
  return year >= FIRST_USUAL_YEAR && year <= LAST_USUAL_YEAR;
}

/** Years of forecasts: `by 2120`. */
export function isFarYear(digits: string): boolean {
  return digits.length === 4 && Number(digits) > LAST_USUAL_YEAR && Number(digits) < 2200;
}

export function isOldYear(digits: string): boolean {
  return digits.length === 4 && Number(digits) >= 1000 && Number(digits) < FIRST_USUAL_YEAR;
}

export function isDayOfMonth(digits: string): boolean {
  return digits.length <= 2 && Number(digits) >= 1 && Number(digits) <= 31;
}
