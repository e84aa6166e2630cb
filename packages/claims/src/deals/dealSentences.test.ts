import { expect, test } from 'vitest';
import { extractClaims } from '../extractClaims.ts';

/** Type, parties, value and status of every deal that a text tells, one line each. */
function dealsIn(text: string): string[] {
  const { deals } = extractClaims({ title: '', text, publishedAt: '2024-05-03T12:00:00Z', publisher: null });
  return deals.map(({ deal: { type, parties, value, status } }) =>
    [type, ...parties.map(({ role, entity }) => `${role} ${entity}`), value?.amount.value, status]
      .filter((word) => word != null)
      .join(', '),
  );
}

test.each([
  [
    'Oxbow Foods accepted a $1.2 billion takeover offer from Brindle Stores.',
    'acquisition, acquirer Brindle Stores, target Oxbow Foods, 1200000000, talks',
  ],
  [
    'Oxbow Foods has agreed to a buyout by Brindle Stores worth $1.2 billion.',
    'acquisition, acquirer Brindle Stores, target Oxbow Foods, 1200000000, agreed',
  ],
  ['Oxbow Foods rejected an unsolicited proposal from Brindle Stores.', 'acquisition, acquirer Brindle Stores, target Oxbow Foods, talks'],
])('who answers an offer is the target: %s', (text, deal) => {
  expect(dealsIn(text)).toEqual([deal]);
});

test.each([
  [
    'Brindle Stores took over Oxbow Foods for $40 million.',
    'acquisition, acquirer Brindle Stores, target Oxbow Foods, 40000000, completed',
  ],
  ['The $2 billion takeover of Oxbow Foods was completed in March.', 'acquisition, target Oxbow Foods, 2000000000, completed'],
  [
    "Brindle Stores is buying Oxbow Foods's stake in Harbour Mills for $70 million.",
    'investment, investor Brindle Stores, investee Harbour Mills, seller Oxbow Foods, 70000000, announced',
  ],
  [
    'Brindle Stores has agreed to sell a 40% stake in Oxbow Foods to Harbour Mills for $90 million.',
    'divestiture, seller Brindle Stores, acquirer Harbour Mills, target Oxbow Foods, 90000000, agreed',
  ],
  [
    'Brindle Stores has bought a 10% stake in the baker Oxbow Foods, valued at $90 million.',
    'investment, investor Brindle Stores, investee Oxbow Foods, 90000000, completed',
  ],
])('who buys and sells what: %s', (text, deal) => {
  expect(dealsIn(text)).toEqual([deal]);
});

test.each([
  ['Brindle Stores plans to acquire streaming rights to the games of Oxbow League.'],
  ['Ms Oxbow spoke after taking over as head of Brindle Stores.'],
  ['Brindle Stores could buy more lorries next year.'],
])('nobody is taken over: %s', (text) => {
  expect(dealsIn(text)).toEqual([]);
});

test.each([
  [
    'The lender Oxbow Pay has closed a $40 million Series B round led by Harbour Capital, with participation from Mill Ventures and Tern Partners.',
    'funding_round, investee Oxbow Pay, investor Harbour Capital, investor Mill Ventures, investor Tern Partners, 40000000, completed',
  ],
  [
    'The lender Oxbow Pay raised $40 million in new funding. The round was led by Harbour Capital.',
    'funding_round, investee Oxbow Pay, investor Harbour Capital, 40000000, completed',
  ],
  [
    'Harbour Capital led a $40 million funding round for Oxbow Pay.',
    'funding_round, investor Harbour Capital, investee Oxbow Pay, 40000000, announced',
  ],
  [
    'Oxbow Pay received a $15 million investment from Harbour Capital.',
    'investment, investee Oxbow Pay, investor Harbour Capital, 15000000, announced',
  ],
  [
    'Oxbow Pay has entered into a $250 million credit facility with Harbour Bank.',
    'financing, investee Oxbow Pay, investor Harbour Bank, 250000000, agreed',
  ],
  ['Harbour Bank provided a $250 million loan to Oxbow Pay.', 'financing, investor Harbour Bank, investee Oxbow Pay, 250000000, announced'],
])('who gives money to whom: %s', (text, deal) => {
  expect(dealsIn(text)).toEqual([deal]);
});

test.each([
  [
    'Ostmark Railways awarded Brindle Works a $700 million contract for new trains.',
    'supply_contract, customer Ostmark Railways, supplier Brindle Works, 700000000, announced',
  ],
  [
    'Brindle Works received a $700 million order for trains from Ostmark Railways.',
    'supply_contract, supplier Brindle Works, customer Ostmark Railways, 700000000, announced',
  ],
  [
    'Brindle Works signed a deal to supply Ostmark Motors with lithium.',
    'supply_contract, supplier Brindle Works, customer Ostmark Motors, agreed',
  ],
  [
    'Brindle Cells will supply Ostmark Energy with 1.2 GWh of racks for $310 million.',
    'supply_contract, supplier Brindle Cells, customer Ostmark Energy, 310000000, announced',
  ],
  [
    'Brindle Works agreed to buy cloud computing from the Ostmark Cloud unit for seven years.',
    'supply_contract, customer Brindle Works, supplier Ostmark Cloud, agreed',
  ],
])('who supplies whom: %s', (text, deal) => {
  expect(dealsIn(text)).toEqual([deal]);
});

test.each([
  [
    'Brindle Works agreed to pay $60 million to settle a lawsuit brought by Oxbow Foods.',
    'settlement, partner Brindle Works, partner Oxbow Foods, 60000000, agreed',
  ],
  ['Brindle Works settled the claims for $60 million.', 'settlement, partner Brindle Works, 60000000, completed'],
])('who settles with whom: %s', (text, deal) => {
  expect(dealsIn(text)).toEqual([deal]);
});

