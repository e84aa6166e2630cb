import type { ReadSentence } from '../text/readDocument.ts';
import type { FoundParty } from './foundDeal.ts';

/**
 * Parties by the name that most of the tellings have for them, the longer one at a draw: `Amazon Web Services` where they tell of the unit,
 * `Amazon` where they tell of the group, though both stand somewhere in the text.
 */
export function specificParties(parties: readonly FoundParty[], tellings: readonly ReadSentence[]): FoundParty[] {
  const tolds = new Map<string, number>();
  for (const { items } of tellings)
    for (const entity of new Set(items.flatMap(({ mention }) => (mention === null ? [] : [mention.entity]))))
      tolds.set(entity, (tolds.get(entity) ?? 0) + 1);
  const named = parties.map((party) => {
    const { entity } = party;
    const variants = [...tolds].filter(([name]) => name === entity || name.startsWith(`${entity} `) || entity.startsWith(`${name} `));
    variants.sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
    return { ...party, entity: variants[0]?.[0] ?? entity };
  });
  return named.filter(
    ({ entity, role }, index) => !named.some((other, at) => at < index && other.role === role && other.entity === entity),
  );
}
