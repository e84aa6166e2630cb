import { describe, expect, test } from 'vitest';
import { extractClaims } from './extractClaims.ts';

/** What an article of Monday 3 November 2025 with this body says about the quoted amount. */
function figureOf(body: string, quote: string) {
  const { figures } = extractClaims({ title: '', text: body, publishedAt: '2025-11-03T12:00:00Z', publisher: null });
  const claim = figures.find(({ evidence }) => evidence.quote === quote);
  return claim === undefined ? null : { ...claim.figure, period: claim.figure.period?.label ?? null };
}

describe('subjects', () => {
  test.each([
    ['Nvidia reported revenue of $57 billion.', '$57 billion', 'Nvidia'],
    ["Oracle's revenue was $15.9 billion.", '$15.9 billion', 'Oracle'],
    ['Revenue of Oracle was $15.9 billion.', '$15.9 billion', 'Oracle'],
    ['Shares of Cisco rose 3%.', '3%', 'Cisco'],
    ['Amazon, once worth $1 trillion, sold stock; and Etsy, a member of the index and now worth $6 billion.', '$6 billion', 'Etsy'],
    ["Norway's gross domestic product grew 2%, said Equinix.", '2%', 'Norway'],
    ['Amazon was followed by a rival, Etsy, saw its revenue rise to $3 billion.', '$3 billion', 'Etsy'],
    ['Cosmetics retailer Etsy grew. Cosmetics sold well. Its revenue was $3 billion.', '$3 billion', 'Etsy'],
    ['Etsy grew. The Fidelity and Lazard-backed company has revenue of $3 billion.', '$3 billion', 'Etsy'],
    [
      'OpenAI and Oracle signed a $300 billion contract.\n\nOrders at Arista Networks have grown since the agreement, when $24 billion looked dear.',
      '$24 billion',
      'Arista Networks',
    ],
    ['OpenAI spends much. Oslo (Northern Wire) - Fjord Data Inc. has revenue of $2 billion.', '$2 billion', 'Fjord Data'],
    ['Microsoft said its profit rose to $27.7 billion.', '$27.7 billion', 'Microsoft'],
    ['Analysts at Jefferies said Oracle would earn $9 billion.', '$9 billion', 'Oracle'],
    ['The round values Anthropic at $183 billion.', '$183 billion', 'Anthropic'],
    ['Microsoft, which owns 27% of OpenAI, said sales rose 18%.', '18%', 'Microsoft'],
    ['Microsoft, which owns 27% of OpenAI, said sales rose 18%.', '27%', 'Microsoft'],
    ['Rivian is worth $14 billion, while the market value of Ford is $40 billion.', '$40 billion', 'Ford'],
    ['Meta fired 600 employees last month.', '600', 'Meta'],
    ['Harbinger Robotics Inc. raised $40 million.', '$40 million', 'Harbinger Robotics'],
    ['Investors value Harbinger Robotics at $2 billion.', '$2 billion', 'Harbinger Robotics'],
    ['Data centres will use 92 GW by 2027.', '92 GW', 'Data centres'],
    ['Power demand of data centers will rise 165% by 2030.', '165%', 'Data centres'],
    ['Spending on new US data centres tripled in three years.', 'tripled', 'US data centres'],
    ['The S&P 500 fell 1.2%.', '1.2%', 'S&P 500'],
    ['Tesla agreed to supply batteries and Ford posted a loss of $1.1 billion.', '$1.1 billion', 'Ford'],
    ["Intel's cash pile shrank after it spent $14 billion on plants.", '$14 billion', 'Intel'],
    ['Dan Ives, an analyst at Wedbush, said Apple would sell 240 million iPhones.', '240 million', 'Apple'],
  ])('%s (%s): %s', (body, quote, subject) => {
    expect(figureOf(body, quote)?.subject).toBe(subject);
  });
});

