import type { DealType } from '@newsledger/events';
import type { FeatureBag } from '../scores/featureBag.ts';
import { addChance } from './thermometer.ts';

/** What is known of a deal when all is chosen. */
export interface WholeDeal {
  readonly type: DealType;
  /** Of each telling's telling a deal at all, and one of this type. */
  readonly tellings: readonly { readonly anyChance: number; readonly chance: number; readonly headline: boolean }[];
  readonly partyChances: readonly number[];
  /** The likeliest of those that were left out. */
  readonly leftOut: number;
  /** The chance that all who take part are among them. */
  readonly allNamed: number;
  /** The chance of the likeliest set of parties. */
  readonly likeliest: number;
  /** Whether the same sentences tell others of its type. */
  readonly isOneOfSeveral: boolean;
  readonly value: number | null;
  readonly valueChance: number;
  readonly deals: number;
  readonly sentences: number;
}

/** What speaks for a deal's being right in type, parties and value: sure tellings, sure parties, nobody likely left out. */
export function certaintyFeatures(deal: WholeDeal, bag: FeatureBag): void {
  const { type, tellings, partyChances, leftOut, allNamed, likeliest, valueChance } = deal;
  const most = (chances: readonly number[]): number => Math.max(0, ...chances);
  addChance(bag, 'tells a deal', most(tellings.map(({ anyChance }) => anyChance)));
  addChance(bag, 'tells the type', most(tellings.map(({ chance }) => chance)));
  addChance(bag, 'all parties', allNamed);
  addChance(bag, 'likeliest parties', likeliest);
  addChance(bag, 'least likely party', partyChances.length === 0 ? 0 : Math.min(...partyChances));
  addChance(bag, 'party left out', leftOut);
  addChance(bag, 'value', valueChance);
  addChance(bag, 'all', allNamed * valueChance * most(tellings.map(({ chance }) => chance)));
  bag.add('type', type);
  bag.add('parties', Math.min(4, partyChances.length));
  bag.add('type and parties', `${type} ${Math.min(3, partyChances.length)}`);
  if (deal.isOneOfSeveral) bag.add('one of several');
  bag.add('tellings', Math.min(4, tellings.length));
  bag.add('has value', deal.value !== null);
  bag.add('type with value', `${type} ${deal.value !== null}`);
  bag.add(
    'in title',
    tellings.some(({ headline }) => headline),
  );
  bag.add('deals in text', Math.min(4, deal.deals));
  bag.add('sentences', deal.sentences <= 4 ? 'few' : deal.sentences <= 15 ? 'some' : 'many');
}
