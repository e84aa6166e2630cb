import { z } from 'zod';
import { currency, positive, sourceId, text, url, uuid } from './fields.ts';
import { day, decimal, instant } from './figure.ts';

/** What people decide, or a command that they call: pins, names, audits, exchange rates. */
export const decisionEvents = {
  FigurePinned: {
    version: 1,
    stream: 'figure',
    says: 'A person decided what a reconciled figure is.',
    schema: z.strictObject({ figureId: uuid, value: decimal, unit: text(60), by: text(200), reason: text(600), pinnedAt: instant }),
  },
  FigureUnpinned: {
    version: 1,
    stream: 'figure',
    says: 'A pin was taken back.',
    schema: z.strictObject({ figureId: uuid, by: text(200), reason: text(600), unpinnedAt: instant }),
  },
  EntityMerged: {
    version: 1,
    stream: 'entity',
    says: 'Two names are one entity.',
    schema: z.strictObject({ from: text(200), into: text(200), by: text(200), decidedAt: instant }),
  },
  EntitySplit: {
    version: 1,
    stream: 'entity',
    says: 'A name that was merged is an entity of its own again.',
    schema: z.strictObject({ name: text(200), from: text(200), by: text(200), decidedAt: instant }),
  },
  AliasAdded: {
    version: 1,
    stream: 'entity',
    says: 'An entity is also known by another name.',
    schema: z.strictObject({ entity: text(200), alias: text(200), by: text(200), decidedAt: instant }),
  },
  EntityDescribed: {
    version: 1,
    stream: 'entity',
    says: 'What an entity is, what it is a part of, and its identifiers; a later description replaces an earlier one.',
    schema: z.strictObject({
      entity: text(200),
      kind: z.enum(['organisation', 'person', 'product', 'place', 'index']).nullable(),
      parent: text(200).nullable().describe('The organisation that it is a part of; both stay entities of their own.'),
      identifiers: z
        .record(z.string().regex(/^[a-z]{2,20}$/), text(200))
        .describe('`ticker`, `lei`, `wikidata`, as far as they are known.'),
      by: text(200).describe('`built-in list` gives way to everybody else.'),
      decidedAt: instant,
    }),
  },
  OutcomeAudited: {
    version: 1,
    stream: 'figure',
    says: 'A filing, correction or person proved a claim right or wrong.',
    schema: z.strictObject({
      claimId: uuid,
      figureId: uuid,
      outcome: z
        .enum(['right', 'wrong_source', 'wrong_extraction'])
        .describe('`wrong_extraction`: the article is right and was misread; it counts against the extractor, not against the source.'),
      evidence: text(600),
      auditedAt: instant,
      evidenceUrl: url.optional(),
      trueValue: decimal.optional().describe('What the evidence says, in the unit of the figure.'),
      by: text(200).optional(),
    }),
  },
  ReliabilityEpochClosed: {
    version: 1,
    stream: 'figure',
    says: 'Audited outcomes were counted per source and measure class; reconciling uses these counts until the next epoch.',
    schema: z.strictObject({
      epoch: z.int().min(1),
      sources: z
        .array(
          z.strictObject({
            sourceId,
            measureClass: text(20),
            right: z.int().min(0),
            wrong: z.int().min(0),
            misread: z.int().min(0).optional().describe("Right articles that the extractor misread; they don't lower the source's weight."),
          }),
        )
        .max(60),
      extractors: z
        .array(z.strictObject({ extractor: text(80), measureClass: text(20), right: z.int().min(0), wrong: z.int().min(0) }))
        .max(60)
        .optional(),
      copying: z
        .array(z.strictObject({ sources: z.array(sourceId).min(2).max(40), comparisons: z.int().min(0), shared: z.int().min(0) }))
        .max(10)
        .optional()
        .describe('Sources that were found to copy each other: each group is one witness until the next epoch.'),
      habits: z
        .array(z.strictObject({ measure: text(60), usual: z.array(sourceId).max(20), otherwise: z.array(sourceId).max(20) }))
        .max(10)
        .optional()
        .describe('Sources that habitually give more, or less, than others for a measure: they mean another definition.'),
      part: z.int().min(1),
      parts: z.int().min(1),
      closedAt: instant,
    }),
  },
  ExchangeRatesRecorded: {
    version: 1,
    stream: 'rates',
    says: 'A source of exchange rates gave the worth of one currency in others, day by day; a later statement for a day replaces an earlier one.',
    schema: z.strictObject({
      base: currency,
      source: text(200).min(1).describe('Who publishes the rates, such as `ECB`.'),
      rates: z
        .array(
          z.strictObject({
            date: day,
            quote: currency,
            rate: positive.describe('How many units of the quote currency one unit of the base is worth.'),
          }),
        )
        .min(1)
        .max(100),
      recordedAt: instant,
    }),
  },
} as const;
