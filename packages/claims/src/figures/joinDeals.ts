import type { DealRole, DealStatus, DealType, FigureStatus, Measure } from '@newsledger/events';
import type { FoundDeal, FoundParty, ItemPlace } from '../deals/foundDeal.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import type { ReadFigure } from './readFigure.ts';

/** A figure, and whose value or term it is among the article's deals; null when it is no deal's. */
export interface JoinedFigure extends ReadFigure {
  readonly dealIndex: number | null;
}

/** What the value of a deal measures when its words alone don't say. */
const MEASURE_OF: Readonly<Record<DealType, Measure>> = {
  acquisition: 'deal_value',
  merger: 'deal_value',
  divestiture: 'deal_value',
  supply_contract: 'deal_value',
  partnership: 'deal_value',
  joint_venture: 'investment',
  investment: 'investment',
  funding_round: 'funding_raised',
  ipo: 'funding_raised',
  financing: 'debt',
  settlement: 'fine',
};

const VALUES: ReadonlySet<Measure> = new Set<Measure>([
  'deal_value',
  'spending_commitment',
  'investment',
  'funding_raised',
  'fine',
  'debt',
]);

/** Whom a deal's value is about: the first of these roles that the deal has; whoever else is a party stands across. */
const SUBJECT_ROLES: Readonly<Record<DealType, readonly DealRole[]>> = {
  acquisition: ['acquirer', 'target'],
  merger: ['acquirer', 'partner', 'target'],
  divestiture: ['acquirer', 'seller', 'target'],
  supply_contract: ['customer', 'partner', 'supplier'],
  partnership: ['customer', 'partner'],
  joint_venture: ['partner', 'investor'],
  investment: ['investor', 'investee'],
  funding_round: ['investee', 'seller'],
  ipo: ['seller', 'investee'],
  financing: ['investee', 'partner'],
  settlement: ['partner'],
};

/** From which certainty a deal's parties say whom its value is about, over what the figure's own sentence seemed to say. */
const DEAL_DECIDES = 0.5;

/** Gives deals their values and terms: a figure at the deal's amount, and every figure of a telling that states the same amount again. */
export function joinDeals(figures: readonly ReadFigure[], deals: readonly FoundDeal[]): JoinedFigure[] {
  return figures.map((figure) => {
    const own = deals.filter((deal) => isOf(figure, deal, figures) && !contradicts(figure, deal));
    const deal = own.find(({ parties }) => parties.some(({ entity }) => entity === figure.figure.subject)) ?? own[0];
    return deal === undefined ? { ...figure, dealIndex: null } : { ...asDeal(figure, deal), dealIndex: deals.indexOf(deal) };
  });
}

function isOf(own: ReadFigure, deal: FoundDeal, figures: readonly ReadFigure[]): boolean {
  if (standsAt(own, deal.term)) return own.figure.measure === 'deal_term';
  if (deal.value === null) return false;
  if (standsAt(own, deal.value)) return true;
  const value = figures.find((figure) => standsAt(figure, deal.value))?.figure;
  return (
    value !== undefined &&
    VALUES.has(own.figure.measure) &&
    own.figure.unit === value.unit &&
    own.figure.amount.value === value.amount.value &&
    deal.tellings.includes(own.place.sentence)
  );
}

/** Whether a figure names another side that is no party of the deal, and was read more surely: then it is of another deal. */
function contradicts({ figure, certainty }: ReadFigure, { parties, certainty: ofDeal }: FoundDeal): boolean {
  const { counterparty } = figure;
  return counterparty !== null && certainty > ofDeal && !parties.some(({ entity }) => entity === counterparty);
}

function standsAt({ place }: ReadFigure, at: ItemPlace | null): boolean {
  return at !== null && place.sentence === at.sentence && place.at === at.at;
}

/** Certainties are told with three decimals. */
function inThousandths(certainty: number): number {
  return Math.round(certainty * 1000) / 1000;
}

/** What a deal's status makes of its value: an agreement makes it a fact. */
const STATUS_OF: Readonly<Record<DealStatus, FigureStatus>> = {
  rumoured: 'rumoured',
  talks: 'talks',
  denied: 'denied',
  agreed: 'actual',
  announced: 'actual',
  completed: 'actual',
  terminated: 'actual',
  blocked: 'actual',
};

function asDeal(own: ReadFigure, deal: FoundDeal): ReadFigure {
  const { figure } = own;
  const measure = figure.measure === 'deal_term' || VALUES.has(figure.measure) ? figure.measure : MEASURE_OF[deal.type];
  if (deal.certainty < DEAL_DECIDES) return { ...own, figure: { ...figure, measure } };
  const subject = subjectOf(deal, own);
  if (subject === undefined) return { ...own, figure: { ...figure, measure } };
  const status = figure.status === 'historic' || figure.status === 'denied' ? figure.status : STATUS_OF[deal.status];
  const other = otherParty(deal, subject, own);
  return {
    ...own,
    // Who is surely party of a deal is surely whom its value is about.
    certainty: standsAt(own, deal.value) ? Math.max(own.certainty, inThousandths(deal.certainty)) : own.certainty,
    figure: { ...figure, measure, status, subject: subject.entity, counterparty: other?.entity ?? figure.counterparty },
  };
}

/** Of the parties in the role that a value is about, the one that the figure itself seemed to be about, else one that its sentence names. */
function subjectOf({ type, parties }: FoundDeal, { figure, place }: ReadFigure): FoundParty | undefined {
  const role = SUBJECT_ROLES[type].find((wanted) => parties.some((party) => party.role === wanted));
  const among = parties.filter((party) => party.role === role);
  return among.find(({ entity }) => entity === figure.subject) ?? among.find((party) => isNamedIn(place.sentence, party)) ?? among[0];
}

function isNamedIn({ items }: ReadSentence, { entity }: FoundParty): boolean {
  return items.some(({ mention }) => mention?.entity === entity);
}

/** Who stands across: one of another role before one of the same, and whom the figure's sentence names before others. */
function otherParty({ parties }: FoundDeal, subject: FoundParty, { figure, place }: ReadFigure): FoundParty | undefined {
  const others = parties.filter((party) => party !== subject);
  const across = others.filter(({ role }) => role !== subject.role);
  const among = across.length > 0 ? across : others;
  return among.find(({ entity }) => entity === figure.counterparty) ?? among.find((party) => isNamedIn(place.sentence, party)) ?? among[0];
}
