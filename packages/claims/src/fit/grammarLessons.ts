import { type DealRole, type DealType, dealRoles } from '@newsledger/events';
import { dealTypes } from '../deals/dealTypes.ts';
import type { LabelledText } from './labelledText.ts';

/**
 * How the language tells deals, for models that see too few of some: `{A:acquirer}` is a party with its role, `{C}` somebody else, `{$}` what
 * the deal is worth, `{#}` another amount. Each is filled with made-up names.
 */
const LESSONS: Readonly<Record<DealType, readonly string[]>> = {
  acquisition: [
    '{B:target} soared after {A:acquirer} offered {$} for the company.',
    '{C}, which lost out to {A:acquirer} in the bidding for {B:target}, fell 3%.',
    '{A:acquirer} completed its {$} acquisition of {B:target} in March.',
    "{B:target}'s owner, {S:seller}, agreed to sell it to {A:acquirer} for {$}.",
    'The deal values {B:target} at {$}, {A:acquirer} said.',
    'Under the agreement, {A:acquirer} will pay {$} for {B:target}.',
    '{B:target} shareholders approved the sale to {A:acquirer}.',
    '{A:acquirer} is considering a bid for {B:target}, according to {C}.',
    '{B:target} attracted a takeover approach from {A:acquirer}.',
    'With the purchase of {B:target}, {A:acquirer} overtakes {C}.',
    '{A:acquirer} agreed to buy {B:target} for {$}.',
    '{A:acquirer} acquired {B:target} in a deal worth {$}.',
    '{A:acquirer} has bought {B:target}, which has sales of {#}.',
    '{A:acquirer} to acquire {B:target} for {$}',
    '{A:acquirer} took over {B:target} last year.',
    '{A:acquirer} is in talks to buy {B:target}, {C} reported.',
    '{A:acquirer} and {D:acquirer} will buy {B:target} for {$}.',
    '{B:target} was acquired by {A:acquirer} for {$}.',
    '{B:target} will be bought by {A:acquirer}.',
    '{B:target} is to be taken over by {A:acquirer} in a {$} deal.',
    '{B:target}, which was bought by {A:acquirer} last year, competes with {C}.',
    '{B:target}, which {A:acquirer} agreed to acquire for {$}, makes software.',
    "{A:acquirer}'s {$} acquisition of {B:target} has closed.",
    "{A:acquirer}'s takeover of {B:target} would be its largest since it bought {C:none}.",
    'The {$} purchase of {B:target} by {A:acquirer} was approved.',
    '{B:target} agreed to a takeover by {A:acquirer}.',
    '{B:target} accepted a {$} offer from {A:acquirer}.',
    '{B:target} rejected a bid from {A:acquirer}.',
    '{A:acquirer} bid {$} for {B:target}.',
    '{A:acquirer} abandoned its {$} bid for {B:target}.',
    '{A:acquirer} bought {B:target} from {S:seller} for {$}.',
    '{C} said that {A:acquirer} had acquired {B:target}.',
    'Shares of {C} fell after {A:acquirer} said it would buy {B:target} for {$}.',
  ],
  merger: [
    '{A:partner} merged with {B:partner}.',
    '{A:partner} and {B:partner} agreed to merge in a {$} deal.',
    'The merger of {A:partner} and {B:partner} is final.',
    "{A:partner}'s merger with {B:partner} was approved by {C}.",
    '{A:partner} will combine with {B:partner}.',
  ],
  investment: [
    '{A:investor} holds a 7% stake in {B:investee}, worth {$}.',
    '{B:investee}, in which {A:investor} has a stake, competes with {C}.',
    "{B:investee}'s largest shareholder is {A:investor}.",
    '{A:investor} and {D:investor} agreed to invest {$} in {B:investee}.',
    '{A:investor} disclosed a holding in {B:investee}.',
    '{A:investor} invested {$} in {B:investee}.',
    '{A:investor} bought a 10% stake in {B:investee} for {$}.',
    '{A:investor} has taken a stake in {B:investee}.',
    '{A:investor} will put {$} into {B:investee}.',
    '{A:investor} owns 20% of {B:investee}.',
    "{A:investor}'s {$} investment in {B:investee} was announced by {C}.",
    '{B:investee} received an investment of {$} from {A:investor}.',
    '{B:investee} is owned by {A:investor}.',
    '{A:investor} raised its stake in {B:investee} to 30%.',
    '{A:investor} bought shares of {B:investee} from {S:seller}.',
  ],
  funding_round: [
    '{B:investee} nabs {$} from {A:investor} to take on {C}',
    '{A:investor}, {D:investor} and {E:investor} participated in the {$} round of {B:investee}.',
    '{B:investee}, a startup founded by veterans of {C}, announced {$} in funding from {A:investor}.',
    '{B:investee} is in talks to raise {$} at a valuation of {#}.',
    'Other backers of {B:investee} are {A:investor} and {D:investor}.',
    '{B:investee} raised {$} in a round led by {A:investor}.',
    '{B:investee} raised {$} at a valuation of {#}.',
    '{B:investee} has closed a {$} Series B round led by {A:investor}, with participation from {D:investor} and {E:investor}.',
    '{B:investee} raises {$} from {A:investor}, {D:investor} and {E:investor}',
    '{A:investor} led a {$} funding round for {B:investee}.',
    '{A:investor} backed {B:investee} with {$}.',
    '{B:investee} is backed by {A:investor} and {D:investor}.',
    '{B:investee}, which competes with {C}, secured {$} in new funding.',
    'The {$} round of {B:investee} was led by {A:investor}.',
    'Investors in {B:investee} include {A:investor} and {D:investor}.',
  ],
  supply_contract: [
    '{B:supplier} said that {A:customer} had placed an order for 20 planes worth {$}.',
    '{A:customer} chose {B:supplier} over {C} for a {$} contract.',
    '{A:customer} agreed to buy cloud services from {B:supplier} for {$}.',
    '{A:customer} and {B:supplier} signed a power purchase agreement.',
    '{A:customer} signed a {$} contract with {B:supplier} for servers.',
    '{A:customer} will buy chips worth {$} from {B:supplier}.',
    '{A:customer} ordered 50 jets from {B:supplier}.',
    '{A:customer} awarded {B:supplier} a {$} contract.',
    '{B:supplier} won a {$} contract from {A:customer}.',
    '{B:supplier} received an order from {A:customer} for trains.',
    '{B:supplier} will supply {A:customer} with batteries for {$}.',
    '{B:supplier} signed a deal to supply {A:customer} with lithium.',
    '{B:supplier} agreed to provide computing capacity to {A:customer}.',
    '{A:customer} will rent data centres from {B:supplier} over seven years.',
    '{A:customer} will pay {B:supplier} {$} under the contract.',
  ],
  partnership: [
    '{A:partner} signed an agreement with {B:partner} to sell its products.',
    'Under the partnership, {A:partner} will use the software of {B:partner}.',
    '{A:partner} struck a deal with {B:partner}, a rival of {C}.',
    '{A:partner} partnered with {B:partner}.',
    '{A:partner} and {B:partner} announced a partnership.',
    '{A:partner} has teamed up with {B:partner} to build cars.',
    '{A:partner} licensed a vaccine from {B:partner}.',
    "{A:partner}'s partnership with {B:partner} was announced by {C}.",
  ],
  joint_venture: [
    '{A:partner} and {B:partner} will form a joint venture to build batteries.',
    '{A:partner} set up a joint venture with {B:partner}.',
  ],
  divestiture: [
    '{S:seller} has sold its stake in {B:target} for {$}.',
    '{A:acquirer} bought the business of {B:target} that {S:seller} sold for {$}.',
    '{S:seller} is exploring a sale of its {B:target} division, {C} reported.',
    '{S:seller} sold {B:target} to {A:acquirer} for {$}.',
    '{S:seller} agreed to sell its {B:target} unit to {A:acquirer}.',
    '{S:seller} completed the sale of {B:target} to {A:acquirer} for {$}.',
    '{S:seller} plans to sell {B:target}.',
    '{S:seller} will spin off {B:target}.',
    '{B:target} was sold by {S:seller} for {$}.',
  ],
  ipo: [
    '{S:seller} priced its IPO at {#}, raising {$}.',
    '{S:seller} made its debut on the stock market, and {C} rose too.',
    '{S:seller} shelved its planned listing.',
    '{S:seller} raised {$} in its initial public offering.',
    '{S:seller} filed for an IPO led by {C}.',
    '{S:seller} plans to go public at a valuation of {#}.',
    "{S:seller}'s IPO was underwritten by {C} and {F}.",
  ],
  financing: [
    '{B:investee} got a {$} loan from {A:investor}.',
    '{A:investor} provided a {$} loan to {B:investee}.',
    '{A:investor} lent {$} to {B:investee}.',
    '{B:investee} entered into a {$} credit facility with {A:investor}.',
    '{B:investee} sold bonds worth {$}.',
    '{B:investee} borrowed {$} from {A:investor}.',
  ],
  settlement: [
    '{A:partner} and {B:partner} settled their lawsuit for {$}, {C} reported.',
    '{B:partner} accused {A:partner}, which agreed to pay {$} in a settlement.',
    '{A:partner} agreed to pay {$} to settle a lawsuit brought by {B:partner}.',
    '{A:partner} settled with {B:partner} for {$}.',
    '{A:partner} reached a {$} settlement with {B:partner}.',
  ],
};

