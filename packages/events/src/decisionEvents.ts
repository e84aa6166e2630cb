import { z } from 'zod';
import { currency, positive, sourceId, text, url, uuid } from './fields.ts';
import { day, dealStatuses, decimal, figureStatuses, instant } from './figure.ts';
import { measureNames } from './measures.ts';

export const judgements = ['right', 'misread', 'wrong_source'] as const;

/** What of a claim can be misread; `claim` means that the sentence states no such thing at all. */
export const misreadFields = [
  'value',
  'unit',
  'subject',
  'counterparty',
  'measure',
  'definition',
  'period',
  'status',
  'speaker',
  'type',
  'parties',
  'claim',
] as const;

/** Fields of a claim as its sentence really has them; those that were read right are left out. */
export const correction = z.strictObject({
  low: decimal.nullable().optional().describe('What is written, fully scaled; both ends are equal for a single number.'),
  high: decimal.nullable().optional(),
  unit: text(60).min(1).optional(),
  subject: text(200).min(1).optional(),
  counterparty: text(200).min(1).nullable().optional(),
  measure: z.enum(measureNames).optional(),
  period: text(60).min(1).nullable().optional().describe('Label of the period, such as `2025` or `2025-Q3`.'),
  status: z.enum([...new Set([...figureStatuses, ...dealStatuses])]).optional(),
  speaker: text(200).min(1).nullable().optional(),
});

export type ClaimJudgement = (typeof judgements)[number];
export type MisreadField = (typeof misreadFields)[number];
export type Correction = z.infer<typeof correction>;

/** Missing in events of older releases, and where nobody said why. */
const reason = text(600).optional();

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
  ClaimJudged: {
    version: 1,
    stream: 'article',
    says: 'A person compared a claim with its article. It counts in audits, and from then on in the tables: a claim that is right counts as certain, others count no more. Whatever reads the same in the same sentence again is judged by it, too.',
    schema: z.strictObject({
      claimId: uuid,
      articleId: uuid,
      judgement: z
        .enum(judgements)
        .describe('`misread`: the article says something else; `wrong_source`: the article says so, and is wrong.'),
      field: z.enum(misreadFields).nullable().describe('What was misread; null unless the judgement is `misread`.'),
      correction: correction.nullable().describe('What the article says instead, as far as it was told; null when it was not.'),
      by: text(200),
      reason: text(600),
      judgedAt: instant,
    }),
  },
  ClaimUnjudged: {
    version: 1,
    stream: 'article',
    says: 'A judgement was taken back: the claim counts as it was read.',
    schema: z.strictObject({ claimId: uuid, articleId: uuid, by: text(200), reason: text(600), unjudgedAt: instant }),
  },
  EntityMerged: {
    version: 1,
    stream: 'entity',
    says: 'Two names are one entity.',
    schema: z.strictObject({ from: text(200), into: text(200), by: text(200), reason, decidedAt: instant }),
  },
  EntitySplit: {
    version: 1,
    stream: 'entity',
    says: 'A name that was merged is an entity of its own again.',
    schema: z.strictObject({ name: text(200), from: text(200), by: text(200), reason, decidedAt: instant }),
  },
  AliasAdded: {
    version: 1,
    stream: 'entity',
    says: 'An entity is also known by another name.',
    schema: z.strictObject({ entity: text(200), alias: text(200), by: text(200), reason, decidedAt: instant }),
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
  CommandGiven: {
    version: 1,
    stream: 'commands',
    says: 'A person gave a command that changes what is followed, tried again, kept or told: who and why, beside the events that say what became of it.',
    schema: z.strictObject({
      command: text(60).min(1).describe('As it is typed, without what it is about: `source remove`.'),
      about: z.array(text(300)).max(20).describe('Ids or addresses; the first twenty of them.'),
      by: text(200).min(1),
      reason: text(600).describe('Empty when nobody said why.'),
      givenAt: instant,
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
