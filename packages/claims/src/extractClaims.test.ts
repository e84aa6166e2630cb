import { deal as dealSchema, evidence as evidenceSchema, figure as figureSchema } from '@newsledger/events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractClaims } from './extractClaims.ts';

const article = (text: string, title = '') => ({
  title,
  text: title === '' ? text : `${title}\n\n${text}`,
  publishedAt: '2025-11-03T12:00:00Z',
  publisher: null,
});

const WORDS = [
  'OpenAI',
  'signed',
  'a',
  '$38 billion',
  'deal',
  'with',
  'Amazon Web Services',
  '(AWS)',
  ',',
  'its',
  'shares',
  'rose',
  '5%',
  'on',
  'Friday',
  '.',
  '\n\n',
  'the company',
  'said',
  '"',
  'seven years',
  'raised',
  'up to',
  'from',
  '|',
  '—',
  'Mr.',
  'acquired',
  '1.5–2.0bn',
  '😀',
  'É',
  '’s',
  'which',
  'by',
  '2030',
];
const prose = fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join(' '));

describe('extractClaims', () => {
  test('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => extractClaims(article(text)) !== undefined));
  });

  test('quotes what its offsets cut out of the reading text', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const { figures, deals } = extractClaims(article(text));
        return [...figures, ...deals].every(({ evidence }) => text.slice(evidence.start, evidence.end) === evidence.quote);
      }),
    );
  });

  test('writes only figures, deals and evidence that the event catalogue accepts', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const { figures, deals } = extractClaims(article(text));
        return (
          figures.every(
            ({ figure, evidence, dealIndex }) =>
              figureSchema.safeParse(figure).success &&
              evidenceSchema.safeParse(evidence).success &&
              (dealIndex === null || dealIndex < deals.length),
          ) && deals.every(({ deal, evidence }) => dealSchema.safeParse(deal).success && evidenceSchema.safeParse(evidence).success)
        );
      }),
    );
  });

  test('says the same of the same text every time', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(extractClaims(article(text))).toEqual(extractClaims(article(text)));
      }),
    );
  });

  test('reads a title in front of the text with offsets into both', () => {
    const given = article('Oracle raised $18 billion of debt.', 'Oracle sells bonds');

    const [claim] = extractClaims(given).figures;

    expect(claim).toMatchObject({
      figure: { subject: 'Oracle' },
      evidence: { quote: '$18 billion', start: given.text.indexOf('$18') },
    });
  });

  test('reads nothing out of an empty article', () => {
    expect(extractClaims(article(''))).toEqual({ figures: [], deals: [] });
  });

  test('tells every certainty in thousandths, also where a deal makes its value sure', () => {
    const { figures, deals } = extractClaims(
      article(
        'OpenAI agreed to buy cloud capacity from Amazon Web Services for $38 billion over seven years, the companies said on Monday.',
      ),
    );
    const certainties = [...figures, ...deals].map(({ certainty }) => certainty);

    const value = figures.find(({ evidence }) => evidence.quote === '$38 billion');
    expect(value?.certainty).toBeGreaterThanOrEqual(deals[0]?.certainty ?? 1);
    expect(certainties).toEqual(certainties.map((certainty) => Math.round(certainty * 1000) / 1000));
  });
});
