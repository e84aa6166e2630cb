import { groundAt } from '../explain/ground.ts';
import { isBoundary } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** What whole countries have. */
const ECONOMY = new Set(
  'gdp product economy economies inflation exports imports unemployment population deficit surplus payrolls wages productivity demand consumption output spending'.split(
    ' ',
  ),
);

/** Between a country and what it has. */
const BETWEEN =
  /^(?:['’]s?|gross|domestic|economic|consumer|price|annual|headline|core|retail|jobless|trade|current|account|budget|whole|overall|the|of|average|electricity|power|energy|oil|gas|industrial|government|public|manufacturing|factory)$/;

/** Adjectives of countries, and the place that they name. */
export const nationalities: Readonly<Record<string, string>> = {
  american: 'US',
  british: 'UK',
  chinese: 'China',
  german: 'Germany',
  french: 'France',
  japanese: 'Japan',
  indian: 'India',
  italian: 'Italy',
  spanish: 'Spain',
  canadian: 'Canada',
  australian: 'Australia',
  russian: 'Russia',
  brazilian: 'Brazil',
  mexican: 'Mexico',
  swiss: 'Switzerland',
  dutch: 'Netherlands',
  taiwanese: 'Taiwan',
};

/** `China's gross domestic product is expected to grow less than 6%`, `UK inflation rose to 3.8%`: the country, when the clause is about its economy. */
export function economySubject(items: readonly Item[], quantity: number): SubjectChoice | null {
  for (let i = quantity - 1; i >= 0 && !isBoundary(items, i); i--) {
    const item = items[i];
    if (item === undefined || item.kind === 'quantity' || (item.kind === 'mention' && item.mention.kind !== 'place')) return null;
    if (item.kind === 'word' && ECONOMY.has(item.lower)) return countryBefore(items, i);
  }
  return null;
}

function countryBefore(items: readonly Item[], noun: number): SubjectChoice | null {
  for (let i = noun - 1; i >= Math.max(0, noun - 5); i--) {
    const item = items[i];
    if (item === undefined) return null;
    if (item.kind === 'mention')
      return item.mention.kind === 'place'
        ? { entity: item.mention.entity, index: i, because: groundAt('country of an economy', items, i, noun + 1) }
        : null;
    const place = nationalities[item.lower];
    if (place !== undefined) return { entity: place, index: i, because: groundAt('country of an economy', items, i, noun + 1) };
    if (!BETWEEN.test(item.lower)) return null;
  }
  return null;
}
