import { setTimeout as sleep } from 'node:timers/promises';
import type { HostTurns } from './hostTurns.ts';
import { createWaitingLine, type WaitingLine } from './waitingLine.ts';

/** Pause between the starts of two requests to one public host, in milliseconds; what careful crawlers allow themselves. */
const DEFAULT_SPACING_MS = 1_000;

/** Longer waits go back to the queue, so that other hosts' work gets the worker. */
const MAX_WAIT_MS = 30_000;

/** Requests of this process that wait for one host; a worker has 16 places, and other hosts want theirs. */
const MAX_LINE = 12;

/** Whether a host is the operator's own is looked up again after this, in milliseconds. */
const OWN_MAX_AGE_MS = 10 * 60_000;

const MAX_HOSTS = 10_000;

export interface HostGate {
  /**
   * Runs `work` when its host may be asked again.
   * @throws {HostBusyError} when that is more than half a minute away, or too many wait already.
   */
  run<T>(url: string, work: () => Promise<T>, options?: { spacingMs?: number | undefined; signal?: AbortSignal | undefined }): Promise<T>;
  /** Asks a host nothing for a while, because it said so (Retry-After). */
  pause(url: string, durationMs: number): Promise<void>;
}

/** The host is not to be asked before `retryAfterMs` have passed; the request was not made. */
export class HostBusyError extends Error {
  override readonly name = 'HostBusyError';
  readonly retryAfterMs: number;

  constructor(host: string, retryAfterMs: number) {
    super(`${host} is not to be asked again for ${Math.ceil(retryAfterMs / 1000)} s`);
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Lets requests to a host through one after the other, as its turns allow: within this process in the order in which they came, and only the
 * first of them asks for the turn. Hosts of the operator's own network are not spaced.
 */
export function createHostGate(options: {
  isOwnNetwork: (url: string) => Promise<boolean>;
  turns: HostTurns;
  spacingMs?: number | undefined;
}): HostGate {
  const { isOwnNetwork, turns, spacingMs: usualSpacingMs = DEFAULT_SPACING_MS } = options;
  const lines = new Map<string, WaitingLine>();
  const reserved = new Map<string, number>();
  const owned = new Map<string, { own: Promise<boolean>; until: number }>();

  const lineOf = (host: string) => {
    const line = lines.get(host) ?? createWaitingLine();
    lines.set(host, line);
    return line;
  };

  const isOwn = (url: string) => {
    const { host } = new URL(url);
    const known = owned.get(host);
    if (known !== undefined && known.until > Date.now()) return known.own;
    if (owned.size >= MAX_HOSTS) owned.clear();
    const own = isOwnNetwork(url);
    owned.set(host, { own, until: Date.now() + OWN_MAX_AGE_MS });
    return own;
  };

  /** Whoever is sent away is told a time of its own, after those who were sent away before. */
  const reserve = (host: string, leastMs: number, spacingMs: number): number => {
    const at = Math.max(Date.now() + Math.max(leastMs, 1_000), (reserved.get(host) ?? 0) + spacingMs);
    if (reserved.size >= MAX_HOSTS) reserved.clear();
    reserved.set(host, at);
    return at - Date.now();
  };

  const waitForTurn = async (host: string, spacingMs: number, signal: AbortSignal | undefined) => {
    const line = lineOf(host);
    const ahead = line.length();
    if (ahead >= MAX_LINE || ahead * spacingMs > MAX_WAIT_MS) throw new HostBusyError(host, reserve(host, ahead * spacingMs, spacingMs));
    await line.enter(signal);
    try {
      const giveUpAt = Date.now() + MAX_WAIT_MS;
      for (;;) {
        signal?.throwIfAborted();
        const turn = await turns.take(host, spacingMs);
        if (turn.granted) return turn;
        if (Date.now() + turn.waitMs > giveUpAt) throw new HostBusyError(host, turn.waitMs);
        await sleep(turn.waitMs, undefined, { ...(signal && { signal }) });
      }
    } finally {
      line.leave();
      if (line.length() === 0) lines.delete(host);
    }
  };

  return {
    async run(url, work, { spacingMs = usualSpacingMs, signal } = {}) {
      if (await isOwn(url)) return work();
      const { release } = await waitForTurn(new URL(url).host, spacingMs, signal);
      try {
        return await work();
      } finally {
        // What can't be given back now ends by itself; the answer must not be lost for it.
        await release().catch(() => {});
      }
    },
    async pause(url, durationMs) {
      await turns.pause(new URL(url).host, durationMs);
    },
  };
}
