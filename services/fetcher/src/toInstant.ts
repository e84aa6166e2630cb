/** An instant in the catalogue's form; null when there is none or it is no date. */
export function toInstant(text: string | null): string | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  const date = new Date(time);
  return Number.isNaN(time) || date.getUTCFullYear() < 0 || date.getUTCFullYear() > 9999 ? null : date.toISOString();
}
