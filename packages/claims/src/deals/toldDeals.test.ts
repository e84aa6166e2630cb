import { describe, expect, test } from 'vitest';
import { extractClaims } from '../extractClaims.ts';

/** What an article of Monday 3 November 2025 with this body says about the quoted amount. */
function figureOf(body: string, quote: string) {
  const { figures } = extractClaims({ title: '', text: body, publishedAt: '2025-11-03T12:00:00Z', publisher: null });
  const claim = figures.find(({ evidence }) => evidence.quote === quote);
  return claim === undefined ? null : { ...claim.figure, period: claim.figure.period?.label ?? null };
}

function dealsOf(body: string) {
  return extractClaims({ title: '', text: body, publishedAt: '2025-11-03T12:00:00Z', publisher: null }).deals.map(({ deal }) => ({
    type: deal.type,
    status: deal.status,
    parties: deal.parties.map(({ role, entity }) => `${role} ${entity}`).sort(),
    value: deal.value?.amount.value ?? deal.value?.amount.high ?? null,
    term: deal.termYears,
  }));
}

describe('deals', () => {
  const openAiAndAws = { type: 'supply_contract', parties: ['customer OpenAI', 'supplier Amazon Web Services'], value: '38000000000' };
  test.each([
    ['OpenAI signed a $38 billion cloud deal with Amazon Web Services.', openAiAndAws],
    ['OpenAI signed a cloud contract with AWS. The deal is worth $38 billion. It runs for seven years.', openAiAndAws],
    ['Cisco acquired Splunk for $28 billion.', { type: 'acquisition', parties: ['acquirer Cisco', 'target Splunk'], value: '28000000000' }],
    [
      'Splunk was acquired by Cisco for $28 billion.',
      { type: 'acquisition', parties: ['acquirer Cisco', 'target Splunk'], value: '28000000000' },
    ],
    [
      "Cisco's $28 billion purchase of Splunk closed.",
      { type: 'acquisition', parties: ['acquirer Cisco', 'target Splunk'], value: '28000000000' },
    ],
    ['The takeover of Splunk by Cisco is worth $28 billion.', { type: 'acquisition', parties: ['acquirer Cisco', 'target Splunk'] }],
    ['Cisco is in talks to buy Splunk.', { type: 'acquisition', status: 'talks', value: null }],
    ["Cisco's largest acquisition (Splunk, $28 billion) was good.", { type: 'acquisition', parties: ['acquirer Cisco', 'target Splunk'] }],
    ['Lazard sold Splunk to Cisco.', { type: 'divestiture', parties: ['acquirer Cisco', 'seller Lazard', 'target Splunk'] }],
    ['Cisco completed its acquisition of Splunk.', { type: 'acquisition', status: 'completed' }],
    ['The merger of Gannett and GateHouse Media is final.', { type: 'merger', parties: ['partner Gannett', 'partner GateHouse Media'] }],
    [
      'Amazon invested $4 billion in Anthropic.',
      { type: 'investment', parties: ['investee Anthropic', 'investor Amazon'], value: '4000000000' },
    ],
    [
      'Anthropic raised $13 billion in a round led by Fidelity.',
      { type: 'funding_round', parties: ['investee Anthropic', 'investor Fidelity'], value: '13000000000' },
    ],
    [
      'IBM sold its chip business to GlobalFoundries for $1.5 billion.',
      { type: 'divestiture', parties: ['acquirer GlobalFoundries', 'seller IBM'] },
    ],
    ['OpenAI signed a cloud contract with Google Cloud; its value was not disclosed.', { type: 'supply_contract', value: null }],
    ['OpenAI formed a joint venture with Oracle.', { type: 'joint_venture' }],
    [
      'Microsoft signed a 20-year power purchase agreement with Constellation Energy.',
      { type: 'supply_contract', parties: ['customer Microsoft', 'supplier Constellation Energy'], term: '20' },
    ],
  ])('%s', (body, expected) => {
    expect(dealsOf(body)).toEqual([expect.objectContaining(expected)]);
  });

  test.each([
    ['Brightmoor Systems will buy Tessaly Networks for an equity value of $24.5 billion.', '$24.5 billion', 'equity'],
    ['Brightmoor Systems will buy Tessaly Networks. Including debt, the deal is worth $27.1 billion.', '$27.1 billion', 'with_debt'],
    [
      'Brightmoor Systems completed the purchase of Tessaly Networks at a final price of $24.6 billion after adjustments.',
      '$24.6 billion',
      'final_price',
    ],
    ['Brightmoor Systems will buy Tessaly Networks for $24.5 billion.', '$24.5 billion', null],
    ['Cisco completes Splunk purchase at $28.2 billion.', '$28.2 billion', 'final_price'],
    ['Cisco completed its $28 billion purchase of Splunk.', '$28 billion', null],
  ])('%s (%s): definition %s', (body, quote, definition) => {
    expect(figureOf(body, quote)).toMatchObject({ measure: 'deal_value', definition, period: null });
  });
});
