import { parseArgs } from 'node:util';
import { makeRelease, planRelease } from './makeRelease.ts';
import { ReleaseError } from './releaseError.ts';

const HELP = `npm run release -- [major|minor|patch|1.2.3] [--write]

Shows what a release of this commit would be: its version, the section of CHANGELOG.md and the files that change. With --write it changes them,
commits, and tags the commit; pushing is yours. Without a word the version follows from the commits since the last tag: a line "BREAKING" in a
body makes it major (minor before 1.0), something added minor, anything else patch.`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) console.log(HELP);
  else {
    const release = planRelease(process.cwd(), { asked: positionals[0] ?? null, now: new Date() });
    console.log(
      `${release.tag}, after ${release.since ?? 'no release'}: ${release.files.length} files get the version.\n\n${release.section}\n`,
    );
    if (values.write) {
      makeRelease(process.cwd(), release);
      console.log(`Tagged ${release.tag}. "git push --follow-tags" publishes it.`);
    } else console.log('Nothing was changed. With --write it is.');
  }
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
