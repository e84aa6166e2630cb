import { describe, expect, test } from 'vitest';
import { extractClaims } from './extractClaims.ts';

/** What a sentence of the news of Monday 3 November 2025 says about the quoted amount. */
function figureOf(text: string, quote: string) {
  const { figures } = extractClaims({ title: '', text, publishedAt: '2025-11-03T12:00:00Z', publisher: null });
  const figure = figures.find(({ evidence }) => evidence.quote === quote)?.figure;
  return figure === undefined ? null : { ...figure, period: figure.period?.label ?? null };
}

describe('who and what', () => {
  test.each([
    [
      'Snowflake shares jumped 15% after the data-cloud company forecast product revenue of $4.4 billion.',
      '15%',
      'Snowflake',
      'share_price_change',
    ],
    [
      'Snowflake shares jumped 15% after the data-cloud company forecast product revenue of $4.4 billion.',
      '$4.4 billion',
      'Snowflake',
      'revenue',
    ],
    ["Micron's data-centre revenue of $5.2 billion beat estimates of $4.9 billion.", '$5.2 billion', 'Micron', 'revenue'],
    ['Intel reported a $2.9 billion loss at its foundry arm.', '$2.9 billion', 'Intel', 'loss'],
    ['Shares in ASML fell 6.4% in Amsterdam.', '6.4%', 'ASML', 'share_price_change'],
    ["Germany's economy shrank 0.3% in the second quarter, hurting Siemens.", '0.3%', 'Germany', 'growth'],
    ['UK inflation rose to 3.8% in July, the Office for National Statistics said.', '3.8%', 'UK', 'growth'],
    ['German exports fell 2% in August.', '2%', 'Germany', 'growth'],
    ['US electricity demand is forecast to rise 2.1% this year, according to Lazard.', '2.1%', 'US', 'growth'],
    ['The French start-up Mistral AI, valued at 11.7 billion euros, is backed by ASML.', '11.7 billion euros', 'Mistral AI', 'valuation'],
    ["Palantir's market capitalisation topped $400 billion for the first time on Monday.", '$400 billion', 'Palantir', 'market_cap'],
    [
      "Huawei's revenue came to 427 billion yuan, up 4%, while its profit fell by a third to 37 billion yuan.",
      '37 billion yuan',
      'Huawei',
      'profit',
    ],
    ["Revenue at Oracle's cloud infrastructure business climbed 55% to $3.3 billion.", '$3.3 billion', 'Oracle', 'revenue'],
    ['The European Commission fined Apple 500 million euros and Meta 200 million euros.', '500 million euros', 'Apple', 'fine'],
    ['The European Commission fined Apple 500 million euros and Meta 200 million euros.', '200 million euros', 'Meta', 'fine'],
    ['Dell, HP and Lenovo sold 62 million PCs in the quarter.', '62 million', 'Dell', 'units_sold'],
    ['Scale AI laid off 200 employees, weeks after Meta paid $14.3 billion for a 49% stake.', '200', 'Scale AI', 'employees'],
    ['Scale AI laid off 200 employees, weeks after Meta paid $14.3 billion for a 49% stake.', '$14.3 billion', 'Meta', 'deal_value'],
    ['Scale AI laid off 200 employees, weeks after Meta paid $14.3 billion for a 49% stake.', '49%', 'Meta', 'stake'],
    ['Rivian will lay off more than 600 workers, or 4.5% of its staff.', '4.5%', 'Rivian', 'other_percent'],
    ['Nvidia, now worth more than $4 trillion, has gained 40% this year.', '$4 trillion', 'Nvidia', 'market_cap'],
    ['Nvidia, now worth more than $4 trillion, has gained 40% this year.', '40%', 'Nvidia', 'share_price_change'],
    ['Shares of Splunk closed at $52.88, well below the $70 a share that Cisco is paying.', '$70', 'Cisco', 'price'],
    ['Alphabet agreed to buy Fitbit for $7.35 a share, valuing the company at about $2.1 billion.', '$2.1 billion', 'Fitbit', 'market_cap'],
    ["Tesla's board proposed a pay package for Musk that could be worth as much as $1 trillion.", '$1 trillion', 'Tesla', 'cost'],
    ['OpenAI lost $11.5 billion last quarter.', '$11.5 billion', 'OpenAI', 'loss'],
    ['Amazon has an office workforce of 350,000.', '350,000', 'Amazon', 'employees'],
    ["Spotify's monthly active users climbed 11% to 713 million.", '713 million', 'Spotify', 'users'],
    ['Walmart has 4,700 US stores.', '4,700', 'Walmart', 'sites'],
    ['Emirates ordered 30 Boeing 787-9 jets.', '30', 'Emirates', 'units_sold'],
    ['Poolside, a French-American start-up, is building a 2-gigawatt campus in Texas.', '2-gigawatt', 'Poolside', 'power_capacity'],
    [
      'Crusoe raised $1.4 billion in a round that valued the data-centre builder at more than $10 billion.',
      '$10 billion',
      'Crusoe',
      'valuation',
    ],
    ['Amazon committed $15.7 billion to data centres in Spain.', '$15.7 billion', 'Amazon', 'investment'],
    ['OpenAI, which is spending $300 billion with Oracle, lost money.', '$300 billion', 'OpenAI', 'spending_commitment'],
    [
      'Gartner said worldwide AI spending would reach $1.5 trillion in 2025.',
      '$1.5 trillion',
      'Worldwide AI spending',
      'capital_expenditure',
    ],
    ['The GPUs make up 72% of the bill. Memory is 11%.', '11%', 'Memory', 'other_percent'],
    ['Lumenfield, a start-up that designs chips, has revenue of $86 million.', '$86 million', 'Lumenfield', 'revenue'],
    ['NVIDIA stock was sold, causing its value to drop by 17% in one session.', '17%', 'Nvidia', 'share_price_change'],
    ['WeWork shrank after a $9.5 billion bailout by SoftBank.', '$9.5 billion', 'SoftBank', 'investment'],
    [
      'The figures of Oracle are old. Rents rose, according to the property firm Fjord Realty. A server draws 10 kilowatts.',
      '10 kilowatts',
      'Oracle',
      'power_capacity',
    ],
  ])('%s (%s): %s, %s', (text, quote, subject, measure) => {
    expect(figureOf(text, quote)).toMatchObject({ subject, measure });
  });
});

