import type { DealStatus, DealType } from '@newsledger/events';
import { dealStatusFeatures } from '../features/dealStatusFeatures.ts';
import type { SentenceOfText } from '../features/tellingFeatures.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { chances, type DealModels, dealStatuses, whichStatus } from './dealModels.ts';
import { dealStatusRules } from './dealStatusRules.ts';

const denial = dealStatusRules.find(({ status }) => status === 'denied');

/** How far a deal is. A denial stands in exact words; the rest is learned. */
export function statusOf(tellings: readonly SentenceOfText[], type: DealType, models: DealModels): DealStatus {
  if (tellings.length > 0 && tellings.every(({ sentence }) => denial?.words.test(sentence.lower) === true)) return 'denied';
  const bag = new FeatureBag();
  dealStatusFeatures(tellings, type, bag);
  const each = chances(models.status, whichStatus(bag));
  return dealStatuses[each.indexOf(Math.max(...each))] ?? 'announced';
}
