import { amountWords } from './amountWords.ts';
import { MAX_LISTED } from './constants.ts';
import { fromFixedPoint } from './decimal.ts';
import { allows, type Decision, type Witness } from './decision.ts';
import { type Interval, overlaps } from './interval.ts';
import { successorOf, wordsFor } from './judge.ts';
import type { Agreement, ClaimVerdict } from './keyClaim.ts';
import { laterBy } from './laterBy.ts';
import { byPublication } from './origins.ts';
import { slipBetween } from './slip.ts';

interface ListedClaim {
  readonly claimId: string;
  readonly source: string;
  readonly says: string;
}

/** A decision as JSON: stored with the figure, shown by the function `newsledger.why`. */
export interface Why {
  readonly rule: string;
  readonly decidedBy: 'pin' | 'primary' | 'single_source' | 'weight' | 'nothing';
  readonly agreement: Agreement | null;
  readonly winner: ListedClaim | null;
  readonly origins: readonly {
    readonly id: string;
    readonly weight: number;
    readonly wins: boolean;
    readonly low: string | null;
    readonly high: string | null;
    readonly claims: number;
    readonly members: readonly { readonly claimId: string; readonly source: string }[];
  }[];
  readonly losers: readonly (ListedClaim & { readonly reason: string })[];
  readonly superseded: readonly (ListedClaim & { readonly reason: string })[];
  readonly pin: { readonly by: string; readonly reason: string } | null;
}

/** One sentence for people and the same as JSON. */
export function explain(decision: Decision, verdicts: readonly ClaimVerdict[], rule: string): { explanation: string; why: Why } {
  const { witnesses, winner, scale, agreement, pin } = decision;
  const listed = (interval: Interval): ListedClaim => ({
    claimId: interval.claim.claimId,
    source: interval.claim.sourceName,
    says: wordsFor(interval, decision),
  });
  const withVerdict = (verdict: ClaimVerdict['verdict']) =>
    verdicts.flatMap((judged, index) => {
      const interval = decision.intervals[index];
      return judged.verdict === verdict && interval !== undefined ? [{ ...listed(interval), reason: judged.reason }] : [];
    });
  const text = (amount: bigint | null) => (amount === null ? null : fromFixedPoint(amount, scale));
  const why: Why = {
    rule,
    decidedBy: decidedBy(decision),
    agreement,
    winner: winner === null ? null : listed(winner),
    origins: witnesses.slice(0, MAX_LISTED).map(({ origin, weight, wins, interval }) => ({
      id: origin.id,
      weight: weight / 1000,
      wins,
      low: text(interval.low),
      high: text(interval.high),
      claims: origin.members.length,
      members: origin.members.slice(0, MAX_LISTED).map(({ claim }) => ({ claimId: claim.claimId, source: claim.sourceName })),
    })),
    losers: withVerdict('loses').slice(0, MAX_LISTED),
    superseded: withVerdict('superseded').slice(0, MAX_LISTED),
    pin: pin === null ? null : { by: pin.by, reason: pin.reason },
  };
  return { explanation: sentence(decision), why };
}

function decidedBy({ pin, region, winner, witnesses }: Decision): Why['decidedBy'] {
  if (region === null) return 'nothing';
  if (pin !== null) return 'pin';
  if (winner?.claim.isPrimary === true) return 'primary';
  return witnesses.length === 1 ? 'single_source' : 'weight';
}

function sentence(decision: Decision): string {
  if (decision.region === null) return 'No article that stands says so any more.';
  return `${head(decision)}: ${[witnessWords(decision), ...replacedWords(decision)].join('; ')}.`;
}

function head({ value, region, scale, key, winner, pin }: Decision): string {
  const words = (amount: bigint) => amountWords(fromFixedPoint(amount, scale), key.unit);
  if (pin === null && winner !== null && value !== null && value === winner.point && (region?.low === null || region?.high === null))
    return wordsFor(winner, { scale, key });
  if (value !== null) return words(value);
  const { low = null, high = null } = region ?? {};
  if (low !== null && high !== null) return `${words(low)} to ${words(high)}`;
  return low !== null ? `more than ${words(low)}` : high !== null ? `up to ${words(high)}` : 'Unknown';
}

