type Headers = Readonly<Record<string, string>>;

/**
 * For how long an answer stays fresh, in milliseconds from `now`: Cache-Control's max-age less the Age it came with, else Expires
 * (RFC 9111 §4.2). 0 when it is to be asked for anew each time; null when nothing is said.
 */
export function freshForMs(headers: Headers, now: number): number | null {
  const cacheControl = headers['cache-control'] ?? '';
  if (/\b(no-cache|no-store)\b(?!\s*=)/i.test(cacheControl)) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})/i.exec(cacheControl)?.[1];
  if (maxAge !== undefined) return Math.max(Number(maxAge) - ageSeconds(headers), 0) * 1000;
  if (headers.expires === undefined) return null;
  const expires = Date.parse(headers.expires);
  // "Expires: 0" and the like are in the past (§5.3).
  if (Number.isNaN(expires)) return 0;
  const date = Date.parse(headers.date ?? '');
  return Math.max(expires - (Number.isNaN(date) ? now : date) - ageSeconds(headers) * 1000, 0);
}

function ageSeconds({ age }: Headers): number {
  return /^\d{1,12}$/.test(age ?? '') ? Number(age) : 0;
}
