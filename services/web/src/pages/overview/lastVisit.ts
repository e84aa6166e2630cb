/** What a browser remembers of its visits: no person, no machine, only how far the changes were shown. */
export interface Visit {
  /** The latest change that the visit before this one had been shown; null on a first visit. */
  readonly since: Date | null;
}

/** Pages opened within so long of each other are one visit: reloading one takes nothing away. */
const SAME_VISIT_MS = 30 * 60_000;

const COOKIE = 'newsledger_seen';
const YEAR_SECONDS = 365 * 24 * 3600;
/** Before the visit, by now, and when that was, in milliseconds of base 36. */
const REMEMBERED = /(?:^|;\s*)newsledger_seen=([0-9a-z]{1,9})\.([0-9a-z]{1,9})\.([0-9a-z]{1,9})(?:;|$)/;

/** Which changes are new to whoever sends these cookies; what can't be read counts as none. */
export function visitOf(cookies: string | undefined, now: Date): Visit {
  const [, before, shown, at] = REMEMBERED.exec(cookies ?? '') ?? [];
  if (before === undefined || shown === undefined || at === undefined) return { since: null };
  const isSame = now.getTime() - Number.parseInt(at, 36) < SAME_VISIT_MS;
  return { since: new Date(Number.parseInt(isSame ? before : shown, 36)) };
}

/**
 * The cookie that remembers this visit.
 * @param shown the latest change that is on the page.
 */
export function rememberVisit({ since }: Visit, shown: Date, now: Date): string {
  const value = [since ?? shown, shown, now].map((time) => Math.max(time.getTime(), 0).toString(36)).join('.');
  return `${COOKIE}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax`;
}
