import { git } from './git.ts';

export interface Commit {
  /** Its first characters, as people name it. */
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  /** Paths that it changed. */
  readonly files: readonly string[];
}

const FIELD = '\x1f';
const RECORD = '\x1e';

/** The tag of the release before, such as `v0.1.0`; null when there is none. */
export function lastRelease(folder: string): string | null {
  // Of those that lie on the way to this commit, the highest version.
  const [latest] = git(folder, 'tag', '--merged', 'HEAD', '--list', 'v[0-9]*', '--sort', '-version:refname').split('\n');
  return latest === undefined || latest === '' ? null : latest;
}

/** The commits since a tag, the oldest first, merges left out: what they bring in is told by its own commits. */
export function readCommits(folder: string, since: string | null): Commit[] {
  const format = `${RECORD}%h${FIELD}%s${FIELD}%b${FIELD}`;
  const range = since === null ? 'HEAD' : `${since}..HEAD`;
  const log = git(folder, 'log', '--no-merges', '--reverse', '--name-only', `--format=${format}`, range);
  return log
    .split(RECORD)
    .slice(1)
    .map((record) => {
      const [id = '', subject = '', body = '', files = ''] = record.split(FIELD);
      return { id, subject, body: body.trim(), files: files.split('\n').filter((file) => file !== '') };
    });
}
