import { hash } from 'node:crypto';
import { compareText } from '../compareText.ts';
import type { EchoSubject } from './echoSubject.ts';
import type { Member } from './member.ts';

/** What an article says, and each of its claims: equal where articles say the same throughout. */
export function wordsOf(mates: readonly Member[]): { readonly article: string | null; readonly sayings: ReadonlyMap<Member, string> } {
  const [first, ...others] = mates;
  if (first === undefined || mates.some(({ subject }) => subject.saying === null)) return NO_WORDS;
  const alone = first.subject.saying ?? '';
  if (others.length === 0) return { article: alone, sayings: new Map([[first, alone]]) };
  if (others.some(({ subject }) => !isOfOneText(subject, first.subject))) return NO_WORDS;
  const ordered = mates.toSorted(
    (a, b) => compareText(a.subject.saying ?? '', b.subject.saying ?? '') || compareText(a.subject.claimId, b.subject.claimId),
  );
  const article = hash('sha1', JSON.stringify(ordered.map(({ subject }) => subject.saying)), 'base64');
  return { article, sayings: new Map(ordered.map((mate, place) => [mate, `${place} of ${article}`])) };
}

const NO_WORDS = { article: null, sayings: new Map<Member, string>() };

/** Whether two claims of an article are of the same revision of its text. What must keep its place in the log is not compared as a whole. */
function isOfOneText(a: EchoSubject, b: EchoSubject): boolean {
  return (
    a.recorded === null &&
    b.recorded === null &&
    a.publishedAt === b.publishedAt &&
    a.agency === b.agency &&
    a.canonicalUrl === b.canonicalUrl &&
    a.fingerprint === b.fingerprint
  );
}
