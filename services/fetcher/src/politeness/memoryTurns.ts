import { type HostTurns, MAX_CONCURRENT, type Turn } from './hostTurns.ts';

/** Beyond this, hosts that are idle are forgotten. */
const MAX_HOSTS = 10_000;

/** Asked again after this, in milliseconds, when as many requests as may be are with the host. */
const FULL_WAIT_MS = 20;

/** Turns of this process alone: for commands that look at one source and have no database. */
export function createMemoryTurns(): HostTurns {
  const hosts = new Map<string, { nextStartAt: number; active: number }>();
  const stateOf = (host: string) => {
    const known = hosts.get(host);
    if (known !== undefined) return known;
    if (hosts.size >= MAX_HOSTS) forgetIdle(hosts);
    const state = { nextStartAt: 0, active: 0 };
    hosts.set(host, state);
    return state;
  };
  return {
    async take(host, spacingMs): Promise<Turn> {
      const state = stateOf(host);
      const now = Date.now();
      if (state.nextStartAt > now) return { granted: false, waitMs: state.nextStartAt - now };
      if (state.active >= MAX_CONCURRENT) return { granted: false, waitMs: FULL_WAIT_MS };
      state.active += 1;
      state.nextStartAt = now + spacingMs;
      const release = async () => {
        state.active -= 1;
      };
      return { granted: true, release };
    },
    async pause(host, durationMs) {
      const state = stateOf(host);
      state.nextStartAt = Math.max(state.nextStartAt, Date.now() + durationMs);
    },
  };
}

function forgetIdle(hosts: Map<string, { nextStartAt: number; active: number }>): void {
  const now = Date.now();
  for (const [host, state] of hosts) if (state.active === 0 && state.nextStartAt <= now) hosts.delete(host);
}
