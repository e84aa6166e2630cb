import type { Figure } from '@newsledger/events';
import type { DealDraft } from './deals/dealDraft.ts';
import { sameParty, type ToldDeal } from './deals/mergeDeals.ts';
import type { FigureDraft } from './figures/figureDraft.ts';

/** A title shortens: a figure of it that the body states again means what the body says. */
export function asInBody(figure: Figure, draft: FigureDraft, all: readonly Figure[], drafts: readonly FigureDraft[]): Figure {
  if (!draft.sentence.headline) return figure;
  const same = all.filter(
    (other, at) =>
      drafts[at]?.sentence.headline === false &&
      other.measure === figure.measure &&
      other.subject === figure.subject &&
      other.unit === figure.unit &&
      other.amount.value === figure.amount.value &&
      other.amount.low === figure.amount.low,
  );
  const body = same.find((other) => other.status === figure.status) ?? same[0];
  return body === undefined ? figure : { ...body, amount: figure.amount };
}

/** A value told again without its parties, as titles do, is the linked one of the same subject and amount; `links` learns of it. */
export function sameAsLinked(figure: Figure, index: number, all: readonly Figure[], links: (number | null)[]): Figure {
  if (links[index] !== null || figure.measure !== 'deal_value' || figure.counterparty !== null) return figure;
  const twin = all.findIndex(
    (other, at) =>
      links[at] !== null &&
      other.measure === 'deal_value' &&
      other.unit === figure.unit &&
      other.amount.value === figure.amount.value &&
      other.counterparty !== null &&
      (other.subject === figure.subject || other.counterparty === figure.subject),
  );
  const found = all[twin];
  if (found === undefined) return figure;
  links[index] = links[twin] ?? null;
  return { ...figure, subject: found.subject, counterparty: found.counterparty };
}

/** A plain price that is the same amount as one the article defines (equity, with debt, final) is that one. */
export function withDefinition(figure: Figure, all: readonly Figure[]): Figure {
  if (figure.measure !== 'deal_value' || figure.definition !== null) return figure;
  const { low, high } = figure.amount;
  if (low === null || high === null) return figure;
  const same = all.find(
    (other) =>
      other.measure === 'deal_value' &&
      other.definition !== null &&
      other.subject === figure.subject &&
      other.counterparty === figure.counterparty &&
      other.unit === figure.unit &&
      other.amount.value !== null &&
      Number(other.amount.value) >= Number(low) &&
      Number(other.amount.value) <= Number(high),
  );
  return same === undefined ? figure : { ...figure, definition: same.definition };
}

/** An investment that names no investee is the one in the only company that its investor's deals of the article are about. */
export function adopted(figure: Figure, deals: readonly ToldDeal[]): Figure {
  if (figure.measure !== 'investment' || figure.counterparty !== null) return figure;
  const investees = new Set(
    deals
      .filter(
        (deal) => deal.type === 'investment' && deal.parties.some((party) => party.role === 'investor' && party.entity === figure.subject),
      )
      .flatMap((deal) => deal.parties.filter((party) => party.role === 'investee').map((party) => party.entity)),
  );
  const [only] = investees;
  return investees.size === 1 && only !== undefined ? { ...figure, counterparty: only } : figure;
}

/** A deal's figure names the parties as the whole article does. */
export function withParties({ figure, deal }: FigureDraft, dealOf: ReadonlyMap<DealDraft, ToldDeal>): Figure {
  const parties = deal === null ? undefined : dealOf.get(deal)?.parties;
  if (parties === undefined) return figure;
  const named = (entity: string): string => parties.find((party) => sameParty(party.entity, entity))?.entity ?? entity;
  const subject = named(figure.subject);
  const other =
    figure.counterparty === null && /^deal_/.test(figure.measure)
      ? ((parties.find((party) => party.entity !== subject && party.role !== 'seller') ?? parties.find((party) => party.entity !== subject))
          ?.entity ?? null)
      : figure.counterparty;
  return { ...figure, subject, counterparty: other === null ? null : named(other) };
}

export function indexOf(deals: readonly ToldDeal[], draft: FigureDraft, dealOf: ReadonlyMap<DealDraft, ToldDeal>): number | null {
  const deal = draft.deal === null ? undefined : dealOf.get(draft.deal);
  const index = deal === undefined ? -1 : deals.indexOf(deal);
  return index < 0 ? null : index;
}
