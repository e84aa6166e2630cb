import { EchoesMissingError } from './echoesMissingError.ts';
import type { EchoSubject } from './echoSubject.ts';
import { areTied, isBefore, isSameSubject } from './echoSubject.ts';
import { type Following, mayEcho } from './mayEcho.ts';
import { type EchoCount, leadsTo, type Member, newMember } from './member.ts';
import { MemberGroups } from './memberGroups.ts';
import { TextLinks } from './textLinks.ts';
import { wordsOf } from './wordsOf.ts';

/** What is kept of a claim between two times that it is at hand. */
export interface SavedEcho {
  /** The claim that it echoes; null when it speaks for itself. */
  readonly leaderId: string | null;
  readonly echoes: EchoCount | null;
  /** As `Echoes.isLone` said. */
  readonly isLone: boolean;
}

/**
 * Tells the claims of one key that decide from those that only echo them, one claim at a time, at the cost of what is distinct about them.
 *
 * A claim echoes an earlier one of the same source that says the same (`EchoSubject.saying`) when leaving it out changes nothing but counts,
 * whatever comes later:
 * - Their articles say the same throughout: each claim of one echoes a claim of the other, all together or none.
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
  readonly #ofArticle = new MemberGroups();
  /** Claims that are no echoes, by what they say. */
  readonly #saying = new MemberGroups();
  readonly #links = new TextLinks<Member>();
  /** Counts changes of the links. */
  #version = 0;
  /** Articles of which claims came or went. */
  readonly #unheard = new Set<string>();
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
    this.#reword(this.#matesOf(member));
    const leader = leaderId === null ? undefined : this.#members.get(leaderId);
    if (leader !== undefined) this.#join(member, leader);
  }

  /** @returns the claims that have echoes which are not at hand. */
  missing(): string[] {
    return [...this.#members.values()].flatMap(({ subject, echoes, count }) => (echoes.size < count ? subject.claimId : []));
  }

  /** How many claims stand for themselves. */
  get kept(): number {
    let kept = 0;
    for (const { leader } of this.#members.values()) if (leader === null) kept++;
    return kept;
  }

  /** Takes a claim that is new. Whether it is an echo is known once `settle` was called. */
  add(subject: EchoSubject): void {
    const member = newMember(subject, null, true);
    for (const mate of this.#matesOf(member)) this.#speakForItself(mate);
    this.#enter(member);
    this.#changed.add(subject.claimId);
    this.#unchecked.add(member);
    this.#unheard.add(subject.articleId);
  }

  /** @returns whether a claim is at hand, and all that is looked at of it is as it was. */
  knows(subject: EchoSubject): boolean {
    const known = this.#members.get(subject.claimId)?.subject;
    return known !== undefined && isSameSubject(known, subject);
  }

  delete(id: string): void {
    const member = this.#members.get(id);
    if (member === undefined) return;
    for (const mate of this.#matesOf(member)) this.#speakForItself(mate);
    const { articleId } = member.subject;
    this.#members.delete(id);
    this.#ofArticle.delete(articleId, member);
    this.#unsettled.delete(member);
    this.#unchecked.delete(member);
    this.#version++;
    this.#links.delete(member, member.links, member.group ?? member);
    this.#sayNoMore(member);
    for (const other of this.#linkedTo(member)) this.#unchecked.add(other);
    this.#unheard.add(articleId);
  }

  /**
   * Finds out which claims are echoes now.
   * @returns the claims that came, that became echoes or are none any more, those whose echoes they were or are, and those whose texts lead
   * elsewhere than before, since the last call.
   */
  settle(): string[] {
    for (const articleId of this.#unheard) this.#hear(articleId);
    this.#unheard.clear();
    while (this.#unchecked.size > 0) {
      const [member] = this.#unchecked;
      if (member === undefined) break;
      this.#unchecked.delete(member);
      this.#speakForThoseBetween(member);
    }
    for (const member of [...this.#unsettled].sort((a, b) => (isBefore(a.subject, b.subject) ? -1 : 1)))
      this.#follow(this.#matesOf(member));
    this.#unsettled.clear();
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /** @returns the claim that a claim echoes; null when it speaks for itself. */
  leaderOf(id: string): string | null {
    return this.#members.get(id)?.leader?.subject.claimId ?? null;
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
    return member === undefined ? [] : this.#echoesAtHand(member).map(({ subject }) => subject.claimId);
  }

  /** @returns what a claim stands for beside itself; null when it has no echoes. */
  echoesOf(id: string): EchoCount | null {
    const member = this.#members.get(id);
    return member === undefined || member.count === 0 ? null : member;
  }

  #enter(member: Member): void {
    const { claimId, articleId } = member.subject;
    this.#members.set(claimId, member);
    this.#ofArticle.add(articleId, member);
    this.#version++;
    this.#links.add(member, member.links, member);
  }

  /** All claims of its article that are at hand, itself among them. */
  #matesOf({ subject }: Member): readonly Member[] {
    return this.#ofArticle.of(subject.articleId);
  }

  /** Takes in what an article says now that a claim of it came or went. */
  #hear(articleId: string): void {
    const mates = this.#ofArticle.of(articleId);
    this.#reword(mates, (mate) => this.#sayNoMore(mate));
    const linked = new Set(mates.flatMap((mate) => this.#linkedTo(mate)));
    for (const mate of mates) {
      this.#unsettled.add(mate);
      // What was the last word may be none any more.
      for (const other of this.#alike(mate)) if (other.count === 0 && isBefore(other.subject, mate.subject)) this.#unsettled.add(other);
    }
    if ([...mates, ...linked].every(({ lone, article }) => lone && article !== null && article === mates[0]?.article)) return;
    this.#tieDown([...mates, ...linked]);
  }

  /** Notes what each claim of an article says. @param onOther is told of each that says something else than before, while it still does. */
  #reword(mates: readonly Member[], onOther: (mate: Member) => void = () => {}): void {
    const { article, sayings } = wordsOf(mates);
    for (const mate of mates) {
      const saying = sayings.get(mate) ?? null;
      mate.article = article;
      if (mate.saying === saying) continue;
      onOther(mate);
      mate.saying = saying;
      if (saying !== null && mate.leader === null) this.#saying.add(saying, mate);
    }
  }

  /** Claims that say the same as one that is no echo, itself among them. */
  #alike({ saying }: Member): readonly Member[] {
    return saying === null ? [] : this.#saying.of(saying);
  }

  /** Where it was the last to say so, whatever echoes the others is not as old as they are any more. */
  #sayNoMore(member: Member): void {
    if (member.saying === null || !this.#saying.delete(member.saying, member)) return;
    const others = this.#alike(member);
    if (others.every((other) => isBefore(other.subject, member.subject))) for (const other of others) this.#dissolve(other);
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

  /** A text that leads to something else has its claims' origin decided by that, and so have all that it leads to. */
  #tieDown(members: readonly Member[]): void {
    const left = [...members];
    for (let member = left.pop(); member !== undefined; member = left.pop()) {
      if (!member.lone) continue;
      member.lone = false;
      this.#changed.add(member.subject.claimId);
      if (member.leader !== null && !areTied(member.subject, member.leader.subject)) this.#leave(member);
      this.#unchecked.add(member);
      // What an echo's text shares with its leader's leads to the leader alone.
      for (const other of [...this.#echoesAtHand(member), ...this.#matesOf(member), ...this.#linkedTo(member)]) left.push(other);
    }
  }

  /** Between a claim and the leader of an echo that its text leads to, somebody must keep up the tie. */
  #speakForThoseBetween(member: Member): void {
    if (member.leader !== null) return;
    const linked = this.#linkedTo(member);
    for (const echo of linked) {
      const { leader } = echo;
      if (leader === null || (echo.lone && member.lone) || leadsTo(member, leader)) continue;
      const isKeptUp = linked.some(
        (other) => other.leader === null && other.saying === echo.saying && areTied(other.subject, leader.subject),
      );
      if (!isKeptUp) this.#leave(echo);
    }
  }

  /** Makes the claims of an article echoes where they may be. */
  #follow(mates: readonly Member[]): void {
    const [first] = mates;
    if (first === undefined || mates.some(({ saying, leader, count }) => saying === null || leader !== null || count > 0)) return;
    const following = mates.map((mate) => this.#followingOf(mate));
    for (const other of this.#alike(first)) {
      const leaders = this.#matesOf(other);
      const pairs = following.map((one) => [one, leaders.find(({ saying }) => saying === one.member.saying)] as const);
      if (!pairs.every(([one, leader]) => leader !== undefined && mayEcho(one, leader))) continue;
      for (const [{ member }, leader] of pairs) if (leader !== undefined) this.#echo(member, leader);
      return;
    }
  }

  #followingOf(member: Member): Following {
    const { subject } = member;
    const later = this.#alike(member).filter((other) => isBefore(subject, other.subject));
    return {
      member,
      isLast: later.length === 0,
      isOld: later.some((other) => other.subject.publishedAt > subject.publishedAt),
      linked: this.#linkedTo(member),
    };
  }

  #echo(member: Member, leader: Member): void {
    this.#join(member, leader);
    const { subject } = member;
    leader.count++;
    count(leader.certainties, subject.certainty, 1);
    count(leader.days, dayOf(subject), 1);
    this.#changed.add(subject.claimId).add(leader.subject.claimId);
  }

  #join(member: Member, leader: Member): void {
    const { subject } = member;
    this.#version++;
    this.#links.delete(member, member.links, member);
    member.leader = leader;
    leader.echoes.add(member);
    this.#saying.delete(member.saying ?? '', member);
    member.group = member.lone ? member : leader.echoes;
    member.links = {
      canonicalUrl: subject.canonicalUrl === leader.subject.canonicalUrl ? null : subject.canonicalUrl,
      fingerprint: subject.fingerprint === leader.subject.fingerprint ? null : subject.fingerprint,
    };
    this.#version++;
    this.#links.add(member, member.links, member.group);
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

  /** All claims of an article speak for themselves again when one of them has to. */
  #leave(echo: Member): void {
    for (const mate of this.#matesOf(echo)) this.#leaveAlone(mate);
  }

  #leaveAlone(echo: Member): void {
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
    this.#saying.add(echo.saying ?? '', echo);
    this.#changed.add(subject.claimId).add(leader.subject.claimId);
    this.#unsettled.add(echo);
    this.#unchecked.add(echo);
  }
}

function dayOf({ publishedAt }: EchoSubject): string {
  return publishedAt.slice(0, 10);
}

function count<Key>(counts: Map<Key, number>, key: Key, by: 1 | -1): void {
  const left = (counts.get(key) ?? 0) + by;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}
