import type { Commit } from './readCommits.ts';

/** Headings of Keep a Changelog, in the order of a section. */
export const headings = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'] as const;
export type Heading = (typeof headings)[number];

/**
 * By the first word of the subject, since commits here are plain sentences in the imperative; whatever is not listed is a change. A first match
 * counts.
 */
const BY_FIRST_WORD: readonly (readonly [Heading, RegExp])[] = [
  ['Added', /^(Add|Offer|Introduce|Support|Let|Show|Serve|Export|Follow|Learn)\b/],
  ['Fixed', /^(Fix|Mend|Correct|Repair|Don[’']t|Never|Stop|Avoid)\b/],
  ['Removed', /^(Remove|Drop|Delete|Retire)\b/],
  ['Deprecated', /^Deprecate\b/],
  ['Security', /^(Secure|Guard|Redact|Forbid|Refuse)\b/],
];

/** What only those who work on the project notice. */
const INTERNAL = /(^|\/)(tests?|testing|practice|fixtures|\.ci)\/|\.test\.ts$|^(CONTRIBUTING|CHANGELOG)\.md$/;

/** A line in the body that begins so says that something of before works no more. */
const BREAKING = /^(BREAKING|Breaking change)\b/m;

export function isBreaking({ body }: Commit): boolean {
  return BREAKING.test(body);
}

/** Commits by heading, in their order; those that only changed tests and the like are left out. */
export function groupCommits(commits: readonly Commit[]): ReadonlyMap<Heading, readonly Commit[]> {
  const told = commits.filter(({ files }) => files.length === 0 || !files.every((file) => INTERNAL.test(file)));
  return Map.groupBy(told, headingOf);
}

function headingOf({ subject }: Commit): Heading {
  return BY_FIRST_WORD.find(([, pattern]) => pattern.test(subject))?.[0] ?? 'Changed';
}
