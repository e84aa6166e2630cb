/** Longer waits are a mistake or a refusal; the next regular attempt comes sooner. */
const MAX_RETRY_AFTER_MS = 24 * 3600 * 1000;

/**
 * Retry-After in milliseconds from `now`, in seconds or as an HTTP date (RFC 9110 §10.2.3), at most a day; null when absent or unreadable.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const text = value.trim();
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text) * 1000, MAX_RETRY_AFTER_MS);
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.min(Math.max(0, date - now), MAX_RETRY_AFTER_MS);
}
