import { z } from 'zod';
import { measureNames } from './measures.ts';

/** An exact decimal without exponent, as PostgreSQL's numeric prints it: `-0.5`, `38000000000`. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a plain decimal such as "38000000000" or "-0.5"');

/** A calendar day, `2025-11-03`. */
export const day = z.iso.date();

/** An instant in UTC, `2025-11-03T14:00:00.000Z`. */
export const instant = z.iso.datetime();

export const hedges = ['=', '~', '<~', '>', '<=', 'range', 'order'] as const;

/**
 * The interval that a text commits itself to. `low`/`high` null means that this end is open. An end that is
 * itself excluded (`nearly $40bn` is below 40) says so in `lowOpen`/`highOpen`.
 */
export const amount = z.strictObject({
  value: decimal
    .nullable()
    .describe('The number as written, fully scaled; null for ranges and orders of magnitude, which write no single number.'),
  low: decimal.nullable(),
  high: decimal.nullable(),
  lowOpen: z.boolean().default(false),
  highOpen: z.boolean().default(false),
  hedge: z.enum(hedges),
  significantDigits: z.int().min(0).describe('Digits written before the scale: 2 for `$38bn`, 3 for `$5.40`.'),
});

/**
 * When a figure holds. `label` names it for people and keys: `2025-11-03`, `2025`, `FY2025`, `2025-Q3`,
 * `2023/2030`, `2025-11`. `from` and `to` are its first and last day; null is open.
 */
export const period = z.strictObject({
  label: z.string().min(1).max(60),
  from: day.nullable(),
  to: day.nullable(),
});

export const figureStatuses = ['actual', 'forecast', 'planned', 'talks', 'rumoured', 'denied', 'historic'] as const;

const entityName = z.string().min(1).max(200);

/**
 * How probable it is that a claim is read right: of a figure value, unit, subject and measure together, of a deal type, parties and value.
 * Three decimals, so that the same reading is the same event everywhere.
 */
export const certainty = z
  .number()
  .min(0)
  .max(1)
  .refine((share) => Math.round(share * 1000) / 1000 === share, 'must have at most three decimals')
  .nullable()
  .describe('How probable it is, 0 to 1, that the claim is read right. Null in events of version 1, whose readers estimated none.');

/** A quantity that is about something (DESIGN.md §5). */
export const figure = z.strictObject({
  subject: entityName.describe('Canonical name of who or what is measured.'),
  counterparty: entityName.nullable(),
  measure: z.enum(measureNames),
  definition: z
    .string()
    .max(60)
    .nullable()
    .describe(
      'Which of several definitions under one measure: `equity`, `with_debt`, `cumulative`, `additional`, `annual_rate`, `per_year_derived`, … Figures of different definitions never conflict. Null is the plain one.',
    ),
  noun: z.string().max(120).nullable().describe('What is counted or measured, for `other_*` measures: `CPUs`, `server price`.'),
  period: period.nullable(),
  status: z.enum(figureStatuses),
  unit: z
    .string()
    .min(1)
    .max(60)
    .describe('ISO 4217 code, `%`, `pp`, `W`, `Wh`, `year`, or the singular noun that is counted; `USD/share` for a rate.'),
  amount,
  speaker: entityName.nullable().describe('Whom the article quotes for it; null when the article says so itself.'),
});

export const dealTypes = [
  'acquisition',
  'merger',
  'investment',
  'funding_round',
  'supply_contract',
  'partnership',
  'joint_venture',
  'divestiture',
  'ipo',
  'financing',
  'settlement',
] as const;

export const dealRoles = ['acquirer', 'target', 'investor', 'investee', 'supplier', 'customer', 'partner', 'seller'] as const;

export const dealStatuses = ['rumoured', 'talks', 'agreed', 'announced', 'completed', 'terminated', 'blocked', 'denied'] as const;

/** An agreement between parties. Its value and term are also reported as figures that name its claim. */
export const deal = z.strictObject({
  type: z.enum(dealTypes),
  status: z.enum(dealStatuses),
  parties: z
    .array(z.strictObject({ role: z.enum(dealRoles), entity: entityName }))
    .min(1)
    .max(20),
  value: z
    .strictObject({ unit: z.string().min(1), definition: z.string().nullable(), amount })
    .nullable()
    .describe('Null when no value is told or it is undisclosed.'),
  termYears: decimal.nullable().describe('Length in years; null when not told.'),
  announcedOn: day.nullable(),
  speaker: entityName.nullable(),
});

/**
 * The words that a claim rests on. Offsets are UTF-16 code units into the article's reading text, which is the
 * title, a blank line, and the body: `readingText.slice(start, end) === quote`.
 */
export const evidence = z.strictObject({
  quote: z.string().min(1).max(400),
  sentence: z.string().min(1).max(1000).describe('The whole sentence, white space folded, at most 1,000 characters.'),
  start: z.int().min(0),
  end: z.int().min(1),
});

export type Amount = z.infer<typeof amount>;
export type Period = z.infer<typeof period>;
export type FigureStatus = (typeof figureStatuses)[number];
export type Figure = z.infer<typeof figure>;
export type DealType = (typeof dealTypes)[number];
export type DealRole = (typeof dealRoles)[number];
export type DealStatus = (typeof dealStatuses)[number];
export type Deal = z.infer<typeof deal>;
export type Evidence = z.infer<typeof evidence>;
export type Hedge = (typeof hedges)[number];
