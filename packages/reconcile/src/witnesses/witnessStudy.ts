import { type CopyGroup, learnCopying, SHARED } from './learnCopying.ts';
import { type Habit, LESS, learnHabits, MORE, SAME } from './learnHabits.ts';
import type { ObservedKey, ObservedVote } from './observedKey.ts';
import { PairCounts } from './pairCounts.ts';

/** A key with more witnesses is studied by this many of them, so that the cost of a claim never grows with the number of sources. */
const MOST_VOTES = 16;

/** A source is new until it spoke of this many keys: it decides no tie against one that is known. */
const NEWCOMER_KEYS = 5;

/** What was frozen when an epoch closed: who is known, who copies whom, and who measures otherwise. */
export interface WitnessEpoch {
  /** Sources that have spoken of enough keys not to be newcomers. */
  readonly established: ReadonlySet<string>;
  readonly copying: readonly CopyGroup[];
  readonly habits: readonly Habit[];
}

/**
 * Learns from what was said of many keys which sources are witnesses of their own. Only counts are kept, so that observing the same keys in any order
 * comes to the same epoch, as long as no epoch is closed in between.
 */
export class WitnessStudy {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #spoken: number[] = [];
  readonly #established = new Set<string>();
  readonly #copying = new PairCounts(2);
  readonly #habits = new Map<string, PairCounts>();
  #groupOf = new Map<string, string>();

  observe({ key, measure, votes }: ObservedKey): void {
    const heard = someOf(votes, key);
    const lost = whoLost(heard, this.#groupOf);
    let habits = this.#habits.get(measure);
    if (habits === undefined) {
      habits = new PairCounts(4);
      this.#habits.set(measure, habits);
    }
    for (const { sourceId } of votes) {
      const number = this.#numberOf(sourceId);
      const spoken = (this.#spoken[number] ?? 0) + 1;
      this.#spoken[number] = spoken;
      if (spoken === NEWCOMER_KEYS) this.#established.add(sourceId);
    }
    const ordered = heard
      .map((vote, index) => ({ vote, number: this.#numberOf(vote.sourceId), lost: lost?.[index] === true }))
      .sort((x, y) => x.number - y.number);
    for (const [index, a] of ordered.entries())
      for (let next = index + 1; next < ordered.length; next++) {
        const b = ordered[next];
        if (b !== undefined && a.number !== b.number) this.#compare(a, b, habits);
      }
  }

  /** Freezes what was learnt so far. What comes after is told apart by the groups that are known now. */
  closeEpoch(): WitnessEpoch {
    const copying = learnCopying(this.#copying, this.#names);
    this.#groupOf = new Map(copying.flatMap(({ sources }) => sources.map((source) => [source, sources[0] ?? source])));
    const habits = [...this.#habits]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([measure, counts]) => learnHabits(measure, counts, this.#names, this.#groupOf) ?? []);
    return { established: new Set(this.#established), copying, habits };
  }

  /** How many pairs of sources are remembered, over all measures. */
  get pairsMet(): number {
    return [...this.#habits.values()].reduce((sum, { size }) => sum + size, 0);
  }

  #numberOf(sourceId: string): number {
    const known = this.#numbers.get(sourceId);
    if (known !== undefined) return known;
    this.#numbers.set(sourceId, this.#names.length);
    return this.#names.push(sourceId) - 1;
  }

  /** @param a the one with the smaller number. */
  #compare(a: Heard, b: Heard, habits: PairCounts): void {
    const same = a.vote.amount === b.vote.amount;
    if (a.lost || b.lost) this.#copying.add(a.number, b.number, same ? SHARED : null);
    const field = same ? SAME : isAbove(b.vote, a.vote) ? MORE : isAbove(a.vote, b.vote) ? LESS : null;
    habits.add(a.number, b.number, field);
  }
}

interface Heard {
  readonly vote: ObservedVote;
  /** Of its source. */
  readonly number: number;
  readonly lost: boolean;
}

/** Whether one gives more than the other allows. */
function isAbove({ low }: ObservedVote, { high }: ObservedVote): boolean {
  return low !== null && high !== null && low > high;
}

/** The votes that are studied: all of a usual key; of a great one, those whose source and key together have the smallest hashes. */
function someOf(votes: readonly ObservedVote[], key: string): readonly ObservedVote[] {
  if (votes.length <= MOST_VOTES) return votes;
  const seed = hashOf(key, 0x811c9dc5);
  return votes
    .map((vote) => ({ vote, at: hashOf(vote.sourceId, seed) }))
    .sort((a, b) => a.at - b.at || (a.vote.sourceId < b.vote.sourceId ? -1 : 1))
    .slice(0, MOST_VOTES)
    .map(({ vote }) => vote);
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Which votes lost; null where nothing is disputed: those who agree on what won may both have read it in the street. */
function whoLost(votes: readonly ObservedVote[], groupOf: ReadonlyMap<string, string>): boolean[] | null {
  const [first] = votes;
  if (first === undefined || votes.every(({ amount }) => amount === first.amount)) return null;
  if (votes.some(({ loses }) => loses !== undefined)) return votes.map(({ loses }) => loses === true);
  const witnesses = new Map<string, Set<string>>();
  for (const { sourceId, amount } of votes) {
    const known = witnesses.get(amount);
    if (known === undefined) witnesses.set(amount, new Set([groupOf.get(sourceId) ?? sourceId]));
    else known.add(groupOf.get(sourceId) ?? sourceId);
  }
  let won = first.amount;
  for (const [amount, { size }] of witnesses) {
    const most = witnesses.get(won)?.size ?? 0;
    if (size > most || (size === most && amount < won)) won = amount;
  }
  return votes.map(({ amount }) => amount !== won);
}
