/** What kind of amount a measure takes; figures of different kinds can never conflict. */
export type MeasureClass = 'money' | 'percent' | 'count' | 'physical' | 'duration';

export interface MeasureDefinition {
  readonly name: string;
  readonly measureClass: MeasureClass;
  /** One sentence that says what is measured; shown in SQL and docs. */
  readonly definition: string;
}

const define = <const Name extends string>(name: Name, measureClass: MeasureClass, definition: string) => ({
  name,
  measureClass,
  definition,
});

/**
 * The controlled list of what a figure can measure (DESIGN.md §5). `other_*` keeps the noun phrase, so that no
 * number is lost. To add a measure, add a row here and its cue words in `packages/claims`.
 */
export const measures = [
  define('deal_value', 'money', 'What a deal is worth in all, as its parties or reporters put it.'),
  define('spending_commitment', 'money', 'Money that somebody has promised to spend, whole term.'),
  define('investment', 'money', 'Money put into a company or a project by an investor or owner.'),
  define('funding_raised', 'money', 'Money that a company raised from investors in one round or in all.'),
  define('valuation', 'money', 'What a company that is not listed is held to be worth.'),
  define('market_cap', 'money', 'Shares outstanding times the share price of a listed company.'),
  define('market_cap_change', 'money', 'How much market capitalisation was gained (positive) or lost (negative).'),
  define('revenue', 'money', 'Sales over a period, or at a yearly rate.'),
  define('profit', 'money', 'What is left of revenue; the definition column says operating, net or other.'),
  define('loss', 'money', 'A negative result, written as a positive amount.'),
  define('cost', 'money', 'What something cost or is expected to cost.'),
  define('capital_expenditure', 'money', 'Money spent on plant, buildings and equipment.'),
  define('debt', 'money', 'Money owed or borrowed.'),
  define('price', 'money', 'What one unit, share, subscription or item sells for.'),
  define('fine', 'money', 'A penalty, award or settlement set by an authority or court.'),
  define('market_size', 'money', 'What a whole market or industry is worth or spends.'),
  define('other_money', 'money', 'Any other amount of money; the noun column says of what.'),
  define('share_price_change', 'percent', 'How far a share price moved; falls are negative.'),
  define('stake', 'percent', 'Share of a company that somebody owns.'),
  define('growth', 'percent', 'Change of an amount between two moments; falls are negative, tripled is 200.'),
  define('market_share', 'percent', 'Share of a market that somebody holds.'),
  define('margin', 'percent', 'Profit as a share of revenue.'),
  define('other_percent', 'percent', 'Any other percentage; the noun column says of what.'),
  define('accelerators', 'count', 'Chips that train or run models: GPUs, TPUs, Trainium and their like.'),
  define('employees', 'count', 'People who work for somebody, are hired, or lose their job.'),
  define('users', 'count', 'People or accounts that use a product.'),
  define('customers', 'count', 'Those who pay, or households served.'),
  define('sites', 'count', 'Places: data centres, stores, plants, offices.'),
  define('units_sold', 'count', 'Items sold, shipped, ordered or delivered.'),
  define('other_count', 'count', 'Any other count; the noun column says of what.'),
  define('power_capacity', 'physical', 'Electric power, in watts.'),
  define('energy', 'physical', 'Electric or other energy, in watt-hours.'),
  define('other_physical', 'physical', 'Any other physical amount; the noun column says of what.'),
  define('deal_term', 'duration', 'How long an agreement runs, in years.'),
  define('other_duration', 'duration', 'Any other length of time or age, in years; the noun column says of what.'),
] as const satisfies readonly MeasureDefinition[];

export type Measure = (typeof measures)[number]['name'];

export const measureNames = measures.map((measure) => measure.name) as [Measure, ...Measure[]];

const classOf = new Map<Measure, MeasureClass>(measures.map((measure) => [measure.name, measure.measureClass]));

export function measureClassOf(measure: Measure): MeasureClass {
  const found = classOf.get(measure);
  if (found === undefined) throw new Error(`No measure is called "${measure}"; packages/events/src/measures.ts lists them.`);
  return found;
}
