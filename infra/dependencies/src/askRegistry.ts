import { z } from 'zod';
import { pnpm } from './pnpm.ts';
import type { Reviewed } from './reviewed.ts';

const answer = z.object({ 'dist-tags': z.object({ latest: z.string() }), time: z.record(z.string(), z.string()) });

/** Asks the registry, by pnpm, for the latest release of each direct dependency. */
export function askRegistry(root: string, reviewed: Reviewed): Reviewed {
  const direct = Object.entries(reviewed.direct).map(([name, known]) => {
    const { 'dist-tags': tags, time } = answer.parse(JSON.parse(pnpm(root, 'view', name, 'dist-tags', 'time', '--json')));
    return [name, { ...known, latest: tags.latest, released: time[tags.latest]?.slice(0, 10) ?? null }] as const;
  });
  return { ...reviewed, direct: Object.fromEntries(direct) };
}