describe('references', () => {
  test.each([
    ['OpenAI grows quickly. The company has 800 million users.', '800 million', 'OpenAI'],
    ['OpenAI grows quickly. It has 800 million users.', '800 million', 'OpenAI'],
    ['OpenAI grows quickly. Its revenue is $13 billion a year.', '$13 billion', 'OpenAI'],
    ['Microsoft backs OpenAI. The ChatGPT maker has revenue of $13 billion.', '$13 billion', 'OpenAI'],
    ['Microsoft backs OpenAI. The maker of ChatGPT has revenue of $13 billion.', '$13 billion', 'OpenAI'],
    ['Northwind Traders Group (NTG) grew. NTG made a profit of $3 million.', '$3 million', 'Northwind Traders Group'],
    ['Amazon Web Services (AWS) grew. AWS had sales of $33 billion.', '$33 billion', 'Amazon Web Services'],
    ['Nvidia and Walmart reported. The chipmaker had revenue of $57 billion.', '$57 billion', 'Nvidia'],
    ['Nvidia and Walmart reported. The retailer had revenue of $180 billion.', '$180 billion', 'Walmart'],
    ['Harbinger Robotics is young. Harbinger has 90 employees.', '90', 'Harbinger Robotics'],
    ["Amazon's cloud unit had sales of $33 billion.", '$33 billion', 'Amazon Web Services'],
    ['Coty rallied. The Amsterdam-based company has debt of $4 billion.', '$4 billion', 'Coty'],
  ])('%s (%s): %s', (body, quote, subject) => {
    expect(figureOf(body, quote)?.subject).toBe(subject);
  });
});

describe('measures', () => {
  test.each([
    ['Amazon shares fell 4%.', '4%', { measure: 'share_price_change', amount: { value: '-4' } }],
    ["Norway's economic growth may slump to 1%.", '1%', { measure: 'growth', amount: { value: '1' } }],
    ['Cisco offered to buy Splunk. It pays $157 a share.', '$157', { measure: 'price', subject: 'Cisco', counterparty: 'Splunk' }],
    ['Nvidia paid a fee of $1.25 billion to SoftBank.', '$1.25 billion', { measure: 'other_money', counterparty: 'SoftBank' }],
    ['Amazon rose 4% in New York.', '4%', { measure: 'share_price_change', amount: { value: '4' } }],
    ['Revenue at Amazon rose 13%.', '13%', { measure: 'growth', definition: 'revenue' }],
    ['Revenue at Amazon fell 13%.', '13%', { measure: 'growth', amount: { value: '-13' } }],
    ['Sales at Amazon doubled.', 'doubled', { measure: 'growth', unit: '%', amount: { value: '100' } }],
    ['Sales at Amazon tripled.', 'tripled', { measure: 'growth', unit: '%', amount: { value: '200' } }],
    [
      'Amazon added nearly $140 billion in market value.',
      '$140 billion',
      { measure: 'market_cap_change', amount: { value: '140000000000' } },
    ],
    ['Nvidia lost $593 billion in market value.', '$593 billion', { measure: 'market_cap_change', amount: { value: '-593000000000' } }],
    ['Nvidia is worth $5 trillion.', '$5 trillion', { measure: 'market_cap' }],
    ['OpenAI is worth $500 billion.', '$500 billion', { measure: 'valuation' }],
    ['Microsoft holds a 27% stake in OpenAI.', '27%', { measure: 'stake', counterparty: 'OpenAI' }],
    ['AWS has a market share of 30%.', '30%', { measure: 'market_share' }],
    ['Its operating margin at Nvidia was 62%.', '62%', { measure: 'margin' }],
    ['OpenAI has 800 million weekly users.', '800 million', { measure: 'users', unit: 'user', definition: 'weekly' }],
    ['Oracle ordered 400,000 Nvidia GB200 chips.', '400,000', { measure: 'accelerators', unit: 'chip' }],
    ['Oracle ordered 400,000 GPUs.', '400,000', { measure: 'accelerators', unit: 'chip' }],
    ['Oracle uses tens of millions of CPUs.', 'tens of millions', { measure: 'other_count', unit: 'CPU' }],
    ['Oracle cut 3,000 jobs.', '3,000', { measure: 'employees', unit: 'employee' }],
    ['Equinix runs 273 data centers.', '273', { measure: 'sites', unit: 'data centre' }],
    [
      'The plant of Constellation Energy has 835 megawatts.',
      '835 megawatts',
      { measure: 'power_capacity', unit: 'W', amount: { value: '835000000' } },
    ],
    ['OpenAI has revenue of $13 billion a year.', '$13 billion', { measure: 'revenue', definition: 'annual_rate' }],
    [
      'Oracle has signed a $30 billion contract with Equinix. Averaged out, the contract is worth $6 billion a year.',
      '$6 billion',
      { measure: 'spending_commitment', definition: 'annual_rate' },
    ],
    [
      'OpenAI has commitments of about $1.4 trillion.',
      '$1.4 trillion',
      { measure: 'spending_commitment', definition: 'cumulative', period: null },
    ],
    ['Microsoft will spend $80 billion on data centres this year.', '$80 billion', { measure: 'capital_expenditure' }],
    ['The regulator fined Meta $1.3 billion.', '$1.3 billion', { measure: 'fine' }],
    ['Oracle has $104 billion of debt.', '$104 billion', { measure: 'debt' }],
    ['Oracle raised $18 billion in bonds.', '$18 billion', { measure: 'debt' }],
    ['Boeing delivered 55 jets in October.', '55', { measure: 'units_sold' }],
    ['Anthropic raised $13 billion at a valuation of $183 billion.', '$13 billion', { measure: 'funding_raised' }],
    ['Anthropic raised $13 billion at a valuation of $183 billion.', '$183 billion', { measure: 'valuation' }],
    ['Fidelity paid $21 a share, or $340 million in all, for its holding in Etsy.', '$21', { measure: 'price', unit: 'USD/share' }],
    ['The shares of Etsy closed at $61.40.', '$61.40', { measure: 'price' }],
    ['Oracle keeps $11 billion of cash.', '$11 billion', { measure: 'other_money', noun: 'cash' }],
    ['Oracle paid back $2 billion of its bonds.', '$2 billion', { measure: 'debt' }],
    ['Cisco bought Splunk for $28 billion. Engineers bought a lamp, for $40.', '$40', { measure: 'price' }],
    [
      'Microsoft has a high market value. It passed $3 trillion in 2024.',
      '$3 trillion',
      { measure: 'market_cap', period: '2024', status: 'historic' },
    ],
    [
      'OpenAI has total commitments of $1.4 trillion. Our own reckoning of last week was $1.2 trillion.',
      '$1.2 trillion',
      { measure: 'spending_commitment', definition: 'cumulative', subject: 'OpenAI' },
    ],
    ['Union advocates say that 8.9% is enough for Oracle.', '8.9%', { measure: 'other_percent' }],
  ])('%s (%s): %o', (body, quote, expected) => {
    expect(figureOf(body, quote)).toMatchObject(expected);
  });
});

