import type { Deal, Figure, FigureStatus, Measure } from '@newsledger/events';
import { familyOf } from '../deals/dealBucket.ts';
import type { FigureKey } from '../figureKey.ts';

/** What a deal comes to, told between two parties: a figure of their deal even where the text tells no deal. */
const OF_ANY_DEAL: ReadonlySet<Measure> = new Set(['deal_value', 'deal_term', 'investment', 'funding_raised', 'spending_commitment']);

/** Measures that are a deal's when a text tells them with one; a party's revenue never is. */
const OF_A_TOLD_DEAL: ReadonlySet<Measure> = new Set([
  ...OF_ANY_DEAL,
  'price',
  'fine',
  'debt',
  'power_capacity',
  'energy',
  'accelerators',
  'sites',
  'other_money',
  'other_percent',
  'other_physical',
  'other_duration',
]);

/** What an agreement replaces; a capacity that is planned for 2030 is not replaced by what stands today. */
const SETTLED: ReadonlySet<Measure> = new Set(['deal_value', 'deal_term', 'investment', 'funding_raised', 'price']);

/** What is still open before a deal is agreed. */
const OPEN: ReadonlySet<FigureStatus> = new Set(['rumoured', 'talks', 'planned']);

/** Families whose deals have one party that matters: who else joins a round, or lists a company, tells no two of them apart. */
const OF_ONE_PARTY: ReadonlySet<string> = new Set(['ipo', 'funding_round']);

/** What one company raises, or comes to by that: its counterparty is one of several investors. */
const OF_ONE_COMPANY: ReadonlySet<Measure> = new Set(['funding_raised', 'valuation']);

/** Whether a figure's counterparty is one of several who could be named. */
export function isOfOneCompany(measure: Measure): boolean {
  return OF_ONE_COMPANY.has(measure);
}

/** Whether one party and the family are enough to know a deal again. */
export function isOfOneParty(family: string | null): boolean {
  return family !== null && OF_ONE_PARTY.has(family);
}

/** Whether a figure belongs to a deal, whichever of its parties is the subject. */
export function isOfDeal(measure: Measure, family: string | null): boolean {
  return OF_ANY_DEAL.has(measure) || (family !== null && OF_A_TOLD_DEAL.has(measure));
}

/**
 * Whether texts may tell a key with its parties in either order: it may be of a deal, and both have names. The "plant" of one text is not
 * that of another, nor anybody's other side elsewhere.
 */
export function isOfPair<Key extends Pick<FigureKey, 'subject' | 'counterparty' | 'measure'>>(
  key: Key,
): key is Key & { readonly counterparty: string } {
  const { subject, counterparty, measure } = key;
  if (counterparty === null || counterparty === subject || isOfOneCompany(measure)) return false;
  return OF_A_TOLD_DEAL.has(measure) && isName(subject) && isName(counterparty);
}

/** Common nouns have neither capitals nor digits. */
function isName(party: string): boolean {
  return /[\p{Lu}\p{Lo}\p{N}]/u.test(party);
}

/** Whether what is agreed replaces what was rumoured. */
export function isSettledByAgreement(measure: Measure): boolean {
  return SETTLED.has(measure);
}

export function isOpen(status: FigureStatus): boolean {
  return OPEN.has(status);
}

/**
 * The family of types of the deal that a figure belongs to: of the deal that its reader named, else of those of the same article that are
 * between its parties. Null when there is none, or when they are of several families.
 */
export function dealFamilyOf(figure: Figure, named: Deal | null, told: readonly Deal[]): string | null {
  if (!OF_A_TOLD_DEAL.has(figure.measure)) return null;
  if (named !== null) return familyOf(named);
  const families = new Set(told.filter((deal) => isBetween(figure, deal)).map(familyOf));
  const [family = null] = families;
  return families.size === 1 ? family : null;
}

function isBetween({ subject, counterparty }: Figure, { parties }: Deal): boolean {
  const names = new Set(parties.map(({ entity }) => entity));
  return names.has(subject) && (counterparty === null || names.has(counterparty));
}
