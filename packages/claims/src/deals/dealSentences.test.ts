import { expect, test } from 'vitest';
import { extractClaims } from '../extractClaims.ts';

/** Type, parties and value of every deal that a text tells, one line each. */
function dealsIn(text: string): string[] {
  const { deals } = extractClaims({ title: '', text, publishedAt: '2024-05-03T12:00:00Z', publisher: null });
  return deals.map(({ deal: { type, parties, value } }) =>
    [type, ...parties.map(({ role, entity }) => `${role} ${entity}`).sort(), value?.amount.value].filter((word) => word != null).join(', '),
  );
}

/** Sentences in plain English of companies that no labelled text names. The models were fitted to none of them. */
test.each([
  [
    'Oxbow Foods accepted a $1.2 billion takeover offer from Brindle Stores.',
    'acquisition, acquirer Brindle Stores, target Oxbow Foods, 1200000000',
  ],
  [
    'Oxbow Foods has agreed to a buyout by Brindle Stores worth $1.2 billion.',
    'acquisition, acquirer Brindle Stores, target Oxbow Foods, 1200000000',
  ],
  ['Oxbow Foods rejected an unsolicited proposal from Brindle Stores.', 'acquisition, acquirer Brindle Stores, target Oxbow Foods'],
  ['Brindle Stores took over Oxbow Foods for $40 million.', 'acquisition, acquirer Brindle Stores, target Oxbow Foods, 40000000'],
  ['The $2 billion takeover of Oxbow Foods was completed in March.', 'acquisition, target Oxbow Foods, 2000000000'],
  [
    'Brindle Stores has agreed to sell a 40% stake in Oxbow Foods to Harbour Mills for $90 million.',
    'divestiture, acquirer Harbour Mills, seller Brindle Stores, target Oxbow Foods, 90000000',
  ],
  [
    'The lender Oxbow Pay raised $40 million in new funding. The round was led by Harbour Capital.',
    'funding_round, investee Oxbow Pay, investor Harbour Capital, 40000000',
  ],
  [
    'Harbour Capital led a $40 million funding round for Oxbow Pay.',
    'funding_round, investee Oxbow Pay, investor Harbour Capital, 40000000',
  ],
  [
    'Oxbow Pay received a $15 million investment from Harbour Capital.',
    'investment, investee Oxbow Pay, investor Harbour Capital, 15000000',
  ],
  [
    'Oxbow Pay has entered into a $250 million credit facility with Harbour Bank.',
    'financing, investee Oxbow Pay, investor Harbour Bank, 250000000',
  ],
  [
    'Ostmark Railways awarded Brindle Works a $700 million contract for new trains.',
    'supply_contract, customer Ostmark Railways, supplier Brindle Works, 700000000',
  ],
  [
    'Brindle Works signed a deal to supply Ostmark Motors with lithium.',
    'supply_contract, customer Ostmark Motors, supplier Brindle Works',
  ],
  [
    'Brindle Cells will supply Ostmark Energy with 1.2 GWh of racks for $310 million.',
    'supply_contract, customer Ostmark Energy, supplier Brindle Cells, 310000000',
  ],
  [
    'Brindle Works agreed to buy cloud computing from the Ostmark Cloud unit for seven years.',
    'supply_contract, customer Brindle Works, supplier Ostmark Cloud',
  ],
  [
    'Brindle Works agreed to pay $60 million to settle a lawsuit brought by Oxbow Foods.',
    'settlement, partner Brindle Works, partner Oxbow Foods, 60000000',
  ],
  ['Brindle Works settled the claims for $60 million.', 'settlement, partner Brindle Works, 60000000'],
  ['Oxbow Pharma licensed a vaccine from Tern Bio.', 'partnership, partner Oxbow Pharma, partner Tern Bio'],
  [
    'Microsoft has signed a cloud contract worth $9.7 billion with data center operator IREN.',
    'supply_contract, customer Microsoft, supplier IREN, 9700000000',
  ],
])('who deals with whom, and for how much: %s', (text, deal) => {
  expect(dealsIn(text)).toEqual([deal]);
});

test.each([
  'Ms Oxbow spoke after taking over as head of Brindle Stores.',
  'Brindle Stores could buy more lorries next year.',
  'A record $36 billion was ploughed in, with $9 billion ploughed into Splunk.',
  'Cisco and Splunk combined to earn $4 billion.',
  'The output of the plant will be sold to Pacific Gas & Electric.',
])('nobody deals with anybody surely enough to count: %s', (text) => {
  const { deals } = extractClaims({ title: '', text, publishedAt: '2024-05-03T12:00:00Z', publisher: null });
  expect(deals.filter(({ certainty }) => certainty >= 0.5)).toEqual([]);
});