describe('periods', () => {
  test.each([
    ['Amazon shares rose 10% on Friday.', '10%', '2025-10-31'],
    ['Amazon shares rose 5%.', '5%', '2025-11-03'],
    ['OpenAI had revenue of about $13 billion a year as of mid-2025.', '$13 billion', '2025-06'],
    ['OpenAI will have revenue of $20 billion a year by the end of 2025.', '$20 billion', '2025-12-31'],
    ['Oracle had revenue of $57 billion in fiscal 2025.', '$57 billion', 'FY2025'],
    ['Oracle had revenue of $14.9 billion in the third quarter.', '$14.9 billion', '2025-Q3'],
    ['Power demand of data centres will be up 165% by 2030 from 2023.', '165%', '2023/2030'],
    ['OpenAI is valued at $500 billion.', '$500 billion', '2025-11'],
    ['Nvidia reached a market value of $5 trillion on October 29.', '$5 trillion', '2025-10-29'],
    ['Spending on data centres tripled in three years.', 'tripled', '2022/2025'],
    ['Nvidia first passed a market value of $1 trillion in 2023.', '$1 trillion', '2023'],
    ['OpenAI signed a $38 billion deal with AWS on Monday.', '$38 billion', null],
    ['Amazon invested another $4 billion in Anthropic.', '$4 billion', '2025-11'],
    ['Amazon shares are up 12% so far this year.', '12%', '2025'],
    ['For 2030 they disagree. Gartner forecasts that data centres will need 130 GW.', '130 GW', '2030'],
  ])('%s (%s): %s', (body, quote, label) => {
    expect(figureOf(body, quote)?.period).toBe(label);
  });
});

