import { cpuTimes, type ProcessTime } from './cpuTimes.ts';

/** A process that ends loses at most what it did since. */
const LOOK_EVERY_MS = 500;

export interface Watch {
  /** Ends it. @returns processor time by owner since its start, in milliseconds, of processes that ended meanwhile too. */
  stop(): Promise<Map<string, number>>;
}

/**
 * Adds up processor time by whose work a process does.
 * @param findOwners asked at each look, for connections come and go; gives null for a process of no interest.
 */
export async function watchTimes(findOwners: () => Promise<(process: ProcessTime) => string | null>): Promise<Watch> {
  const before = await cpuTimes();
  const spent = new Map<number, { readonly owner: string; readonly ms: number }>();
  const look = async () => {
    const [ownerOf, now] = [await findOwners(), await cpuTimes()];
    for (const process of now.values()) {
      const owner = ownerOf(process);
      if (owner !== null) spent.set(process.pid, { owner, ms: process.ms - (before.get(process.pid)?.ms ?? 0) });
    }
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, LOOK_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
      await look();
      const byOwner = new Map<string, number>();
      for (const { owner, ms } of spent.values()) byOwner.set(owner, (byOwner.get(owner) ?? 0) + ms);
      return byOwner;
    },
  };
}
