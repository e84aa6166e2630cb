import { expect, test } from 'vitest';
import { extractClaims } from './extractClaims.ts';

const FILING = `FORM 8-K

Date of Report: November 3, 2025

Item 1.01 Entry into a Material Definitive Agreement.

On November 3, 2025, Northfold Systems, Inc., a Delaware corporation (the “Company”), entered into an Agreement and Plan of Merger with Halden Corp. (“Parent”), under which Parent will acquire the Company for $41.50 per share in cash, or approximately $2.3 billion.

Item 2.01 Completion of Acquisition or Disposition of Assets.

On October 31, 2025, the Company acquired Brightmoor Labs for $150 million in cash.

Item 9.01 Financial Statements and Exhibits.

Brightmoor Labs sold 900,000 units for $80 million.`;

const RELEASE = `Northfold to Rent Servers

OSLO, Nov. 3, 2025 – Northfold Systems and Halden Corp. today announced a seven-year agreement worth $1.2 billion, under which Halden will supply Northfold with servers.

“It gives us room to grow,” said Mira Sund, chief executive of Northfold.

About Northfold Systems

Northfold Systems serves 40 million customers and had revenue of $9 billion.

Forward-Looking Statements

Northfold expects revenue of $12 billion by 2027.

Media Contacts

Call 555 9000.`;

const read = (text: string) => extractClaims({ title: '', text, publishedAt: '2025-11-03T14:00:00Z', publisher: null });
const told = (text: string) =>
  read(text).deals.map(
    ({ deal }) => `${deal.type} ${deal.status}: ${deal.parties.map(({ role, entity }) => `${role} ${entity}`).join(', ')}`,
  );

test('a filing defines words for its parties, and its items say how far along a deal is', () => {
  expect(told(FILING)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        /^(?:acquisition|merger) agreed: .*Halden.*Northfold Systems|^(?:acquisition|merger) agreed: .*Northfold Systems.*Halden/,
      ),
      'acquisition completed: acquirer Northfold Systems, target Brightmoor Labs',
    ]),
  );
});

test('the day that a filing names is the day of the deal', () => {
  expect(read(FILING).deals.map(({ deal }) => deal.announcedOn)).toContain('2025-11-03');
});

test('exhibits, portraits of a company and forward-looking statements yield nothing', () => {
  const quotes = [...read(FILING).figures, ...read(RELEASE).figures].map(({ evidence }) => evidence.quote);

  expect(quotes).toEqual(expect.arrayContaining(['$2.3 billion', '$150 million', '$1.2 billion']));
  expect(quotes.filter((quote) => /80 million|900,000|40 million|\$9 billion|\$12 billion|9000/.test(quote))).toEqual([]);
});

test('a release tells of the agreement of its two publishers', () => {
  expect(told(RELEASE)).toEqual([expect.stringMatching(/^supply_contract (?:agreed|announced): /)]);
});
