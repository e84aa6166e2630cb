import { describe, expect, test } from 'vitest';
import { extractClaims } from './extractClaims.ts';

/** Whom the quoted amount of a text of Monday 3 November 2025 is about. */
function subjectOf(text: string, quote: string): string | null {
  const { figures } = extractClaims({ title: '', text, publishedAt: '2025-11-03T12:00:00Z', publisher: null });
  return figures.find(({ evidence }) => evidence.quote === quote)?.figure.subject ?? null;
}

describe('lists', () => {
  test.each([
    ['Dell and Equinix received $6.4 billion and $6.1 billion, respectively.', '$6.4 billion', 'Dell'],
    ['Dell and Equinix received $6.4 billion and $6.1 billion, respectively.', '$6.1 billion', 'Equinix'],
    ['Both Dell Inc. and Equinix Inc. are valued above $90 billion.', '$90 billion', 'Dell'],
    ['Dell, Equinix, and Rivian will spend $32 billion in 2026.', '$32 billion', 'Dell'],
    ['Oracle and the next-best stock, Arista Networks Inc., up 93%, led the day.', '93%', 'Arista Networks'],
    [
      'Apple grew. Its services, which include Apple Music, the App Store and Arcadia, did well. It had revenue of $6 billion.',
      '$6 billion',
      'Apple',
    ],
  ])('%s (%s): %s', (text, quote, subject) => {
    expect(subjectOf(text, quote)).toBe(subject);
  });
});

describe('things and their kind', () => {
  test.each([
    ['Google runs 32 data centres with more than 250,000 GPUs.', '250,000', 'Google'],
    ['A data centre of Equinix will be built. It will take 40 MW.', '40 MW', 'Equinix'],
    ['The study of Lazard says that data centres of all kinds use 415 TWh.', '415 TWh', 'Data centres'],
    ['Data-centre demand will reach 90 GW.', '90 GW', 'Data centres'],
  ])('%s (%s): %s', (text, quote, subject) => {
    expect(subjectOf(text, quote)).toBe(subject);
  });
});

describe('names and places', () => {
  test.each([
    ['Oracle fell. Zapnet jumped 9% after a good quarter.', '9%', 'Zapnet'],
    ['Oracle fell. Zenpayroll lays off another 106 employees.', '106', 'Zenpayroll'],
    ['Oracle fell. Dido, a rival of it in China, raises another $7.3 billion.', '$7.3 billion', 'Dido'],
    ['Oracle fell. Oil jumped 9% on the news.', '9%', 'Oracle'],
    ['Oracle fell. China added 277 GW of panels.', '277 GW', 'China'],
    ['Demand was high, with the US accounting for 45% of use; China, 25%.', '25%', 'China'],
    ['Equinix builds near Littleton Springs in Atlanta. Some $1.5 billion was spent.', '$1.5 billion', 'Equinix'],
    ['Equinix has a plan. The project, shown at the Delaware Innovation Summit, will deliver 1 GW.', '1 GW', 'Equinix'],
    ['Dell was shy of hopes. Analysts polled by FactSet, who had anticipated revenue of $9 billion, were sad.', '$9 billion', 'Dell'],
    ['It is the $500 billion that Oracle and friends Dell, and Arista Networks are to spend.', '$500 billion', 'Oracle'],
  ])('%s (%s): %s', (text, quote, subject) => {
    expect(subjectOf(text, quote)).toBe(subject);
  });
});

describe('references', () => {
  test.each([
    [
      'Microsoft sells Azure, while Amazon Web Services leads. The Redmond-based company had revenue of $26 billion.',
      '$26 billion',
      'Microsoft',
    ],
    ['Amazon grew. Amazon Web Services grew more. The company had revenue of $26 billion.', '$26 billion', 'Amazon'],
    ['Exelon, which serves the East Coast, said that its pipeline reached 17 GW.', '17 GW', 'Exelon'],
    ['Chevron earned less. Brent crude averaged $78 a barrel.', '$78', 'Brent crude'],
    ['Dell reported revenue of US$26 billion.', 'US$26 billion', 'Dell'],
  ])('%s (%s): %s', (text, quote, subject) => {
    expect(subjectOf(text, quote)).toBe(subject);
  });
});

