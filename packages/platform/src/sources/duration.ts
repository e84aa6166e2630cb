const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

export const durationPattern = /^([1-9]\d{0,5})\s*(s|m|h|d)$/;

/**
 * `90s`, `15m`, `6h`, `1d` in seconds.
 * @throws {RangeError} on any other text.
 */
export function parseDurationSeconds(text: string): number {
  const [, amount, unit] = durationPattern.exec(text) ?? [];
  if (amount === undefined || !isUnit(unit)) throw new RangeError(`"${text}" is no duration such as 90s, 15m, 6h or 1d`);
  return Number(amount) * SECONDS[unit];
}

function isUnit(text: string | undefined): text is keyof typeof SECONDS {
  return text !== undefined && text in SECONDS;
}
