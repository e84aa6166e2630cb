import { setTimeout as sleep } from 'node:timers/promises';

/** Pause between the starts of two requests to one public host, in milliseconds; what careful crawlers allow themselves. */
const DEFAULT_SPACING_MS = 1_000;

/** Requests to one host at the same time: a slow host is not asked faster than it answers. */
const MAX_CONCURRENT = 2;

/** Longer waits go back to the queue, so that other hosts' work gets the worker. */
const MAX_WAIT_MS = 30_000;

/** Beyond this, hosts that are idle are forgotten. */
const MAX_HOSTS = 10_000;

export interface HostGate {
  /**
   * Runs `work` when its host may be asked again.
   * @throws {HostBusyError} when that is more than half a minute away.
   */
  run<T>(url: string, work: () => Promise<T>, options?: { spacingMs?: number | undefined; signal?: AbortSignal | undefined }): Promise<T>;
  /** Asks a host nothing for a while, because it said so (Retry-After). */
  pause(url: string, durationMs: number): void;
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

interface HostState {
  nextStartAt: number;
  active: number;
  readonly waiting: (() => void)[];
}

/**
 * Spaces the requests of this process to each host, and limits those at the same time. Hosts of the operator's own network are not
 * spaced.
 */
export function createHostGate(options: { isOwnNetwork: (url: string) => Promise<boolean>; spacingMs?: number }): HostGate {
  const spacingByDefault = options.spacingMs ?? DEFAULT_SPACING_MS;
  const hosts = new Map<string, HostState & { readonly own: Promise<boolean> }>();

  const stateOf = (url: string) => {
    const { host } = new URL(url);
    const known = hosts.get(host);
    if (known !== undefined) return { host, state: known };
    if (hosts.size >= MAX_HOSTS) forgetIdle(hosts);
    const state = { nextStartAt: 0, active: 0, waiting: [], own: options.isOwnNetwork(url) };
    hosts.set(host, state);
    return { host, state };
  };

  return {
    async run(url, work, { spacingMs = spacingByDefault, signal } = {}) {
      const { host, state } = stateOf(url);
      const own = await state.own;
      const startAt = Math.max(Date.now(), state.nextStartAt);
      const waitMs = startAt - Date.now();
      if (waitMs > MAX_WAIT_MS) throw new HostBusyError(host, waitMs);
      state.nextStartAt = startAt + (own ? 0 : spacingMs);
      if (waitMs > 0) await sleep(waitMs, undefined, { ...(signal && { signal }) });
      if (!own) await enter(state);
      try {
        return await work();
      } finally {
        if (!own) leave(state);
      }
    },
    pause(url, durationMs) {
      const { state } = stateOf(url);
      state.nextStartAt = Math.max(state.nextStartAt, Date.now() + durationMs);
    },
  };
}

async function enter(state: HostState): Promise<void> {
  if (state.active < MAX_CONCURRENT) {
    state.active += 1;
    return;
  }
  // Whoever leaves hands its place over, so that `active` stays as it is.
  await new Promise<void>((resolve) => state.waiting.push(resolve));
}

function leave(state: HostState): void {
  const next = state.waiting.shift();
  if (next === undefined) state.active -= 1;
  else next();
}

function forgetIdle(hosts: Map<string, HostState>): void {
  const now = Date.now();
  for (const [host, state] of hosts) if (state.active === 0 && state.nextStartAt <= now) hosts.delete(host);
}
