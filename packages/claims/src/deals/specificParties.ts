import type { ReadSentence } from '../text/readDocument.ts';
import type { FoundParty } from './foundDeal.ts';

/**
 * Parties by the most specific name that the tellings have for them: where they tell of `Amazon Web Services` and not of `Amazon` itself, the
 * unit is the party; a group and its unit in one role are the unit.
 */
export function specificParties(parties: readonly FoundParty[], tellings: readonly ReadSentence[]): FoundParty[] {
  const told = new Set(tellings.flatMap(({ items }) => items.flatMap(({ mention }) => (mention === null ? [] : [mention.entity]))));
  const named = parties.map((party) => {
    if (told.has(party.entity)) return party;
    const longer = [...told].filter((entity) => entity.startsWith(`${party.entity} `));
    const [only] = longer;
    return only !== undefined && longer.length === 1 ? { ...party, entity: only } : party;
  });
  return named.filter(
    ({ entity, role }, index) =>
      !named.some((other, at) => other.role === role && (other.entity.startsWith(`${entity} `) || (other.entity === entity && at < index))),
  );
}
