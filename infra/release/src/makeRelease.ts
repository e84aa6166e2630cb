import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sectionOf, withSection } from './changelog.ts';
import { git } from './git.ts';
import { groupCommits } from './groupCommits.ts';
import { nextVersion } from './nextVersion.ts';
import { lastRelease, readCommits } from './readCommits.ts';
import { ReleaseError } from './releaseError.ts';
import { currentVersion, versionFiles, writeVersion } from './versionFiles.ts';

const CHANGELOG = 'CHANGELOG.md';

export interface ReleaseOptions {
  /** `major`, `minor`, `patch` or a version; null chooses by the commits. */
  readonly asked: string | null;
  readonly now: Date;
}

export interface Release {
  readonly version: string;
  readonly tag: string;
  /** Null for the first release. */
  readonly since: string | null;
  readonly section: string;
  /** What is changed, beside the changelog. */
  readonly files: readonly string[];
}

/**
 * What a release of this commit would be; nothing is changed.
 * @throws {ReleaseError} when something is not committed, or nothing came since the release before.
 */
export function planRelease(folder: string, { asked, now }: ReleaseOptions): Release {
  if (git(folder, 'status', '--porcelain') !== '')
    throw new ReleaseError('There are changes that are not committed. Commit them first, or put them away.');
  const since = lastRelease(folder);
  const commits = readCommits(folder, since);
  if (since !== null && commits.length === 0) throw new ReleaseError(`Nothing came since ${since}.`);
  const version = nextVersion(since === null ? currentVersion(folder) : since.slice(1), asked, commits);
  const changelog = readFileSync(path.join(folder, CHANGELOG), 'utf8');
  // All that there is came with a first release: it is told by hand, and not commit by commit.
  const groups = since === null ? new Map() : groupCommits(commits);
  const section = sectionOf(changelog, { version, date: now.toISOString().slice(0, 10), groups });
  return { version, tag: `v${version}`, since, section, files: versionFiles(folder) };
}

/** Writes the versions and the section, commits them, and tags the commit. Nothing is pushed. */
export function makeRelease(folder: string, { version, tag, section, files }: Release): void {
  if (git(folder, 'tag', '--list', tag) !== '') throw new ReleaseError(`There is a tag ${tag} already.`);
  for (const file of files) writeVersion(folder, file, version);
  const changelog = path.join(folder, CHANGELOG);
  writeFileSync(changelog, withSection(readFileSync(changelog, 'utf8'), section));
  git(folder, 'commit', '--quiet', '--message', `Release ${version}`, '--', CHANGELOG, ...files);
  // Headings of the section begin with "#", which git would take for comments.
  git(folder, 'tag', '--annotate', '--cleanup=whitespace', '--message', section, tag);
}