function witnessWords(decision: Decision): string {
  const { witnesses, pin, agreement } = decision;
  const winners = witnesses.filter(({ wins }) => wins);
  const losers = witnesses.filter(({ wins }) => !wins);
  const all = witnesses.length;
  if (pin !== null)
    return `decided by ${pin.by} (${pin.reason.replace(/[.\s]+$/, '')}); ${winners.length} of ${sources(all)} ${winners.length === 1 ? 'agrees' : 'agree'}`;
  const [only] = winners;
  if (all === 1 && only !== undefined) return `only ${only.origin.name} says so${repeatedBy(only)}${notes(winners)}`;
  if (losers.length === 0) return `${sources(all)} agree${notes(winners)}`;
  if (agreement === 'disputed')
    return `disputed, ${namesOf(winners)} against ${losers
      .map((loser) => lossWords(loser, decision))
      .slice(0, 3)
      .join(' and ')}${notes(winners)}`;
  return `${winners.length} of ${sources(all)} ${winners.length === 1 ? 'says' : 'agree'}${winners.length === 1 ? ' so' : ''}${notes(winners)}; ${losers
    .map((loser) => `${lossWords(loser, decision)} is an outlier${slipWords(loser, decision)}`)
    .slice(0, 3)
    .join('; ')}`;
}

function sources(number: number): string {
  return `${number} independent source${number === 1 ? '' : 's'}`;
}

function namesOf(witnesses: readonly Witness[]): string {
  const names = witnesses.map(({ origin }) => origin.name);
  return names.length <= 3 ? names.join(' and ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`;
}

/** Who else carries the only origin's words. */
function repeatedBy({ origin }: Witness): string {
  const others = new Set(origin.members.map(({ claim }) => claim.sourceName).filter((name) => name !== origin.name));
  if (others.size === 0) return '';
  const [first] = others;
  const carriers = others.size === 1 ? `${first}` : `${others.size} sources`;
  return origin.id.startsWith('speaker:') ? `, as quoted by ${carriers}` : `, and ${carriers} repeat${others.size === 1 ? 's' : ''} it`;
}

/** What else a reader should know of the winners, in brackets. */
function notes(winners: readonly Witness[]): string {
  const said: string[] = [];
  const primary = winners.flatMap(({ origin }) => origin.members).find(({ claim }) => claim.isPrimary);
  if (primary !== undefined) said.push(`${primary.claim.sourceName} is a party's own release`);
  const copies = winners.reduce((sum, { origin }) => sum + new Set(origin.members.map(({ claim }) => claim.articleId)).size - 1, 0);
  if (copies > 0 && winners.length > 1) said.push(`${copies} ${copies === 1 ? 'copy counts' : 'copies count'} no further`);
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}

function lossWords({ origin, interval }: Witness, decision: Decision): string {
  return `${possessive(origin.name)} ${wordsFor(interval, decision)}`;
}

function slipWords({ interval }: Witness, { value }: Decision): string {
  const slip = value === null ? null : slipBetween(interval, value);
  return slip === null ? '' : ` (${slip})`;
}

/** What stood before and was replaced by something else. */
function replacedWords(decision: Decision): string[] {
  const { region, intervals, superseded } = decision;
  if (region === null) return [];
  const phrases = new Set<string>();
  for (const interval of [...intervals].sort((a, b) => byPublication(a.claim, b.claim))) {
    if (allows(interval, region)) continue;
    const { sourceName, standing, publishedAt } = interval.claim;
    const amount = wordsFor(interval, decision);
    const replaced = superseded.get(interval);
    if (replaced?.how === 'later_total')
      phrases.add(`it replaces an earlier total of ${amount}${publishedAt === null ? '' : ` (${publishedAt.slice(0, 10)})`}`);
    else if (replaced?.how === 'copy_of_replaced') continue;
    else if (replaced !== undefined)
      phrases.add(
        `${possessive(sourceName)} ${amount} was ${replaced.how === 'correction' ? 'corrected' : 'replaced'} by itself${laterBy(interval, replaced.by)}`,
      );
    else if (standing === 'revised') {
      const now = successorOf(interval, intervals);
      if (now !== null && !overlaps(now, interval))
        phrases.add(`${possessive(sourceName)} ${amount} was corrected by itself${laterBy(interval, now)}`);
    }
  }
  const all = [...phrases];
  return all.length <= 3 ? all : [...all.slice(0, 3), `${all.length - 3} more were replaced`];
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`;
}
