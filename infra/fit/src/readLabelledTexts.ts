import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LabelledText } from '@newsledger/claims';
import { dealRoles, dealStatuses, dealTypes, figureStatuses, measureNames } from '@newsledger/events';
import { z } from 'zod';

const bound = z.number().nullable();

const labelledText = z.object({
  id: z.string(),
  title: z.string().nullable(),
  text: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  fold: z.int().min(0),
  figures: z.array(
    z.object({
      quote: z.string(),
      start: z.int(),
      end: z.int(),
      low: bound,
      high: bound,
      unit: z.string(),
      subject: z.string(),
      counterparty: z.string().nullable(),
      measure: z.enum(measureNames),
      period: z.string().nullable(),
      status: z.enum(figureStatuses),
      attributed_to: z.string().nullable(),
      must: z.boolean(),
    }),
  ),
  deals: z.array(
    z.object({
      type: z.enum(dealTypes),
      parties: z.array(z.object({ name: z.string(), role: z.enum(dealRoles) })),
      value_low: bound,
      value_high: bound,
      unit: z.string().nullable(),
      term_years: bound,
      announced: z.string().nullable(),
      status: z.enum(dealStatuses),
      quote: z.string(),
      tellings: z
        .array(z.object({ where: z.enum(['title', 'text']), start: z.int(), end: z.int(), full: z.boolean() }))
        .optional()
        .default([]),
    }),
  ),
});

/** A file of labelled texts that can't be used; the message says which line, and what is wrong with it. */
export class LabelledTextError extends Error {}

/**
 * The labelled texts of a folder's `*.jsonl` files, by name of file, one JSON object a line. Files whose texts name no fold are passed over:
 * they are for judging, not for fitting.
 *
 * @throws LabelledTextError when a line is no labelled text, a quote doesn't stand at its offsets, or there is none at all.
 */
export function readLabelledTexts(folder: string): LabelledText[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  const texts = files.flatMap((file) => readFile(path.join(folder, file)));
  if (texts.length === 0) throw new LabelledTextError(`${folder} holds no labelled texts: *.jsonl, one object a line, each with a fold.`);
  return texts;
}

function readFile(file: string): LabelledText[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `${file}:${index + 1}`;
    const row: unknown = parse(line, where);
    if (typeof row !== 'object' || row === null || !('fold' in row)) return [];
    const checked = labelledText.safeParse(row);
    if (!checked.success) throw new LabelledTextError(`${where} is no labelled text:\n${z.prettifyError(checked.error)}`);
    const { text, figures, id } = checked.data;
    const moved = figures.find(({ quote, start, end }) => text.slice(start, end) !== quote);
    if (moved !== undefined) throw new LabelledTextError(`${where}: “${moved.quote}” does not stand at ${moved.start} of ${id}.`);
    return [checked.data];
  });
}

function parse(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new LabelledTextError(`${where} is no JSON: ${String(error)}`);
  }
}
