/** One turn with a host: the request may start now, and `release` ends it. Or how long to wait before asking again. */
export type Turn = { granted: true; release: () => Promise<void> } | { granted: false; waitMs: number };

/** Who may ask which host when. */
export interface HostTurns {
  /** @param spacingMs pause until the host may be asked again. */
  take(host: string, spacingMs: number): Promise<Turn>;
  /** Nobody asks the host for so long. */
  pause(host: string, durationMs: number): Promise<void>;
}

/** Requests to one host at the same time, of all processes: a slow host is not asked faster than it answers. */
export const MAX_CONCURRENT = 2;
