import { Session } from 'node:inspector/promises';

/** What the main thread's time went into, by the file that it was spent in. */
const KINDS: readonly (readonly [kind: string, path: RegExp])[] = [
  ['project', /packages\/(?:read-models|reconcile)\//],
  ['queue', /node_modules\/(?:bullmq|ioredis|redis-parser|@ioredis|msgpackr|cron-parser)\/|packages\/queues\//],
  ['fetch', /node_modules\/undici\/|services\/fetcher\/|packages\/(?:feeds|articles)\/|platform\/src\/http/],
  ['append', /packages\/(?:event-store|events)\/|node_modules\/(?:zod|uuid)\/|services\/extractor\//],
  ['driver', /node_modules\/(?:pg|pg-[a-z-]+|postgres-[a-z]+)\//],
];

export interface ThreadProfile {
  /**
   * Ends it. Samples are taken by the clock, also while other processes have the processor, so they only say how `cpuMs` is to be divided.
   * @returns milliseconds by kind; `idle` is left out.
   */
  stop(cpuMs: number): Promise<Map<string, number>>;
}

/** Samples the main thread. What none of the kinds holds (the runtime, its collector, its sockets) is `runtime`. */
export async function profileThread(): Promise<ThreadProfile> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 1_000 });
  await session.post('Profiler.start');
  return {
    async stop(cpuMs) {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      const kindOf = new Map(profile.nodes.map(({ id, callFrame }) => [id, kindOfFrame(callFrame)]));
      const spent = new Map<string, number>();
      profile.samples?.forEach((id, place) => {
        const kind = kindOf.get(id) ?? 'runtime';
        if (kind !== 'idle') spent.set(kind, (spent.get(kind) ?? 0) + (profile.timeDeltas?.[place] ?? 0) / 1_000);
      });
      const sampled = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
      return new Map([...spent].map(([kind, ms]) => [kind, (ms / sampled) * cpuMs]));
    },
  };
}

function kindOfFrame({ functionName, url }: { readonly functionName: string; readonly url: string }): string {
  if (functionName === '(idle)') return 'idle';
  return KINDS.find(([, path]) => path.test(url))?.[0] ?? 'runtime';
}
