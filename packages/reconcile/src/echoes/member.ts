import type { EchoSubject } from './echoSubject.ts';
import { areTied } from './echoSubject.ts';
import type { LinkedText } from './textLinks.ts';

/** The echoes that a claim stands for. */
export interface EchoCount {
  readonly count: number;
  /** How many of them were read with each certainty. */
  readonly certainties: ReadonlyMap<number, number>;
  /** How many of them were published on each day, as ISO days in UTC. */
  readonly days: ReadonlyMap<string, number>;
}

/** A claim as `Echoes` knows it. */
export interface Member {
  readonly subject: EchoSubject;
  /** What it says, and what its article says beside; null for a claim that always speaks for itself. */
  saying: string | null;
  /** What all claims of its article say; null where one of them always speaks for itself. */
  article: string | null;
  /** Whom it echoes. */
  leader: Member | null;
  /** Those of its echoes that are at hand. */
  readonly echoes: Set<Member>;
  count: number;
  readonly certainties: Map<number, number>;
  readonly days: Map<string, number>;
  /** Whether its text leads to no claim that says anything else. */
  lone: boolean;
  /** What its text is found by: without what its leader is found by too. */
  links: LinkedText;
  group: unknown;
  /** What its text led to when the links had a version. */
  linked: { readonly version: number; readonly to: readonly Member[] } | null;
}

/** A claim that was just met. */
export function newMember(subject: EchoSubject, echoes: EchoCount | null, lone: boolean): Member {
  return {
    subject,
    saying: null,
    article: null,
    leader: null,
    echoes: new Set(),
    count: echoes?.count ?? 0,
    certainties: new Map(echoes?.certainties),
    days: new Map(echoes?.days),
    lone,
    links: subject,
    group: null,
    linked: null,
  };
}

/** Whether a claim is of its leader's origin wherever both count, as far as texts tell. */
export function leadsTo(member: Member, leader: Member): boolean {
  return isOneArticle(member, leader) || areTied(member.subject, leader.subject);
}

export function isOneArticle(a: Member, b: Member): boolean {
  return a.subject.articleId === b.subject.articleId;
}