describe('whole markets', () => {
  test.each([
    ['Lenovo did well. Worldwide PC shipments fell 5.2 percent.', '5.2 percent', 'Worldwide PC shipments'],
    ['Lenovo did well. Gartner said PC shipments in the U.S. totaled 15 million units.', '15 million', 'PC shipments'],
    ['Chevron did well. Oil prices, helped by unrest, have rebounded to $77 a barrel.', '$77', 'Oil prices'],
    ['Dell did well. Its shipments fell 5 percent.', '5 percent', 'Dell'],
    ['Dell did well. Demand fell 5 percent.', '5 percent', 'Dell'],
  ])('%s (%s): %s', (text, quote, subject) => {
    expect(subjectOf(text, quote)).toBe(subject);
  });
});

describe('clauses beside and behind', () => {
  test.each([
    ["Apple has left OpenAI's funding round, which values the company at over $100 billion.", '$100 billion', 'OpenAI'],
    ['Nvidia is in talks, with Microsoft expected to contribute around $1 billion.', '$1 billion', 'Microsoft'],
    ["Fidelity has cut Rivian's value by 79%.", '79%', 'Rivian'],
    [
      'Redwood Materials, a start-up founded by former Tesla manager Jane Doe, has a loan of $2 billion.',
      '$2 billion',
      'Redwood Materials',
    ],
    ["Ford's stake in Rivian, notes TechCrunch, is now worth $3 billion.", '$3 billion', 'Ford'],
    ['Amazon aims to invest $100 billion, while Microsoft will dedicate $80 billion to AI.', '$80 billion', 'Microsoft'],
    [
      'Constellation Energy Group, Inc. (CEG) rose. The project is expected to cost $3 billion.',
      '$3 billion',
      'Constellation Energy Group',
    ],
  ])('%s (%s): %s', (text, quote, subject) => {
    expect(subjectOf(text, quote)).toBe(subject);
  });
});

describe('names that are none', () => {
  test.each([
    ['Alibaba grew. It had revenue of RMB247.65 billion.', 'RMB247.65 billion', 'Alibaba'],
    ['Equinix grew. It had revenue of SEK 400 million.', 'SEK 400 million', 'Equinix'],
    ['Dominion Energy builds; Virginia currently has approximately 3.4 million households.', '3.4 million', 'Virginia'],
    ["Alibaba's shops, which include Taobao and Tmall, saw sales of $3 billion.", '$3 billion', 'Alibaba'],
    ['OpenAI spent $9 billion on training against $13 billion in revenue in 2025 according to The Information.', '$13 billion', 'OpenAI'],
  ])('%s (%s): %s', (text, quote, subject) => {
    expect(subjectOf(text, quote)).toBe(subject);
  });
});

test.each([
  ['Dell fell. Demand for AI-ready data center capacity will grow by about 33% a year.', '33%', 'Data centres'],
  ['Dell fell. A top AI server has 8 GPUs or more and costs about $200,000.', '$200,000', 'AI servers'],
])('the whole of a kind: %s', (text, quote, subject) => {
  expect(subjectOf(text, quote)).toBe(subject);
});

describe('whose the nearest name is not', () => {
  test.each([
    ['According to LSEG, earnings were weak. Dell had revenue of $9 billion.', '$9 billion', 'Dell'],
    ['According to The Verge, Amazon, Google, and Meta spent $350 billion on servers.', '$350 billion', 'Amazon'],
    ["Microsoft's cloud unit, which contains its Azure services, posted revenue of $9.65 billion.", '$9.65 billion', 'Microsoft'],
    ['Dell had 17.5 percent of the market, followed by HPE at 16.3 percent.', '16.3 percent', 'Hewlett Packard Enterprise'],
    ['Cisco will buy Splunk. Splunk, based in Newbury, Berkshire, has debt of $4 billion.', '$4 billion', 'Splunk'],
    ['Revenue of Dell beat FactSet-polled analysts, who expected $9 billion.', '$9 billion', 'Dell'],
    ['Dell grew. Investment in British software rose by 18 per cent.', '18 per cent', 'Investment in British software'],
    ['Dell grew. Sales in the period rose by 18 per cent.', '18 per cent', 'Dell'],
  ])('%s (%s): %s', (text, quote, subject) => {
    expect(subjectOf(text, quote)).toBe(subject);
  });
});