describe('comparisons', () => {
  test.each([
    [
      'Revenue at Oracle rose to $27 billion from $18 billion a year ago in 2025.',
      '$18 billion',
      { measure: 'revenue', subject: 'Oracle' },
    ],
    [
      'Oracle had revenue of $15.9 billion in 2025, up from $14.1 billion a year earlier.',
      '$14.1 billion',
      { measure: 'revenue', period: '2024' },
    ],
    [
      'Oracle had revenue of $15.9 billion in 2025, up from $14.1 billion a year earlier.',
      '$15.9 billion',
      { measure: 'revenue', period: '2025' },
    ],
    ['Nvidia made a profit of $31 billion, compared with $19 billion in 2024.', '$19 billion', { measure: 'profit', subject: 'Nvidia' }],
    ['Lowe’s expects sales growth of 2.6%, down from previous guidance of 3.4%.', '3.4%', { measure: 'growth', status: 'historic' }],
    ["Ford's market value was $40 billion, while Rivian's was $14 billion.", '$14 billion', { measure: 'market_cap', subject: 'Rivian' }],
  ])('%s (%s): %o', (body, quote, expected) => {
    expect(figureOf(body, quote)).toMatchObject(expected);
  });
});

describe('status', () => {
  test.each([
    ['Oracle had revenue of $15.9 billion.', '$15.9 billion', 'actual'],
    ['Oracle expects revenue of $67 billion.', '$67 billion', 'forecast'],
    ['Oracle plans to spend $25 billion on data centres.', '$25 billion', 'planned'],
    ['Anthropic is in talks to raise $10 billion.', '$10 billion', 'talks'],
    ['Anthropic raised $10 billion, people familiar with the matter said.', '$10 billion', 'rumoured'],
    ['A listing could value OpenAI at up to $1 trillion.', '$1 trillion', 'rumoured'],
    ['Ravensholt Group denied that it made a $25 billion bid for Tessaly Networks.', '$25 billion', 'denied'],
    ['Nvidia first passed a market value of $1 trillion in 2023.', '$1 trillion', 'historic'],
    ['Under the agreement Microsoft will hold 27% of OpenAI.', '27%', 'actual'],
    ['A finance blog reported that Cisco had offered $30 billion for Splunk.', '$30 billion', 'rumoured'],
    ['Cisco completed its $28 billion acquisition of Splunk.', '$28 billion', 'actual'],
    ['Anthropic is reportedly valued at $350 billion.', '$350 billion', 'rumoured'],
    ['Hyperscalers will spend $370 billion in 2025.', '$370 billion', 'forecast'],
    ['Oracle is on track for revenue of $67 billion.', '$67 billion', 'forecast'],
  ])('%s (%s): %s', (body, quote, status) => {
    expect(figureOf(body, quote)?.status).toBe(status);
  });
});