/** What has the words of deals and tells none. */
const NO_DEALS: readonly string[] = [
  'Shoppers buy bread at {A} and {B}.',
  '{A} sells cars in Europe and competes with {B}.',
  '{A} raised its dividend to {#}.',
  '{A} raised prices by 5% after {B} had done so.',
  '{A} offers loans of up to {#} to its customers.',
  '{A} will invest {#} in a new plant.',
  '{A} bought back shares worth {#}.',
  'The debt of {A} rose to {#}.',
  'Analysts at {A} said investors should buy shares of {B}.',
  '{A} said that sales rose to {#}.',
  '{A} sold 20,000 vehicles in May, more than {B}.',
  'The sale of tickets begins on Monday, {A} said.',
  '{A} led the market, followed by {B}.',
  'Bonds and stocks of {A} fell.',
  '{A} launched an offering of new services for {B} users.',
  'Shares of {A} closed at $41, and {B} lost 2%.',
  '{A} has a market share of 30%, and {B} one of 12%.',
  '{A} spends {#} on research each year.',
  '{A} acquired a taste for growth, its chief said.',
  'Partners of the law firm left {A} for {B}.',
];

const NAMES =
  'Brantwick Motors, Corvane Foods, Delmore Capital, Eskdale Systems, Fennimore Group, Garrick Steel, Hollowell Partners, Ivarsson Energy, Jessamine Labs, Kettering Rail, Lomond Ventures, Marchmont Media, Nethercote Bank, Orsino Software, Penhallow Air, Quillon Robotics'.split(
    ', ',
  );

