import { readFileSync } from 'node:fs';
import { dealRoles, dealStatuses, dealTypes, figureStatuses, measureClassOf, measureNames } from '@newsledger/events';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadArticles } from './loadArticles.ts';
import { outlets } from './outlets.ts';
import { renderBody } from './renderBody.ts';

const name = z.string().min(1).max(120);
const number = z.number().nullable();
const stretch = { start: z.number().int().nonnegative(), end: z.number().int().positive() };
const labelledFigure = z.strictObject({
  quote: z.string().min(1),
  ...stretch,
  low: number,
  high: number,
  unit: z.string().min(1),
  subject: name,
  counterparty: name.nullable(),
  measure: z.enum(measureNames),
  period: z.string().nullable(),
  status: z.enum(figureStatuses),
  attributed_to: name.nullable(),
  must: z.boolean(),
});
const labelledDeal = z.strictObject({
  type: z.enum(dealTypes),
  parties: z.array(z.strictObject({ name, role: z.enum(dealRoles) })).min(1),
  value_low: number,
  value_high: number,
  unit: z.string().min(1).nullable(),
  term_years: number,
  announced: z.string().nullable(),
  status: z.enum(dealStatuses),
  quote: z.string().min(1),
  tellings: z.array(z.strictObject({ where: z.enum(['title', 'text']), ...stretch, full: z.boolean() })).min(1),
});
const labelledText = z.strictObject({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  publisher: z.string(),
  published: z.iso.date(),
  fold: z.number().int().min(0).max(4),
  figures: z.array(labelledFigure),
  deals: z.array(labelledDeal),
});

const lines = readFileSync(new URL('../labels/newsroom.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const texts = lines.map((line) => labelledText.parse(JSON.parse(line)));

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** What a reader sees of a block of HTML; a row of a table or an item of a list is a line of its own. */
function readingText(block: string): string {
  const lined = block.replaceAll(/<\/t[hd]><t[hd]>/g, ' | ').replaceAll(/<\/(?:tr|li)>(?=<(?:tr|li|tbody)|<\/thead>)/g, '\n');
  const plain = lined.replaceAll(/<[^>]+>/g, '').trim();
  return Object.entries(entities).reduce((text, [entity, character]) => text.replaceAll(entity, character), plain);
}

/** Every edition with what can be read of it: the body, or only the feed's summary where the body is for subscribers. */
const editions = outlets.flatMap((outlet) =>
  loadArticles(outlet.id).flatMap((article) =>
    article.editions.map((edition, index) => ({
      id: `${outlet.id}/${article.slug}${index === 0 ? '' : '.2'}`,
      title: outlet.setNumbers(edition.title),
      text:
        article.status === 200
          ? renderBody(outlet.setNumbers(edition.body)).map(readingText).join('\n')
          : outlet.setNumbers(edition.summary),
      publisher: outlet.name,
      published: (edition.updatedAt ?? edition.publishedAt).slice(0, 10),
    })),
  ),
);

test('every edition of every article is labelled once, and its text is the article’s', () => {
  const labelled = texts.map(({ id, title, text, publisher, published }) => ({ id, title, text, publisher, published }));
  expect(labelled).toEqual(editions);
});

test('every quote of a figure stands at its offsets, and no two figures overlap', () => {
  const misplaced = texts.flatMap(({ id, text, figures }) =>
    figures
      .filter(({ quote, start, end }, index) => text.slice(start, end) !== quote || start < (figures[index - 1]?.end ?? 0))
      .map(({ quote, start }) => `${id} ${start} ${quote}`),
  );
  expect(misplaced).toEqual([]);
});

test('every figure has a value, its ends in order, and a unit of the measure’s class', () => {
  const odd = texts.flatMap(({ id, figures }) =>
    figures
      .filter((figure) => !isSound(figure))
      .map(({ quote, measure, unit, low, high }) => `${id} ${quote}: ${measure} ${low}..${high} ${unit}`),
  );
  expect(odd).toEqual([]);
});

function isSound({ low, high, unit, measure }: z.infer<typeof labelledFigure>): boolean {
  if (low === null && high === null) return false;
  if (low !== null && high !== null && low > high) return false;
  switch (measureClassOf(measure)) {
    case 'money':
      return /^[A-Z]{3}(?:\/|$)/.test(unit);
    case 'percent':
      return unit === '%';
    case 'duration':
      return unit === 'year';
    case 'physical':
      return /^(?:W|Wh|m|m2|m3\/s)$/.test(unit);
    case 'count':
      return /^[a-zA-Z/ ]+$/.test(unit) && unit !== 'year';
  }
}

test('every deal is quoted from the text and told by stretches of title and text', () => {
  const untold = texts.flatMap(({ id, title, text, deals }) =>
    deals
      .filter(
        ({ quote, tellings, value_low, value_high, unit }) =>
          !text.includes(quote) ||
          (unit === null) !== (value_low === null && value_high === null) ||
          tellings.some(({ where, start, end }) => start >= end || end > (where === 'title' ? title : text).length),
      )
      .map(({ type, quote }) => `${id} ${type} ${quote}`),
  );
  expect(untold).toEqual([]);
});

test('copies and later editions share a fold, and the folds are even', () => {
  const foldOf = new Map(texts.map(({ id, fold }) => [id, fold]));
  const foldOfText = new Map(texts.map(({ text, fold }) => [text.slice(0, 60), fold]));
  const parted = texts.filter(
    ({ id, text, fold }) => foldOfText.get(text.slice(0, 60)) !== fold || (foldOf.get(id.replace(/\.2$/, '')) ?? fold) !== fold,
  );
  expect(parted.map(({ id }) => id)).toEqual([]);
  const sizes = [0, 1, 2, 3, 4].map((fold) => texts.filter((text) => text.fold === fold).length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(2);
});