describe('speakers', () => {
  test.each([
    ['Oracle had revenue of $15.9 billion.', '$15.9 billion', null],
    ['Analysts surveyed by Wedbush had expected Oracle to report revenue of $16 billion.', '$16 billion', 'Wedbush'],
    ['Safra Catz said little. "Revenue of Oracle is $16 billion," she said.', '$16 billion', 'Safra Catz'],
    ['Cisco (CSCO) said that it earned $2 billion.', '$2 billion', 'Cisco'],
    ['Rents are up 26% at Equinix, according to the property firm Fjord Realty.', '26%', 'Fjord Realty'],
    ['Spending on data centres will reach $3 trillion, Morgan Stanley said.', '$3 trillion', 'Morgan Stanley'],
    ['Gartner expects spending on data centres to reach $489 billion.', '$489 billion', 'Gartner'],
    ['According to the Financial Times, OpenAI has revenue of $13 billion.', '$13 billion', 'Financial Times'],
    ['OpenAI has revenue of $13 billion, according to the Financial Times.', '$13 billion', 'Financial Times'],
    ['OpenAI has commitments of $1.4 trillion, chief executive Sam Altman said.', '$1.4 trillion', 'Sam Altman'],
    ['Sam Altman, chief executive of OpenAI, said that revenue was $13 billion.', '$13 billion', 'Sam Altman'],
    ['"Revenue is $13 billion," said Sam Altman, who runs OpenAI.', '$13 billion', 'Sam Altman'],
    ['Analysts at Goldman Sachs say data centres will use 92 GW.', '92 GW', 'Goldman Sachs'],
    ['The Financial Times estimated that OpenAI has revenue of $13 billion.', '$13 billion', 'Financial Times'],
    ['Dell expects revenue of $26 billion this quarter.', '$26 billion', 'Dell'],
    ['Dell is forecasting that it will have revenue of $26 billion.', '$26 billion', 'Dell'],
    ["Dell's forward guidance of $26 billion in revenue was weak.", '$26 billion', 'Dell'],
    ['Dell confirmed on Monday it will lay off 900 people.', '900', 'Dell'],
    ['Dell said it earned $2 billion, while Wall Street expected it to earn $3 billion.', '$3 billion', 'Wall Street'],
    ['Analysts had expected Dell to sell 40 million devices.', '40 million', 'analysts'],
    ['Dell is in talks to raise $10 billion, two people familiar with the matter said.', '$10 billion', 'people familiar with the matter'],
    ['People briefed on the talks said Dell would raise $10 billion.', '$10 billion', 'people briefed on the talks'],
    ['Dell showed a model, claiming it had been trained for $6 million.', '$6 million', 'Dell'],
    ['Lazard wrote a lot. The report says that data centres will use 92 GW.', '92 GW', 'Lazard'],
    ['Dell employs people in three states and has revenue of $26 billion.', '$26 billion', null],
  ])('%s (%s): %s', (body, quote, speaker) => {
    expect(figureOf(body, quote)?.speaker).toBe(speaker);
  });
});

describe('what is no figure', () => {
  test.each([
    ['Copyright 2025. All rights reserved.'],
    ['Published on 3 November 2025 at 14:30.'],
    ['This is a 5 minute read.'],
    ['Subscribe now for $1 a week.'],
    ['One person asked two questions.'],
    ['The Boeing 737 and the GPT-4 model were shown.'],
    ['Read more: our privacy policy has 12 sections.'],
  ])('%s', (body) => {
    expect(extractClaims({ title: '', text: body, publishedAt: '2025-11-03T12:00:00Z', publisher: null }).figures).toEqual([]);
  });
});

describe('titles and publishers', () => {
  const claimsOf = (title: string, body: string) =>
    extractClaims({ title, text: `${title}\n\n${body}`, publishedAt: '2025-11-03T12:00:00Z', publisher: 'Fjord & Market' });

  test('a title that denies is not overruled by what the body says that somebody reported', () => {
    const { figures } = claimsOf(
      'Cisco denies that it bid $30 billion for Splunk',
      'Cisco denied a $30 billion bid for Splunk. A blog reported on Friday that Cisco had offered $30 billion.',
    );
    expect(figures.map(({ figure }) => figure.status)).toEqual(['denied', 'denied', 'rumoured']);
  });

  test('a forecast of the lead is for the year of the title', () => {
    const { figures } = claimsOf('Data centres will need 130 GW by 2030', 'Gartner forecasts that data centres will need 130 GW.');
    expect(figures.map(({ figure }) => figure.period?.label)).toEqual(['2030', '2030']);
  });

  test('whoever publishes the news is no party to it', () => {
    const { figures } = claimsOf('Splunk is sold', 'Cisco told Fjord & Market that it bought Splunk for $28 billion.');
    expect(figures[0]?.figure).toMatchObject({ subject: 'Cisco', counterparty: 'Splunk' });
  });
});

test('an amount that no noun phrase names is told from others of its subject by the words around it', () => {
  const first = figureOf('Oracle had revenue of $5 billion, and 41% of it came from four customers.', '41%');
  const second = figureOf('Oracle asked its shareholders to agree to an issue of stock, and in the end it was 81 percent.', '81 percent');
  expect(first).toMatchObject({ measure: 'other_percent', noun: expect.stringContaining('customers') });
  expect(second?.noun).not.toBe(first?.noun);
});
