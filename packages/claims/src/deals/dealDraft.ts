import type { DealRole, DealStatus, DealType } from '@newsledger/events';
import { clauseAround, wordsOf } from '../text/itemQueries.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import type { Named } from './findParties.ts';
import { supplyRoles } from './supplyDeals.ts';
import { dealStatusRules } from './triggers.ts';

/** One side of a deal. */
export interface Party {
  readonly role: DealRole;
  readonly entity: string;
  /** The item that names it; null when the party comes from elsewhere. */
  readonly index: number | null;
}

/** A deal as one sentence tells it. */
export interface DealDraft {
  readonly type: DealType;
  readonly status: DealStatus;
  readonly parties: readonly Party[];
  readonly sentence: ReadSentence;
  /** The item whose word tells of the deal. */
  readonly trigger: number;
  /** "the deal", "the agreement" without parties of its own: it means the deal told before. */
  readonly anaphoric: boolean;
}

/** A telling with the status that its words give it and, for supply contracts, the roles of its parties. */
export function make(
  sentence: ReadSentence,
  trigger: number,
  type: DealType,
  parties: readonly Party[],
  anaphoric: boolean,
): DealDraft | null {
  if (!anaphoric && parties.length === 0) return null;
  return {
    type,
    status: statusOf(sentence, trigger, type),
    parties: type === 'supply_contract' ? supplyRoles(sentence, parties) : parties,
    sentence,
    trigger,
    anaphoric,
  };
}

function statusOf(sentence: ReadSentence, trigger: number, type: DealType): DealStatus {
  const [from, to] = clauseAround(sentence.items, trigger);
  const words = wordsOf(sentence.items, from, to);
  const whole = sentence.text.toLowerCase();
  for (const [status, pattern] of dealStatusRules) if (pattern.test(/^(?:rumoured|denied)$/.test(status) ? whole : words)) return status;
  if (/\b(?:plans?|seek\w*|to raise|aims?|will|set to)\b/.test(words))
    return type === 'ipo' || type === 'funding_round' ? 'announced' : 'announced';
  if (/^(?:acquired|bought|purchased|invested|raised|merged|lent|settled)$/.test(sentence.items[trigger]?.lower ?? '')) return 'completed';
  return 'announced';
}

/** Adds a party unless it is there already. */
export function add(parties: Party[], role: DealRole, named: Named | null | undefined): void {
  if (named === null || named === undefined || parties.some((party) => party.entity === named.entity)) return;
  parties.push({ role, entity: named.entity, index: named.index });
}

/** Two tellings name the same parties. */
export function sameParties(a: DealDraft, b: DealDraft): boolean {
  return (
    a.anaphoric === b.anaphoric &&
    a.parties.length === b.parties.length &&
    a.parties.every((party) => b.parties.some((other) => other.entity === party.entity))
  );
}
