import { type Heading, headings } from './groupCommits.ts';
import type { Commit } from './readCommits.ts';
import { ReleaseError } from './releaseError.ts';

const UNRELEASED = '## [Unreleased]';

interface Section {
  readonly version: string;
  /** `2025-11-03`. */
  readonly date: string;
  readonly groups: ReadonlyMap<Heading, readonly Commit[]>;
}

/**
 * The section of a release: what was written under "Unreleased" by hand, and each commit since the release before by its subject. The two meet
 * under one heading, hand-written lines first.
 */
export function sectionOf(changelog: string, { version, date, groups }: Section): string {
  const byHand = parseHeadings(unreleasedOf(changelog));
  const parts = headings.flatMap((heading) => {
    const lines = [...(byHand.get(heading) ?? []), ...(groups.get(heading) ?? []).map(({ id, subject }) => `- ${subject} (${id}).`)];
    return lines.length === 0 ? [] : [`### ${heading}\n\n${lines.join('\n')}`];
  });
  return [`## [${version}] - ${date}`, ...parts].join('\n\n');
}

/** The changelog with a section in the place of what was unreleased. @throws {ReleaseError} when it has no such place. */
export function withSection(changelog: string, section: string): string {
  const body = unreleasedOf(changelog);
  const start = changelog.indexOf(UNRELEASED) + UNRELEASED.length;
  const rest = changelog.slice(start + body.length);
  return `${changelog.slice(0, start)}\n\n${section}\n${rest === '' ? '' : `\n${rest}`}`;
}

function unreleasedOf(changelog: string): string {
  const start = changelog.indexOf(UNRELEASED);
  if (start < 0) throw new ReleaseError(`CHANGELOG.md has no line "${UNRELEASED}".`);
  const body = changelog.slice(start + UNRELEASED.length);
  const end = body.search(/^## \[/m);
  return end < 0 ? body : body.slice(0, end);
}

function parseHeadings(body: string): ReadonlyMap<Heading, readonly string[]> {
  const found = new Map<Heading, string[]>();
  for (const part of body.split(/^### /m).slice(1)) {
    const [title = '', ...lines] = part.trim().split('\n');
    const heading = headings.find((known) => known === title.trim());
    if (heading === undefined) throw new ReleaseError(`CHANGELOG.md has a heading "${title}", which is none of ${headings.join(', ')}.`);
    found.set(heading, [...(found.get(heading) ?? []), ...lines.filter((line) => line.trim() !== '')]);
  }
  return found;
}
