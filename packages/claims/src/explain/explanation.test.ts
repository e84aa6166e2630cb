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
  test('names the candidates of each field, what speaks loudest for the winner, and where it stands', () => {
    expect(reasonsOf('$1.4 trillion')).toMatchObject({
      subject: { rule: expect.stringMatching(/^.+ 0?\.\d\d.*: .+; .+; .+$/) },
      measure: { rule: expect.stringMatching(/^\w+ 0?\.\d\d, likelier than \w+ .*: .+; .+; .+$/), words: '$1.4 trillion' },
      period: { words: '2030' },
      status: { rule: expect.stringMatching(/^\w+ 0?\.\d\d, likelier than /) },
    });
  });

  test('says so where the deal decides whom its value is about', () => {
    const claim = claims.figures.find(({ evidence, dealIndex }) => evidence.quote === '$38 billion' && dealIndex !== null);

    expect(claim?.figure).toMatchObject({ subject: 'OpenAI', counterparty: 'Amazon Web Services' });
    expect(Object.keys(claim?.because ?? {})).toEqual(expect.arrayContaining(['subject', 'counterparty']));
  });

  test('tells why a deal has its type, status, parties, value and term', () => {
    expect(claims.deals[0]?.because).toMatchObject({
      type: { rule: expect.stringMatching(/^supply_contract 0\.\d\d, likelier than \w+ 0\.\d\d, .*: .+; .+; .+$/), words: 'contract' },
      status: { rule: expect.stringMatching(/^agreed 0\.\d\d, likelier than /), words: 'contract' },
      value: { words: '$38 billion' },
      termYears: { words: 'seven-year' },
      announcedOn: { words: 'Monday' },
    });
    const parties = Object.entries(claims.deals[0]?.because ?? {}).flatMap(([field, { words }]) =>
      field.startsWith('parties.') ? [words] : [],
    );
    expect(parties).toEqual(expect.arrayContaining(['Amazon Web Services', 'OpenAI']));
    expect(claims.deals[0]?.because?.['parties.0']?.rule).toMatch(/^(?:supplier|customer) 0\.\d\d, likelier than .*: .+; .+; .+$/);
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
