import { describe, expect, test } from 'vitest';
import { signsOf } from './deals/dealSigns.ts';
import { dealStatusRules } from './deals/dealStatusRules.ts';
import { looseTriggers } from './deals/looseTriggers.ts';
import { moneyNouns } from './deals/moneyNouns.ts';
import { agreementKinds, nounTriggers } from './deals/nounTriggers.ts';
import { verbTriggers } from './deals/verbTriggers.ts';
import { extractClaims } from './extractClaims.ts';
import { counterpartyPrepositions } from './figures/chooseCounterparty.ts';
import { growingThings } from './figures/choosePercentMeasure.ts';
import { statusRules } from './figures/chooseStatus.ts';
import { nationalities } from './figures/economySubject.ts';
import { marketValueMoves, moneyCues } from './figures/moneyCues.ts';
import { countNouns, durationCues, percentCues } from './figures/otherCues.ts';
import { retractions } from './figures/retracted.ts';
import { thingsOfWorth } from './figures/thingOfWorth.ts';
import { periodRules } from './periods/periodRules.ts';
import { boilerplate, isBoilerplate } from './text/boilerplate.ts';
import { looseCurrencies } from './text/looseCurrencies.ts';
import { readDocument } from './text/readDocument.ts';

/** Each row of a rule table carries one example; it must yield what the row says, and by that very row. */
function claimsOf(text: string) {
  const title = 'Anthropic';
  return extractClaims({ title, text: `${title}\n\n${text}`, publishedAt: '2025-11-03T12:00:00Z', publisher: null }, { explain: true });
}

const firstFigure = (text: string) => claimsOf(text).figures[0];

const cues = [...moneyCues, ...percentCues, ...durationCues];
const triggers = [...verbTriggers, ...nounTriggers, ...moneyNouns];

describe('measure cues', () => {
  test.each(cues.map((cue) => [cue.name, cue.example, cue.measure] as const))('%s is read from "%s"', (name, example, measure) => {
    const claim = firstFigure(example);
    expect({ measure: claim?.figure.measure, rule: claim?.because?.measure?.rule }).toEqual({
      measure,
      rule: expect.stringContaining(name),
    });
  });

  test.each(countNouns.map((row) => [row.measure, row.example, row.unit] as const))(
    'a number of %s is read from "%s"',
    (measure, example, unit) => {
      const claim = firstFigure(example);
      expect(claim?.because?.measure?.rule).toBe(`counted noun of ${measure}`);
      expect(claim?.figure).toMatchObject(unit === null ? { measure } : { measure, unit });
    },
  );

  test.each(looseCurrencies.map(({ example: [text, unit] }) => [unit, text] as const))('%s is read from "%s"', (unit, text) => {
    expect(firstFigure(text)?.figure.unit).toBe(unit);
  });

  test.each(Object.entries(nationalities))('%s exports are those of %s', (adjective, place) => {
    const text = `${adjective.charAt(0).toUpperCase()}${adjective.slice(1)} exports fell 2% in August.`;
    expect(firstFigure(text)?.figure.subject).toBe(place);
  });

  test.each(thingsOfWorth.map(({ measure, example }) => [measure, example] as const))('%s is read from "%s"', (measure, example) => {
    const claim = firstFigure(example);
    expect({ measure: claim?.figure.measure, rule: claim?.because?.measure?.rule }).toEqual({
      measure,
      rule: expect.stringMatching(/ of \w+$/),
    });
  });

  test.each(marketValueMoves.map(({ sign, example }) => [sign, example] as const))(
    'a move of market value with sign %d is read from "%s"',
    (sign, example) => {
      const { figure } = firstFigure(example) ?? {};
      expect({ measure: figure?.measure, sign: Math.sign(Number(figure?.amount.value)) }).toEqual({ measure: 'market_cap_change', sign });
    },
  );

  test.each(growingThings.map(({ definition, example }) => [definition, example] as const))(
    'growth of %s is read from "%s"',
    (definition, example) => {
      expect(firstFigure(example)?.figure).toMatchObject({ measure: 'growth', definition });
    },
  );
});

describe('status rules', () => {
  test.each(statusRules.map(({ status, example }) => [status, example] as const))('%s is read from "%s"', (status, example) => {
    const claim = firstFigure(example);
    expect({ status: claim?.figure.status, rule: claim?.because?.status?.rule }).toEqual({
      status,
      rule: expect.stringContaining(`words of ${status}`),
    });
  });
});

describe('counterparty prepositions', () => {
  test.each(counterpartyPrepositions.map(({ measure, example }) => [measure, example] as const))(
    'the other side of %s is read from "%s"',
    (measure, example) => {
      const claim = claimsOf(example).figures.find(({ figure }) => figure.measure === measure);
      expect(claim?.figure.counterparty).toMatch(/^(?:Equinix|JPMorgan.*)$/);
    },
  );
});

/** The signs of deals in a text. */
const signsIn = (text: string) =>
  readDocument({ title: '', text, publishedAt: null, publisher: null }, () => true).sentences.flatMap(({ items }) => signsOf(items));

describe('deal triggers', () => {
  test.each(triggers.map(({ name, example, type }) => [name, example, type] as const))('%s is a sign in "%s"', (row, example, type) => {
    expect(signsIn(example)).toContainEqual(expect.objectContaining({ row, type }));
  });

  test.each(looseTriggers.map(({ example, type, words }) => [words, example, type] as const))(
    'one of "%s" is a sign in "%s"',
    (words, example, type) => {
      const row = expect.stringMatching(new RegExp(`^loose \\d+ “${words.split(' ')[0]}”$`));
      expect(signsIn(example)).toContainEqual(expect.objectContaining({ row, type }));
    },
  );

  test.each(agreementKinds.map(({ type, example, words }) => [type, example, words] as const))(
    'an agreement about %s is told by "%s"',
    (_, example, words) => {
      expect(example.toLowerCase()).toMatch(words);
    },
  );

  test.each(dealStatusRules.map(({ status, example, words }) => [status, example, words] as const))(
    'a deal that is %s is told by "%s"',
    (_, example, words) => {
      expect(example.toLowerCase()).toMatch(words);
    },
  );
});

describe('boilerplate', () => {
  test.each(boilerplate.map(({ example }) => [example]))('"%s" yields no claim', (example) => {
    expect(isBoilerplate(example.toLowerCase())).toBe(true);
    expect(boilerplate.filter(({ words }) => words.test(example.toLowerCase()))).not.toEqual([]);
  });
});

describe('every rule table', () => {
  const tables = {
    cues,
    triggers,
    countNouns,
    marketValueMoves,
    growingThings,
    statusRules,
    counterpartyPrepositions,
    agreementKinds,
    dealStatusRules,
    boilerplate,
    looseTriggers,
    retractions,
    periodRules,
  };

  test.each(Object.entries(tables))('%s has an example in each row, and no two rows share one', (_name, rows) => {
    const examples = rows.map(({ example }) => String(example));
    expect(examples.filter((example) => example.trim() === '')).toEqual([]);
    expect(new Set(examples).size).toBe(examples.length);
  });

  test('has names by which its rows can be told apart', () => {
    const names = [...cues, ...triggers].map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