describe('when, how sure and who says so', () => {
  test.each([
    ["Micron's revenue of $5.2 billion beat estimates of $4.9 billion.", '$5.2 billion', { status: 'actual' }],
    ["Micron's revenue of $5.2 billion beat estimates of $4.9 billion.", '$4.9 billion', { status: 'forecast' }],
    ['PayPal shares fell 2% after it said it would buy Etsy.', '2%', { status: 'actual' }],
    ['Palantir raised its annual revenue forecast to $4.4 billion, from $4.15 billion.', '$4.4 billion', { status: 'forecast' }],
    ['Citi expects OpenAI to have revenue of $40 billion.', '$40 billion', { speaker: 'Citigroup', status: 'forecast' }],
    ["OpenAI's chief executive, Sam Altman, said the company would spend $1.4 trillion.", '$1.4 trillion', { speaker: 'Sam Altman' }],
    ['According to an SEC filing, Apple owes $2 billion.', '$2 billion', { speaker: null }],
    ["Kohl's stock plunged 19.5% after the retailer cut its profit forecast.", '19.5%', { speaker: null, status: 'actual' }],
    ['Apple made a profit of $9 billion, compared with $8 billion a year ago.', '$9 billion', { period: null }],
    ["TSMC's net profit rose to $13 billion in the June quarter, from $8 billion a year earlier.", '$13 billion', { period: '2025-Q2' }],
    ["TSMC's net profit rose to $13 billion in the June quarter, from $8 billion a year earlier.", '$8 billion', { period: '2024-Q2' }],
    ['Microsoft, a member since August 2019 and now worth $1.27 trillion, grew.', '$1.27 trillion', { period: '2025-11' }],
    [
      'Amazon passed the $1 trillion mark in market value in 2018.',
      '$1 trillion',
      { amount: { hedge: '>', low: '1000000000000', high: null } },
    ],
  ])('%s (%s): %o', (text, quote, expected) => {
    expect(figureOf(text, quote)).toMatchObject(expected);
  });
});
