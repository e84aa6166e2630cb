import { describe, expect, test } from 'vitest';
import { extractClaims } from './extractClaims.ts';

/** What a text of Monday 3 November 2025 says about the quoted amount. */
function figureOf(text: string, quote: string) {
  const { figures } = extractClaims({ title: '', text, publishedAt: '2025-11-03T12:00:00Z', publisher: null });
  const figure = figures.find(({ evidence }) => evidence.quote === quote)?.figure;
  return figure === undefined ? null : { ...figure, period: figure.period?.label ?? null };
}

describe('results and what was expected of them', () => {
  test.each([
    ['Dell missed hopes for EPS at $1.95 versus $1.97 expected.', '$1.97', { measure: 'profit', status: 'forecast' }],
    [
      "Dell's revenue was $9 billion. That beat analyst expectations of $8 billion.",
      '$8 billion',
      { measure: 'revenue', status: 'forecast' },
    ],
    ['Dell made revenue of $9 billion, topping the $8 billion estimate.', '$8 billion', { measure: 'revenue', status: 'forecast' }],
    ['Revenue of Dell: $9 billion vs. $8 billion expected.', '$9 billion', { measure: 'revenue', status: 'actual' }],
    ['Revenue of Dell: $9 billion vs. $8 billion expected.', '$8 billion', { measure: 'revenue', status: 'forecast' }],
    ['Dell earned 71 cents a share, which beat estimates of 65 cents.', '65 cents', { measure: 'profit', unit: 'USD/share' }],
    ['Dell guided for $9 billion in revenue.', '$9 billion', { status: 'forecast' }],
    [
      'Dell will spend $9 billion, up from its earlier estimate of $8 billion.',
      '$8 billion',
      { measure: 'capital_expenditure', status: 'historic' },
    ],
    ['Dell said its sales rose 6% to $4 billion with a loss of $1 billion.', '$4 billion', { measure: 'revenue' }],
    ['Dell shares fell 26% following the forecast.', '26%', { measure: 'share_price_change', status: 'actual' }],
    ['Dell reported revenue of $9 billion on expectations of $8 billion.', '$9 billion', { status: 'actual' }],
    ['Dell used 4% of the power in 2023 and could use 9% by 2030.', '4%', { status: 'actual' }],
    ['Dell said that the target was 5 gigawatts by 2039.', '5 gigawatts', { status: 'forecast' }],
    ['Citi raises its Dell price target to $206.', '$206', { subject: 'Dell', measure: 'price', status: 'forecast' }],
    ['Sales of Dell fell 8.5% from a year ago.', '8.5%', { period: null }],
  ])('%s (%s): %o', (text, quote, expected) => {
    expect(figureOf(text, quote)).toMatchObject(expected);
  });
});

describe('money', () => {
  test.each([
    ['Dell has saved $200 million in costs.', '$200 million', { measure: 'other_money', noun: 'saved' }],
    ['Dell paid Micron $2 billion in advance.', '$2 billion', { measure: 'other_money' }],
    ['Dell committed $25 billion to develop digital infrastructure.', '$25 billion', { measure: 'investment' }],
    ['Dell has plans for a $6 billion data center in Ohio.', '$6 billion', { measure: 'capital_expenditure' }],
    ['The state awarded Micron $6 billion.', '$6 billion', { measure: 'other_money' }],
    ['OpenAI sold shares at a $500 billion valuation.', '$500 billion', { measure: 'valuation' }],
    ['Rents for Equinix server halls rose to $250 per square metre.', '$250 per square metre', { measure: 'price', subject: 'Equinix' }],
  ])('%s (%s): %o', (text, quote, expected) => {
    expect(figureOf(text, quote)).toMatchObject(expected);
  });
});

describe('parts and numbers of things', () => {
  test.each([
    ['Microsoft accounted for 62% of Equinix revenue.', '62%', { measure: 'other_percent' }],
    ['Microsoft holds 14% of the cloud computing market.', '14%', { measure: 'market_share' }],
    ['Tesla hoped to sell 500,000 cars, and it sold 404,000.', '404,000', { measure: 'units_sold', unit: 'car' }],
    ['Tesla delivered 369,783 Model 3.', '369,783', { measure: 'units_sold' }],
    ["OpenAI considers advertising to ChatGPT's 700 million users.", '700 million', { measure: 'users', status: 'actual' }],
    ['According to 18 analysts polled by FactSet, Dell will sell less.', '18', null],
    ['Galaxy Digital raised $1 billion to convert its Texas site, supplying 800 MW.', '800 MW', { subject: 'Galaxy Digital' }],
    ['Amazon signed a deal with Talen Energy for 1,920 megawatts of power.', '1,920 megawatts', { counterparty: 'Talen Energy' }],
    ['Exxon did well, as did Chevron, whose profit of $11 billion was a record.', '$11 billion', { subject: 'Chevron' }],
  ])('%s (%s): %o', (text, quote, expected) => {
    if (expected === null) expect(figureOf(text, quote)).toBeNull();
    else expect(figureOf(text, quote)).toMatchObject(expected);
  });
});

describe('shares on the move', () => {
  test.each([
    ['Dell warned of costs, causing its stock price to fall by 8%.', '8%', { measure: 'share_price_change', status: 'actual' }],
    ['Dell forecast more revenue, sending its shares up 10%.', '10%', { measure: 'share_price_change', status: 'actual' }],
    ['Dell (DELL 10.05%) fell.', '10.05%', { measure: 'share_price_change' }],
    [
      "Dell fell 1%, Google's parent Alphabet dropped 4.3% and Oracle slid 3.4%.",
      '4.3%',
      { subject: 'Alphabet', measure: 'share_price_change' },
    ],
    [
      "Dell fell 1%, Google's parent Alphabet dropped 4.3% and Oracle slid 3.4%.",
      '3.4%',
      { subject: 'Oracle', measure: 'share_price_change' },
    ],
    ['The S&P 500 fell 20.59 points.', '20.59', { measure: 'share_price_change', unit: 'point', amount: { value: '-20.59' } }],
  ])('%s (%s): %o', (text, quote, expected) => {
    expect(figureOf(text, quote)).toMatchObject(expected);
  });
});

describe('people and companies', () => {
  test.each([
    ['Amazon grew. CEO Andy Jassy has pledged to spend $5 billion on chips.', '$5 billion', { subject: 'Amazon' }],
    ['Nobody knew that Amazon CEO Andy Jassy has pledged $5 billion.', '$5 billion', { subject: 'Amazon' }],
    ['Amazon CEO Andy Jassy announced the company plans to lay off 9,000 employees.', '9,000', { subject: 'Amazon' }],
    ['The Instagram parent had revenue of $5 billion.', '$5 billion', { subject: 'Meta' }],
    [
      'SenseTime raised $227 million from Alibaba in a series C round at a $3 billion valuation.',
      '$3 billion',
      { subject: 'SenseTime', measure: 'valuation' },
    ],
    ['Cisco snapped up Splunk, a maker of software, for $14 billion.', '$14 billion', { measure: 'deal_value' }],
    ['AMD sees a $135 billion market opportunity.', '$135 billion', { measure: 'market_size' }],
    [
      'Dell expects revenue of $9 billion, compared with an average estimate of $8 billion, according to data compiled by FactSet.',
      '$8 billion',
      { speaker: 'FactSet', status: 'forecast' },
    ],
  ])('%s (%s): %o', (text, quote, expected) => {
    expect(figureOf(text, quote)).toMatchObject(expected);
  });
});