/** How often each lesson is told, with other names. */
const TIMES = 3;

/** A fold that no cross-validation holds out. */
export const LESSON_FOLD = -1;

/** Labelled texts of one sentence each, made from the lessons. */
export function grammarLessons(): LabelledText[] {
  let next = 0;
  const told = (type: DealType | null, lessons: readonly string[]): LabelledText[] =>
    lessons.flatMap((lesson) => Array.from({ length: TIMES }, () => labelled(type, lesson, next++)));
  return [...dealTypes.flatMap((type) => told(type, LESSONS[type])), ...told(null, NO_DEALS)];
}

function labelled(type: DealType | null, lesson: string, seed: number): LabelledText {
  const parties: { readonly name: string; readonly role: DealRole }[] = [];
  const letters: string[] = [];
  const millions = 20 + ((seed * 37) % 900);
  let value: number | null = null;
  const text = lesson.replace(/\{(\$|#|([A-Z])(?::(\w+))?)\}/g, (_, what: string, letter: string | undefined, role: string | undefined) => {
    if (what === '#') return `$${millions + 1} billion`;
    if (what === '$') {
      value = millions * 1e6;
      return `$${millions} million`;
    }
    if (letter !== undefined && !letters.includes(letter)) letters.push(letter);
    const name = NAMES[(seed * 5 + letters.indexOf(letter ?? '') * 3) % NAMES.length] ?? '';
    const party = dealRoles.find((one) => one === role);
    if (party !== undefined) parties.push({ name, role: party });
    return name;
  });
  return {
    id: `lesson ${seed}`,
    title: null,
    text,
    publisher: null,
    published: '2025-05-07',
    fold: LESSON_FOLD,
    figures: [],
    deals: (type === null ? [] : [type]).map((of) => ({
      type: of,
      parties,
      value_low: value,
      value_high: value,
      unit: value === null ? null : 'USD',
      term_years: null,
      announced: null,
      status: 'announced',
      quote: text,
      tellings: [{ where: 'text', start: 0, end: text.length, full: true }],
    })),
  };
}
