import type { EchoSubject } from './echoSubject.ts';
import { areTied, isBefore } from './echoSubject.ts';
import { TextLinks } from './textLinks.ts';

/** The echoes that a claim stands for. */
export interface EchoCount {
  readonly count: number;
  /** How many of them were read with each certainty. */
  readonly certainties: ReadonlyMap<number, number>;
  /** How many of them were published on each day, as ISO days in UTC. */
  readonly days: ReadonlyMap<string, number>;
}

/** Echoes are to be decided of that are not at hand: load those of these claims, and begin again. */
export class EchoesMissingError extends Error {
  readonly leaderIds: readonly string[];

  constructor(leaderIds: readonly string[]) {
    super(`Echoes are needed that were not loaded, of the claims ${leaderIds.join(', ')}.`);
    this.name = 'EchoesMissingError';
    this.leaderIds = leaderIds;
  }
}

/** What is kept of a claim between two times that it is at hand. */
export interface SavedEcho {
  /** The claim that it echoes; null when it speaks for itself. */
  readonly leaderId: string | null;
  readonly echoes: EchoCount | null;
  /** As `Echoes.isLone` said. */
  readonly isLone: boolean;
}

interface Member {
  readonly subject: EchoSubject;
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
  links: Links;
  group: unknown;
  /** What its text led to when the links had a version. */
  linked: { readonly version: number; readonly to: readonly Member[] } | null;
}

type Links = Pick<EchoSubject, 'canonicalUrl' | 'fingerprint'>;

/**
 * Tells the claims of one key that decide from those that only echo them, one claim at a time, at the cost of what is distinct about them.
 *
 * A claim echoes an earlier one of the same source that says the same (`EchoSubject.saying`) when leaving it out changes nothing but counts,
 * whatever comes later:
 * - Both are the only claims of their articles, so that neither says anything beside.
 * - Its origin is its leader's, whichever other claims count. Either the two texts are tied, and whatever its text leads to is tied to its
 *   leader too, as are all copies of one wire story; or nothing ties either of them to anything that says anything else, and both are their
 *   source's own.
 * - Its source's last word is its own claim. Only an echo that was published before the last that says so, or when its leader was, is as
 *   old in every comparison as its leader.
 *
 * What comes later may undo that; then echoes speak for themselves again. Which claims echo others therefore depends on the order in which
 * they came, but what `reconcile` makes of them does not.
 */
export class Echoes {
  readonly #members = new Map<string, Member>();
  readonly #ofArticle = new Map<string, Set<Member>>();
  /** Claims that are no echoes, by what they say. */
  readonly #saying = new Map<string, Set<Member>>();
  readonly #links = new TextLinks<Member>();
  /** Counts changes of the links. */
  #version = 0;
  /** Claims that may turn out to be echoes. */
  readonly #unsettled = new Set<Member>();
  /** Claims whose ties to echoes are to be looked at. */
  readonly #unchecked = new Set<Member>();
  readonly #changed = new Set<string>();

  /**
   * Takes a claim as it was when it was saved. Leaders come before their echoes. Of these only such need to come whose text leads to that of a
   * claim that comes later, or to that of another one of these.
   */
  load(subject: EchoSubject, { leaderId, echoes, isLone }: SavedEcho): void {
    const member = newMember(subject, echoes, isLone);
    this.#enter(member);
    const leader = leaderId === null ? undefined : this.#members.get(leaderId);
    if (leader !== undefined) this.#join(member, leader);
  }

