import type { FoundDeal, ItemPlace } from './deals/foundDeal.ts';
import { sameParty } from './deals/sameParty.ts';
import { groundAt } from './explain/ground.ts';
import type { FigureDraft } from './figures/figureDraft.ts';

/** A title shortens: a figure of it that the body states again means what the body says. */
export function asInBody(draft: FigureDraft, all: readonly FigureDraft[]): FigureDraft {
  const { figure, sentence } = draft;
  if (!sentence.headline) return draft;
  const same = all.filter(
    (other) =>
      !other.sentence.headline &&
      other.figure.measure === figure.measure &&
      other.figure.subject === figure.subject &&
      other.figure.unit === figure.unit &&
      other.figure.amount.value === figure.amount.value &&
      other.figure.amount.low === figure.amount.low,
  );
  const body = same.find((other) => other.figure.status === figure.status) ?? same[0];
  return body === undefined ? draft : { ...draft, figure: { ...body.figure, amount: figure.amount }, because: body.because };
}

/** A value told again without its parties, as titles do, is the linked one of the same subject and amount; `links` learns of it. */
export function sameAsLinked(draft: FigureDraft, index: number, all: readonly FigureDraft[], links: (number | null)[]): FigureDraft {
  const { figure } = draft;
  if (links[index] !== null || figure.measure !== 'deal_value' || figure.counterparty !== null) return draft;
  const twin = all.findIndex(
    ({ figure: other }, at) =>
      links[at] !== null &&
      other.measure === 'deal_value' &&
      other.unit === figure.unit &&
      other.amount.value === figure.amount.value &&
      other.counterparty !== null &&
      (other.subject === figure.subject || other.counterparty === figure.subject),
  );
  const found = all[twin];
  if (found === undefined) return draft;
  links[index] = links[twin] ?? null;
  const { subject, counterparty } = found.because;
  return {
    ...draft,
    figure: { ...figure, subject: found.figure.subject, counterparty: found.figure.counterparty },
    because: { ...draft.because, subject, counterparty },
  };
}

/** A plain price that is the same amount as one the article defines (equity, with debt, final) is that one. */
export function withDefinition(draft: FigureDraft, all: readonly FigureDraft[]): FigureDraft {
  const { figure } = draft;
  if (figure.measure !== 'deal_value' || figure.definition !== null) return draft;
  const { low, high } = figure.amount;
  if (low === null || high === null) return draft;
  const same = all.find(
    ({ figure: other }) =>
      other.measure === 'deal_value' &&
      other.definition !== null &&
      other.subject === figure.subject &&
      other.counterparty === figure.counterparty &&
      other.unit === figure.unit &&
      other.amount.value !== null &&
      Number(other.amount.value) >= Number(low) &&
      Number(other.amount.value) <= Number(high),
  );
  return same === undefined ? draft : { ...draft, figure: { ...figure, definition: same.figure.definition } };
}

/** An investment that names no investee is the one in the only company that its investor's deals of the article are about. */
export function adopted(draft: FigureDraft, deals: readonly FoundDeal[]): FigureDraft {
  const { figure } = draft;
  if (figure.measure !== 'investment' || figure.counterparty !== null) return draft;
  const investees = deals
    .filter(
      (deal) => deal.type === 'investment' && deal.parties.some((party) => party.role === 'investor' && party.entity === figure.subject),
    )
    .flatMap((deal) => deal.parties.filter((party) => party.role === 'investee'));
  const [only] = investees;
  if (only === undefined || investees.some(({ entity }) => entity !== only.entity)) return draft;
  return {
    ...draft,
    figure: { ...figure, counterparty: only.entity },
    because: {
      ...draft.because,
      counterparty: groundAt('the only company that the investor invests in', only.place.sentence.items, only.place.at),
    },
  };
}

/** A deal's figure names the parties as the whole article does. */
export function withParties(draft: FigureDraft): FigureDraft {
  const { figure, deal, because } = draft;
  if (deal === null) return draft;
  const { parties } = deal.deal;
  const known = (entity: string | null) => (entity === null ? undefined : parties.find((party) => sameParty(party.entity, entity)));
  const subject = known(figure.subject)?.entity ?? figure.subject;
  const others = parties.filter((party) => party.entity !== subject);
  const missing = figure.counterparty === null && /^deal_/.test(figure.measure);
  const other = missing ? (others.find((party) => party.role !== 'seller') ?? others[0]) : known(figure.counterparty);
  return {
    ...draft,
    figure: { ...figure, subject, counterparty: other?.entity ?? figure.counterparty },
    because:
      missing && other !== undefined
        ? {
            ...because,
            counterparty: groundAt('other party of the deal: party that a telling names', other.place.sentence.items, other.place.at),
          }
        : because,
  };
}

/** Which of the deals a figure belongs to: the one whose amount or term it is, or that its sentence links it to; null for none. */
export function indexOf(deals: readonly FoundDeal[], { deal, sentence, start }: FigureDraft): number | null {
  const isAt = (place: ItemPlace | null): boolean =>
    place !== null && place.sentence === sentence && place.sentence.items[place.at]?.start === start;
  const own = deals.findIndex(({ value, term }) => isAt(value) || isAt(term));
  const index = own >= 0 ? own : deal === null ? -1 : deals.indexOf(deal.deal);
  return index < 0 ? null : index;
}