test('parties that act together stand before the verb', () => {
  expect(dealsIn('Brindle Works and Ostmark Motors will form a joint venture to build batteries.')).toEqual([
    'joint_venture, partner Brindle Works, partner Ostmark Motors, announced',
  ]);
});

test.each([
  [
    'Oxbow Energy, through its subsidiary Tern Holdings, has closed a $400 million debt financing.',
    'financing, investee Oxbow Energy, 400000000, completed',
  ],
  [
    'Brindle Stores and the Tern Pension Board said on Monday that they will acquire pet supplies retailer Oxbow Foods for $4 billion.',
    'acquisition, acquirer Brindle Stores, acquirer Tern Pension Board, target Oxbow Foods, 4000000000, announced',
  ],
  [
    'Harbour Mills, which was acquired by Brindle Stores, makes flour for Oxbow Foods.',
    'acquisition, target Harbour Mills, acquirer Brindle Stores, completed',
  ],
])('who acts stands before what is said aside: %s', (text, deal) => {
  expect(dealsIn(text)).toEqual([deal]);
});

test.each([
  ['Oxbow Renewables signed a power purchase agreement with Brindle Stores.', 'supplier Oxbow Renewables'],
  ['The Ostmark Army signed a contract with Brindle Works for ammunition.', 'customer Ostmark Army'],
])('what a name says it sells or is decides who supplies: %s', (text, party) => {
  expect(dealsIn(text)[0]).toContain(party);
});

test.each([
  [
    'Brindle Stores completed the sale of its flour business to Harbour Mills for US$80 million.',
    'divestiture, seller Brindle Stores, acquirer Harbour Mills, 80000000, completed',
  ],
  ['Oxbow Pharma licensed a vaccine from Tern Bio.', 'partnership, partner Oxbow Pharma, partner Tern Bio, announced'],
  [
    'Harbour Capital bought an 11 percent share in Oxbow Pay for $30 million.',
    'investment, investor Harbour Capital, investee Oxbow Pay, 30000000, completed',
  ],
])('sales, licences and shares are deals: %s', (text, deal) => {
  expect(dealsIn(text)).toEqual([deal]);
});

test('what was bought years ago from whom sells it now is another deal', () => {
  const text =
    'Brindle Stores has agreed to sell Oxbow Foods to Harbour Mills for $900 million.\n\nBrindle Stores acquired Oxbow Foods for $3 billion in 2006.';
  expect(dealsIn(text)).toEqual([
    'divestiture, seller Brindle Stores, acquirer Harbour Mills, target Oxbow Foods, 900000000, agreed',
    'acquisition, acquirer Brindle Stores, target Oxbow Foods, 3000000000, completed',
  ]);
});

test.each([
  [
    'Boeing began the day with an order from shipper DHL for 14 777 freighters.',
    'supply_contract, customer DHL, supplier Boeing, announced',
  ],
  ['Next was a Qatar Airways firm order for five 777s.', 'supply_contract, customer Qatar Airways, supplier Boeing, agreed'],
  ['Airbus won an order from IndiGo for 500 A320neo jets.', 'supply_contract, customer IndiGo, supplier Airbus, announced'],
])('whose model a plane is supplies it: %s', (text, deal) => {
  expect(dealsIn(text)).toEqual([deal]);
});

test('each clause of a list is a deal of its own', () => {
  expect(dealsIn('This came after Vodafone bought Ono, Orange snapped up Jazztel and Euskaltel bought Telecable.')).toEqual([
    'acquisition, acquirer Vodafone, target Ono, completed',
    'acquisition, acquirer Orange, target Jazztel, completed',
    'acquisition, acquirer Euskaltel, target Telecable, completed',
  ]);
});

test.each([
  'Apple and Amazon Web Services have entered into long-term solar power purchase agreements.',
  'A record $36 billion was ploughed in, with $9 billion ploughed into Splunk.',
  'Dell profits from the experience acquired by its team.',
  'Cisco and Splunk combined to earn $4 billion.',
  'The output of the plant will be sold to Pacific Gas & Electric.',
])('nobody deals with anybody: %s', (text) => {
  expect(dealsIn(text)).toEqual([]);
});

test('who pays for each share of somebody takes him over', () => {
  expect(dealsIn('Cisco will pay $157 for each Splunk share.')).toEqual(['acquisition, acquirer Cisco, target Splunk, announced']);
});

test('a company that goes public lists its shares', () => {
  expect(dealsIn('Spotify went public in April.')).toEqual(['ipo, seller Spotify, announced']);
  expect(dealsIn('Spotify went public with its concerns.')).toEqual([]);
  expect(dealsIn('A year ago no company like Spotify could have gone public.')).toEqual([]);
});

test('what a heading calls a deal is what the body says it is', () => {
  expect(
    dealsIn('Intel, Tower Semiconductor terminate $5.4 billion deal\n\nIntel had agreed to acquire Tower Semiconductor last year.'),
  ).toEqual(['acquisition, acquirer Intel, target Tower Semiconductor, 5400000000, terminated']);
});

test.each([
  [
    'IREN signed an agreement with Dell Technologies to procure processors for $5.8 billion.',
    'supply_contract, customer IREN, supplier Dell, 5800000000, agreed',
  ],
  [
    'Microsoft has signed a cloud contract worth $9.7 billion with data center operator IREN.',
    'supply_contract, customer Microsoft, supplier IREN, 9700000000, agreed',
  ],
  [
    'Airbus got an order for 430 jets from Indigo Partners at a catalogue price of $49.5 billion.',
    'supply_contract, supplier Airbus, customer Indigo Partners, 49500000000, announced',
  ],
])('who buys what from whom: %s', (text, deal) => {
  expect(dealsIn(text)).toEqual([deal]);
});
