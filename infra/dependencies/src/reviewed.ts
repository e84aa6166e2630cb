import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Beside the code: what a person wrote of each dependency, and what the registry said when it was last asked. */
const FILE = new URL('../dependencies.json', import.meta.url);

const reviewed = z.strictObject({
  direct: z.record(
    z.string(),
    z.strictObject({
      why: z.string().min(5),
      /** The latest version, and the day of it, as the registry told; null when it was never asked. */
      latest: z.string().nullable(),
      released: z.iso.date().nullable(),
    }),
  ),
  /** Packages whose install scripts pnpm-workspace.yaml allows or forbids, with what the script does. */
  installScripts: z.record(z.string(), z.string().min(5)),
  /** Packages that name no licence on the list, and why they may be here all the same. */
  licenceExceptions: z.record(z.string(), z.string().min(5)),
});

export type Reviewed = z.infer<typeof reviewed>;

export function readReviewed(): Reviewed {
  return reviewed.parse(JSON.parse(readFileSync(FILE, 'utf8')));
}

export function writeReviewed(data: Reviewed): void {
  writeFileSync(FILE, `${JSON.stringify(reviewed.parse(data), null, 2)}\n`);
}
