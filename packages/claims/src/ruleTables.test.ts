import { describe, expect, test } from 'vitest';
import { signsOf } from './deals/dealSigns.ts';
import { dealStatusRules } from './deals/dealStatusRules.ts';
import { looseTriggers } from './deals/looseTriggers.ts';
import { moneyNouns } from './deals/moneyNouns.ts';
import { agreementKinds, nounTriggers } from './deals/nounTriggers.ts';
import { verbTriggers } from './deals/verbTriggers.ts';
import { extractClaims } from './extractClaims.ts';
import { chooseStatus, statusRules } from './figures/chooseStatus.ts';
import type { MeasureCue } from './figures/cue.ts';
import { growingThings, growthOf } from './figures/growingThings.ts';
import { findCues, indexCues, nearestCue } from './figures/matchCues.ts';
import { moneyCues } from './figures/moneyCues.ts';
import { countNouns, durationCues, percentCues } from './figures/otherCues.ts';
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

/** The items of a text's first sentence, and where its first quantity stands. */
function firstQuantity(text: string) {
  const [sentence] = readDocument({ title: '', text, publishedAt: '2025-11-03T12:00:00Z', publisher: null }).sentences;
  const items = sentence?.items ?? [];
  return { items, at: items.findIndex(({ kind }) => kind === 'quantity'), lower: sentence?.lower ?? '', hints: sentence?.hints ?? 0 };
}

describe('measure cues', () => {
  test.each(cues.map((cue) => [cue.name, cue.example, cue] as const))('%s is the nearest of its table in "%s"', (_name, example, cue) => {
    const { items, at } = firstQuantity(example);
    const table = [moneyCues, percentCues, durationCues].find((rows) => (rows as readonly MeasureCue[]).includes(cue)) ?? [];
    expect(nearestCue(items, at, findCues(items, indexCues(table)))?.cue).toBe(cue);
  });

  test('are read as their rows say by what was fitted, all but a few', () => {
    const misread = cues.filter(({ example, measure }) => firstFigure(example)?.figure.measure !== measure);
    expect(misread.length / cues.length).toBeLessThan(0.1);
  });

  test.each(countNouns.map((row) => [row.measure, row.example] as const))('a number of %s is read from "%s"', (measure, example) => {
    expect(firstFigure(example)?.figure.measure).toBe(measure);
  });

  test.each(looseCurrencies.map(({ example: [text, unit] }) => [unit, text] as const))('%s is read from "%s"', (unit, text) => {
    expect(firstQuantity(text).items.find(({ kind }) => kind === 'quantity')?.quantity?.unit).toBe(unit);
  });

  test.each(growingThings.map(({ definition, example }) => [definition, example] as const))(
    'what grows is %s in "%s"',
    (definition, example) => {
      const { items, at } = firstQuantity(example);
      expect(growthOf(items, at)).toBe(definition);
    },
  );
});

describe('status rules', () => {
  test.each(statusRules.map(({ status, example }) => [status, example] as const))('%s is told by "%s"', (status, example) => {
    const { lower, hints } = firstQuantity(example);
    expect(chooseStatus(lower, hints)?.status).toBe(status);
  });
});

/** The signs of deals in a text. */
const signsIn = (text: string) =>
  readDocument({ title: '', text, publishedAt: null, publisher: null }).sentences.flatMap(({ items }) => signsOf(items));

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
    growingThings,
    statusRules,
    agreementKinds,
    dealStatusRules,
    boilerplate,
    looseTriggers,
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
