import { joinFeatures } from '../features/joinFeatures.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { chanceOf, type DealModels } from './dealModels.ts';
import { mayBeSameType } from './dealTypes.ts';
import type { Telling } from './findTellings.ts';

/** Two tellings that are likelier of one deal than of two. */
const LEAST = 0.5;

/** A telling is compared with so many of the latest deals, and with so many tellings of each: time stays in proportion to the text. */
const MOST_DEALS = 30;
const MOST_TELLINGS = 8;

/** Tellings of the same deal together, in the order of the text: each joins the deal that it fits best, or opens one. */
export function joinTellings(tellings: readonly Telling[], models: DealModels): Telling[][] {
  const deals: Telling[][] = [];
  for (const telling of tellings) {
    let best: Telling[] | null = null;
    let most = LEAST;
    for (const deal of deals.slice(-MOST_DEALS)) {
      const fits = fit(deal.slice(0, MOST_TELLINGS), telling, tellings.length, models);
      if (fits > most) [best, most] = [deal, fits];
    }
    if (best === null) deals.push([telling]);
    else best.push(telling);
  }
  return deals;
}

/** How likely a telling is of the deal that others tell, as the mean over them. */
function fit(deal: readonly Telling[], telling: Telling, count: number, models: DealModels): number {
  let sum = 0;
  for (const other of deal) {
    if (!mayBeSameType(other.type, telling.type)) continue;
    const bag = new FeatureBag();
    joinFeatures(other, telling, count, bag);
    sum += chanceOf(models.join, bag);
  }
  return sum / deal.length;
}
