import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractClaims } from '../extractClaims.ts';

const TEXT =
  'OpenAI signed a seven-year contract worth $38 billion with Amazon Web Services on Monday, Sam Altman said.\n\nThe company will spend about $1.4 trillion by 2030, according to Gartner. It has 800 million users.';
const article = (text: string) => ({ title: '', text, publishedAt: '2025-11-03T12:00:00Z', publisher: null });
const claims = extractClaims(article(TEXT), { explain: true });
const reasonsOf = (quote: string) => claims.figures.find(({ evidence }) => evidence.quote === quote)?.because;

const WORDS =
  'OpenAI|signed|a|$38 billion|deal|with|Amazon Web Services|its shares|rose|5%|on Friday|.|\n\n|the company|said|will spend|raised|up to|from|according to|Gartner|acquired|Splunk|for|in talks|"|,|İstanbul|7-year'.split(
    '|',
  );
const prose = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));

describe('the explanation of a claim', () => {
  test('names the rule and the words of each field', () => {
    expect(reasonsOf('$38 billion')).toMatchObject({
      subject: { rule: 'customer of the deal: party that a telling names', words: 'OpenAI' },
      measure: { rule: 'worth of a deal', words: 'worth' },
      counterparty: { rule: 'other party of the deal: party that a telling names', words: 'Amazon Web Services' },
      status: { rule: 'status of the deal: how the tellings put it' },
      speaker: { rule: 'verb of saying', words: 'Sam Altman said' },
    });
    expect(reasonsOf('$1.4 trillion')).toMatchObject({ speaker: { rule: 'according to', words: 'according to Gartner' } });
  });

  test('names the rules of what holds by default, without words', () => {
    expect(reasonsOf('800 million')).toMatchObject({
      period: { rule: 'month of publication', words: '' },
      status: { rule: 'nothing says otherwise', words: '' },
    });
  });

  test('tells why a deal has its type, status, parties, value and term', () => {
    expect(claims.deals[0]?.because).toMatchObject({
      type: { rule: expect.stringMatching(/^supply_contract 0\.\d\d, likelier than \w+ 0\.\d\d, .*: .+; .+; .+$/), words: 'contract' },
      status: { rule: expect.stringMatching(/^agreed 0\.\d\d, likelier than /), words: 'contract' },
      'parties.0': { words: 'OpenAI' },
      'parties.1': { rule: expect.stringMatching(/^supplier 0\.\d\d, likelier than .*: .+; .+; .+$/), words: 'Amazon Web Services' },
      value: { words: '$38 billion' },
      termYears: { words: 'seven-year' },
      announcedOn: { words: 'Monday' },
    });
  });

  test('covers every field that has a value, and quotes what its offsets cut out', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const { figures, deals } = extractClaims(article(text), { explain: true });
        const reasons = [...figures, ...deals].flatMap(({ because }) => Object.values(because ?? {}));
        return (
          figures.every(({ figure, because }) =>
            (['subject', 'measure', 'counterparty', 'period', 'status', 'speaker'] as const).every(
              (field) => (figure[field] === null) === (because?.[field] === undefined),
            ),
          ) && reasons.every(({ rule, words, start, end }) => rule !== '' && text.slice(start, end) === words)
        );
      }),
    );
  });

  test('changes nothing of the claims, and is left out unless asked for', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const explained = extractClaims(article(text), { explain: true });
        const without = <Claim extends { because?: unknown }>({ because: _because, ...claim }: Claim) => claim;
        expect({ figures: explained.figures.map(without), deals: explained.deals.map(without) }).toEqual(extractClaims(article(text)));
      }),
    );
  });
});
