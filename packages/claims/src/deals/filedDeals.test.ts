import { expect, test } from 'vitest';
import { extractClaims } from '../extractClaims.ts';

/** The deals of a current report with this body under a heading, one line each. */
function dealsIn(heading: string, body: string): string[] {
  const text = `FORM 8-K\n\nHarbour Mills, Inc.\n\nDate of Report: May 6, 2025\n\n${heading}\n\n${body}`;
  return extractClaims({ title: '', text, publishedAt: '2025-05-07T12:00:00Z', publisher: null }).deals.map(({ deal }) =>
    [deal.type, deal.status, ...deal.parties.map(({ role, entity }) => `${role} ${entity}`).sort(), deal.announcedOn].join(', '),
  );
}

test.each([
  [
    'a letter of intent on a business combination is a merger in talks',
    'Item 1.01 Entry into a Material Definitive Agreement.',
    'On May 5, 2025, Harbour Mills, Inc. signed a non-binding letter of intent with Oxbow Foods Corp. for a proposed business combination.',
    'merger, talks, partner Harbour Mills, partner Oxbow Foods, 2025-05-05',
  ],
  [
    'so is one that the heading calls a disclosure',
    'Item 7.01 Regulation FD Disclosure',
    'On May 5, 2025, Harbour Mills, Inc. announced that it has entered into a letter of intent with Oxbow Foods Corp. regarding a merger of the two companies.',
    'merger, talks, partner Harbour Mills, partner Oxbow Foods, 2025-05-05',
  ],
  [
    'an agreement in principle to merge',
    'Item 8.01 Other Events',
    'On May 2, 2025, Harbour Mills, Inc. and Brindle Stores, Inc. reached an agreement in principle to merge.',
    'merger, talks, partner Brindle Stores, partner Harbour Mills, 2025-05-02',
  ],
  [
    'a memorandum of understanding to acquire all shares',
    'Item 1.01 Entry into a Material Definitive Agreement.',
    'On April 30, 2025, Harbour Mills, Inc. entered into a memorandum of understanding to acquire all outstanding shares of Ternwick Labs, Inc.',
    'acquisition, talks, acquirer Harbour Mills, target Ternwick Labs, 2025-04-30',
  ],
  [
    'who is to be acquired by the other',
    'Item 8.01 Other Events',
    'On May 1, 2025, Ternwick Labs, Inc. signed a letter of intent under which it would be acquired by Harbour Mills, Inc. for cash.',
    'acquisition, talks, acquirer Harbour Mills, target Ternwick Labs, 2025-05-01',
  ],
  [
    'a merger through a subsidiary made for it has two parties',
    'Item 1.01 Entry into a Material Definitive Agreement.',
    'On May 4, 2025, Harbour Mills, Inc. entered into an Agreement and Plan of Merger with Oxbow Foods Corp. and Oxbow Merger Sub, Inc., its wholly owned subsidiary.',
    'merger, agreed, partner Harbour Mills, partner Oxbow Foods, 2025-05-04',
  ],
  [
    'a share exchange that is only intended',
    'Item 1.01 Entry into a Material Definitive Agreement.',
    'On May 5, 2025, Harbour Mills, Inc. signed a letter of intent with Brindle Stores, Inc. for a share exchange.',
    'merger, talks, partner Brindle Stores, partner Harbour Mills, 2025-05-05',
  ],
  [
    'a letter of intent that ended',
    'Item 1.02 Termination of a Material Definitive Agreement.',
    'On May 5, 2025, the letter of intent between Harbour Mills, Inc. and Oxbow Foods Corp. for a merger was terminated.',
    'merger, terminated, partner Harbour Mills, partner Oxbow Foods, 2025-05-05',
  ],
  [
    'a letter of intent to buy that expired',
    'Item 8.01 Other Events',
    'The letter of intent under which Harbour Mills, Inc. was to acquire Ternwick Labs, Inc. expired on May 2, 2025.',
    'acquisition, terminated, acquirer Harbour Mills, target Ternwick Labs, 2025-05-02',
  ],
])('%s', (_, heading, body, deal) => {
  expect(dealsIn(heading, body)).toEqual([deal]);
});

test.each([
  [
    'a letter of intent for a lease buys nothing',
    'Item 8.01 Other Events',
    'On May 5, 2025, Harbour Mills, Inc. signed a letter of intent with Oxbow Foods Corp. to lease a warehouse in Ohio.',
  ],
  [
    'who redeems notes deals with nobody',
    'Item 8.01 Other Events',
    'On May 5, 2025, Harbour Mills, Inc. issued a notice of redemption for all of its $200 million 6.5% Senior Notes held by Oxbow Foods Corp.',
  ],
  [
    'a heading names nobody',
    'Item 7.01 Regulation FD Disclosure',
    'Acquisition Update\n\nOn May 5, 2025, Harbour Mills, Inc. posted a presentation on its website.',
  ],
])('%s', (_, heading, body) => {
  expect(dealsIn(heading, body)).toEqual([]);
});

test('a letter of intent that was signed and ended is one deal that was terminated', () => {
  const body =
    'On March 3, 2025, Harbour Mills, Inc. signed a letter of intent with Oxbow Foods Corp. for a merger.\n\nOn May 5, 2025, the letter of intent of Harbour Mills, Inc. and Oxbow Foods Corp. for the merger was terminated.';
  expect(dealsIn('Item 1.02 Termination of a Material Definitive Agreement.', body)).toEqual([
    'merger, terminated, partner Harbour Mills, partner Oxbow Foods, 2025-03-03',
  ]);
});

test('what the company acquired is told as done, with the only amount that is no price of a share', () => {
  const text =
    'FORM 8-K\n\nItem 2.01 Completion of Acquisition or Disposition of Assets.\n\nOn May 2, 2025, Harbour Mills, Inc. acquired Ternwick Labs, Inc. for $12.50 per share in cash, or approximately $300 million.';
  const [claim, ...others] = extractClaims({ title: '', text, publishedAt: '2025-05-07T12:00:00Z', publisher: null }).deals;
  expect(others).toEqual([]);
  expect(claim?.deal).toMatchObject({ type: 'acquisition', status: 'completed', value: { unit: 'USD', amount: { value: '300000000' } } });
});