  /** @returns the claims that have echoes which are not at hand. */
  missing(): string[] {
    return [...this.#members.values()].flatMap(({ subject, echoes, count }) => (echoes.size < count ? subject.id : []));
  }

  /** How many claims stand for themselves. */
  get kept(): number {
    let kept = 0;
    for (const { leader } of this.#members.values()) if (leader === null) kept++;
    return kept;
  }

  /** Takes a claim that is new. Whether it is an echo is known once `settle` was called. */
  add(subject: EchoSubject): void {
    const member = newMember(subject, null, subject.saying !== null);
    for (const mate of this.#ofArticle.get(subject.articleId) ?? []) this.#speakForItself(mate);
    this.#enter(member);
    const linked = this.#linkedTo(member);
    member.lone &&= linked.every((other) => other.lone && other.subject.saying === subject.saying);
    this.#changed.add(subject.id);
    this.#unchecked.add(member);
    this.#unsettled.add(member);
    if (!member.lone) for (const other of linked) this.#tieDown(other);
    // What was the last word may be none any more.
    if (subject.saying !== null)
      for (const other of this.#saying.get(subject.saying) ?? [])
        if (other.count === 0 && isBefore(other.subject, subject)) this.#unsettled.add(other);
  }

  delete(id: string): void {
    const member = this.#members.get(id);
    if (member === undefined) return;
    this.#speakForItself(member);
    const { subject } = member;
    const alike = subject.saying === null ? undefined : this.#saying.get(subject.saying);
    this.#members.delete(id);
    this.#ofArticle.get(subject.articleId)?.delete(member);
    alike?.delete(member);
    this.#version++;
    this.#links.delete(member, member.links, member.group ?? member);
    this.#unsettled.delete(member);
    this.#unchecked.delete(member);
    for (const other of this.#linkedTo(member)) this.#unchecked.add(other);
    for (const mate of this.#ofArticle.get(subject.articleId) ?? []) this.#unsettled.add(mate);
    const others = [...(alike ?? [])];
    if (others.every((other) => isBefore(other.subject, subject))) for (const other of others) this.#dissolve(other);
  }

  /**
   * Finds out which claims are echoes now.
   * @returns the claims that came, that became echoes or are none any more, those whose echoes they were or are, and those whose texts lead
   * elsewhere than before, since the last call.
   */
  settle(): string[] {
    while (this.#unchecked.size > 0) {
      const [member] = this.#unchecked;
      if (member === undefined) break;
      this.#unchecked.delete(member);
      this.#speakForThoseBetween(member);
    }
    for (const member of [...this.#unsettled].sort((a, b) => (isBefore(a.subject, b.subject) ? -1 : 1))) this.#follow(member);
    this.#unsettled.clear();
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /** @returns the claim that a claim echoes; null when it speaks for itself. */
  leaderOf(id: string): string | null {
    return this.#members.get(id)?.leader?.subject.id ?? null;
  }

  /** @returns whether the text of a claim leads to no claim that says anything else. */
  isLone(id: string): boolean {
    return this.#members.get(id)?.lone === true;
  }

  /**
   * @returns the claims that echo a claim.
   * @throws EchoesMissingError
   */
  echoing(id: string): string[] {
    const member = this.#members.get(id);
    return member === undefined ? [] : this.#echoesAtHand(member).map(({ subject }) => subject.id);
  }

  /** @returns what a claim stands for beside itself; null when it has no echoes. */
  echoesOf(id: string): EchoCount | null {
    const member = this.#members.get(id);
    return member === undefined || member.count === 0 ? null : member;
  }

  #enter(member: Member): void {
    const { id, articleId, saying } = member.subject;
    this.#members.set(id, member);
    addTo(this.#ofArticle, articleId, member);
    if (saying !== null) addTo(this.#saying, saying, member);
    this.#version++;
    this.#links.add(member, member.links, member);
  }

  /** Claims whose texts a claim's text leads to; of the tied echoes of one leader at least one. */
  #linkedTo(member: Member): readonly Member[] {
    if (member.linked?.version === this.#version) return member.linked.to;
    const linked = this.#links.linkedTo(member.subject);
    linked.delete(member);
    const to = [...linked];
    member.linked = { version: this.#version, to };
    return to;
  }

  /** A text that leads to something else has its claims' origin decided by that. */
  #tieDown(member: Member): void {
    if (!member.lone) return;
    member.lone = false;
    this.#changed.add(member.subject.id);
    if (member.leader !== null && !areTied(member.subject, member.leader.subject)) this.#leave(member);
    for (const echo of this.#echoesAtHand(member)) if (!areTied(echo.subject, member.subject)) this.#leave(echo);
    this.#unchecked.add(member);
    for (const other of this.#linkedTo(member)) this.#tieDown(other);
  }

  /** Between a claim and the leader of an echo that its text leads to, somebody must keep up the tie. */
  #speakForThoseBetween(member: Member): void {
    if (member.leader !== null) return;
    const linked = this.#linkedTo(member);
    for (const echo of linked) {
      const { leader } = echo;
      if (leader === null || (echo.lone && member.lone) || leader === member || areTied(leader.subject, member.subject)) continue;
      const isKeptUp = linked.some(
        (other) => other.leader === null && other.subject.saying === echo.subject.saying && areTied(other.subject, leader.subject),
      );
      if (!isKeptUp) this.#leave(echo);
    }
  }

  /** Makes a claim an echo where it may be one. */
  #follow(member: Member): void {
    const { subject } = member;
    if (subject.saying === null || member.leader !== null || member.count > 0 || !this.#isAlone(member)) return;
    const alike = this.#saying.get(subject.saying) ?? new Set();
    const later = [...alike].filter((other) => isBefore(subject, other.subject));
    if (later.length === 0) return;
    const isOld = later.some((other) => other.subject.publishedAt > subject.publishedAt);
    const linked = this.#linkedTo(member);
    for (const other of alike) {
      if (!isBefore(other.subject, subject) || !this.#isAlone(other)) continue;
      if (other.subject.recorded !== null && subject.recorded !== null && other.subject.recorded > subject.recorded) continue;
      if (!isOld && other.subject.publishedAt !== subject.publishedAt) continue;
      if (!(member.lone && other.lone)) {
        if (!areTied(other.subject, subject)) continue;
        if (!linked.every((one) => leadsTo(one.leader ?? one, other))) continue;
      }
      this.#join(member, other);
      other.count++;
      count(other.certainties, subject.certainty, 1);
      count(other.days, dayOf(subject), 1);
      this.#changed.add(subject.id).add(other.subject.id);
      return;
    }
  }

  #join(member: Member, leader: Member): void {
    const { subject } = member;
    this.#version++;
    this.#links.delete(member, member.links, member);
    member.leader = leader;
    leader.echoes.add(member);
    this.#saying.get(subject.saying ?? '')?.delete(member);
    member.group = member.lone ? member : leader.echoes;
    member.links = {
      canonicalUrl: subject.canonicalUrl === leader.subject.canonicalUrl ? null : subject.canonicalUrl,
      fingerprint: subject.fingerprint === leader.subject.fingerprint ? null : subject.fingerprint,
    };
    this.#version++;
    this.#links.add(member, member.links, member.group);
  }

  #isAlone({ subject }: Member): boolean {
    return this.#ofArticle.get(subject.articleId)?.size === 1;
  }

  /** Whatever a claim echoes, or whatever echoes it, it stands for itself alone from now on. */
  #speakForItself(member: Member): void {
    if (member.leader !== null) this.#leave(member);
    this.#dissolve(member);
  }

  #dissolve(leader: Member): void {
    for (const echo of this.#echoesAtHand(leader)) this.#leave(echo);
  }

  /** @throws EchoesMissingError */
  #echoesAtHand({ echoes, count }: Member): Member[] {
    if (echoes.size < count) throw new EchoesMissingError(this.missing());
    return [...echoes];
  }

  #leave(echo: Member): void {
    const { leader, subject } = echo;
    if (leader === null) return;
    this.#version++;
    this.#links.delete(echo, echo.links, echo.group ?? echo);
    echo.leader = null;
    echo.group = null;
    echo.links = subject;
    this.#version++;
    this.#links.add(echo, subject, echo);
    leader.echoes.delete(echo);
    leader.count--;
    count(leader.certainties, subject.certainty, -1);
    count(leader.days, dayOf(subject), -1);
    addTo(this.#saying, subject.saying ?? '', echo);
    this.#changed.add(subject.id).add(leader.subject.id);
    this.#unsettled.add(echo);
    this.#unchecked.add(echo);
  }
}

function leadsTo(member: Member, leader: Member): boolean {
  return member === leader || areTied(member.subject, leader.subject);
}

function newMember(subject: EchoSubject, echoes: EchoCount | null, lone: boolean): Member {
  return {
    subject,
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

function dayOf({ publishedAt }: EchoSubject): string {
  return publishedAt.slice(0, 10);
}

function count<Key>(counts: Map<Key, number>, key: Key, by: 1 | -1): void {
  const left = (counts.get(key) ?? 0) + by;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}

function addTo(sets: Map<string, Set<Member>>, key: string, member: Member): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([member]));
  else known.add(member);
}
