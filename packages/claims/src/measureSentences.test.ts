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

describe('prices, and what moved to them', () => {
  test.each([
    ['Dell shares rose 2% to close the session at $104.40.', '$104.40', { measure: 'price' }],
    ['Dell shares fell. They had risen as high as $205.07 in September.', '$205.07', { measure: 'price' }],
    ['Antofagasta rose 7.7 per cent, to 550p.', '550p', { measure: 'price' }],
    ['Antofagasta rose 7.7 per cent, to 550p.', '7.7 per cent', { measure: 'share_price_change' }],
    ['Dell shares fell 25 cents, or 1 percent.', '25 cents', { measure: 'share_price_change', subject: 'Dell' }],
    ['Nvidia has rocketed into the $3 trillion club.', '$3 trillion', { measure: 'market_cap', subject: 'Nvidia' }],
    ["Nvidia's market capitalization surged by $63.4 billion.", '$63.4 billion', { measure: 'market_cap_change' }],
    [
      'Dell stock rose 3 percent after the bell, adding to a 23 percent gain so far this year.',
      '23 percent',
      { measure: 'share_price_change' },
    ],
  ])('%s (%s): %o', (text, quote, expected) => {
    expect(figureOf(text, quote)).toMatchObject(expected);
  });
});

describe('what a company does with money', () => {
  test.each([
    ['Shell said it would buy back $3.5 billion of shares.', '$3.5 billion', { measure: 'other_money' }],
    ['Uber turned to the leveraged loan market to raise $2 billion.', '$2 billion', { measure: 'debt' }],
    [
      'Aibee closed a funding round of $100 million that pushed its valuation to $1 billion.',
      '$100 million',
      { measure: 'funding_raised' },
    ],
    ['Merian has £6 billion of client money under management.', '£6 billion', { measure: 'other_money' }],
    ['Cisco signed an all-cash deal valuing Splunk at $6 billion including debt.', '$6 billion', { measure: 'deal_value' }],
    ['Dell and HP combined to earn $4 billion.', '$4 billion', { measure: 'profit' }],
    [
      "Some 3 million businesses use the platform of nobody. Over 150 agencies were using Salesforce's software.",
      '150',
      { measure: 'customers', subject: 'Salesforce' },
    ],
    [
      'Emirates placed an order for 40 Boeing 787 Dreamliners worth $15.1 billion.',
      '$15.1 billion',
      { measure: 'deal_value', counterparty: 'Boeing' },
    ],
    ['Emirates placed an order for 40 Boeing 787 Dreamliners worth $15.1 billion.', '40', { measure: 'units_sold', subject: 'Emirates' }],
    ['OpenAI hopes for a potential $100 billion investment from Nvidia.', '$100 billion', { measure: 'investment', subject: 'Nvidia' }],
  ])('%s (%s): %o', (text, quote, expected) => {
    expect(figureOf(text, quote)).toMatchObject(expected);
  });
});

describe('results behind their growth, and what others had looked for', () => {
  test.each([
    [
      'Spotify said revenue beat forecasts, increasing 31 percent year-over-year to €1.35 billion.',
      '€1.35 billion',
      { measure: 'revenue' },
    ],
    ['Dell reported operating profit increasing 18% (+21% in euros) to $7.6 billion.', '$7.6 billion', { measure: 'profit' }],
    [
      'Dell said that sales should be $2 billion. Wall Street was looking for about $2.2 billion.',
      '$2.2 billion',
      { measure: 'revenue', subject: 'Dell', status: 'forecast' },
    ],
    [
      'Net income of Dell rose to $3.38 billion, or 69 cents per share, in the quarter, from $3.11 billion a year earlier.',
      '$3.11 billion',
      { measure: 'profit', period: '2024-Q3' },
    ],
    ['Electricity use of data centres in 2024 was estimated to be around 415 TWh.', '415 TWh', { status: 'actual' }],
    ['For the second quarter, Dell expects revenue of $7.9 billion.', '$7.9 billion', { period: '2026-Q2', status: 'forecast' }],
    ['Dell earned $7.9 billion in the second quarter.', '$7.9 billion', { period: '2025-Q2' }],
  ])('%s (%s): %o', (text, quote, expected) => {
    expect(figureOf(text, quote)).toMatchObject(expected);
  });
});
