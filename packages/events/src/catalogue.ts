import { z } from 'zod';
import { decisionEvents } from './decisionEvents.ts';
import { sourceId, text, url, uuid } from './fields.ts';
import { certainty, deal, evidence, figure, instant } from './figure.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal');

const extractor = z.strictObject({
  name: z.string().min(1).max(60),
  version: z.int().min(1).describe('Counted up whenever the same text would yield other claims.'),
  entities: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .optional()
    .describe(
      'Digest of the names that the log knew besides the built-in list; other names yield other claims. Left out when it knew none.',
    ),
});

/** Where list pages keep their entries, as CSS selectors. */
export const listSelectors = z.strictObject({
  entry: text(300),
  link: text(300).optional(),
  title: text(300).optional(),
  published: text(300).optional(),
  summary: text(300).optional(),
});

export const sourceKinds = ['feed', 'sitemap', 'list', 'page'] as const;

/** What sources.yaml or a command says of one source, after defaults. */
export const sourceSettings = z.strictObject({
  sourceId,
  name: text(200).min(1),
  url,
  kind: z.enum(sourceKinds).nullable(),
  primaryFor: z.array(text(200)).max(50).describe('Canonical names whose own releases this source publishes.'),
  everySeconds: z.int().min(1).describe('How often to poll, in seconds: a wish, which the fetcher keeps within its bounds.'),
  select: listSelectors.nullable(),
  declaredBy: z
    .enum(['file', 'command'])
    .describe(
      'Who asked for it. A source that sources.yaml declared is removed when the file no longer lists it; one that a command added stays until a command removes it, and the file may take it over.',
    ),
  movedFrom: url
    .optional()
    .describe('The address that was declared, when permanent redirects have led from it to `url`; declaring another address ends that.'),
});

const revision = z.strictObject({
  articleId: uuid,
  sourceId,
  revision: z.int().min(1).describe('1 for the first capture, then counted up whenever the text changed.'),
  captureHash: sha256,
  /** Where the bytes came from, after redirects. */
  url,
  canonicalUrl: url,
  mediaType: text(200),
  title: text(500),
  byline: z.array(text(200)).max(20),
  publishedAt: instant.nullable(),
  modifiedAt: instant.nullable(),
  language: text(35).nullable(),
  section: text(120).nullable().optional().describe('The section that the publisher puts it in; missing in events of older releases.'),
  wireCredit: text(200).nullable().describe('The agency that the text credits: `Reuters` in "(Reuters) –"; null when none.'),
  correctionNote: text(600).nullable().describe('What a correction note in the text says; null when there is none.'),
  paywalled: z.boolean(),
  textHash: sha256.describe('SHA-256 of the reading text: another hash is another revision.'),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe("64-bit SimHash of the body's word shingles, in hexadecimal; near-duplicate texts differ in few bits."),
  wordCount: z.int().min(0),
  etag: text(300).nullable(),
  lastModified: text(100).nullable(),
});

export const unavailableReasons = [
  'paywall',
  'forbidden',
  'robots',
  'not_found',
  'gone',
  'blocked_address',
  'too_large',
  'unreadable',
  'unreachable',
  'timeout',
  'unreadable_in_time',
  'reserved',
  'no_address',
] as const;

/**
 * Every event type with its current schema and what it says. Past tense, at most 8 KiB: texts live in captures.
 * A change that old data would not satisfy gets a new version here and an upcaster in `upcasters.ts`.
 */
export const catalogue = {
  SourceRegistered: {
    version: 1,
    stream: 'source',
    says: 'A source was added in sources.yaml or by the command line.',
    schema: sourceSettings,
  },
  SourceChanged: {
    version: 1,
    stream: 'source',
    says: 'Settings of a source changed; the event holds all of them.',
    schema: sourceSettings,
  },
  SourceRemoved: {
    version: 1,
    stream: 'source',
    says: 'A source is no longer followed; what it said stays.',
    schema: z.strictObject({ sourceId, removedAt: instant }),
  },
  SourceDegraded: {
    version: 1,
    stream: 'source',
    says: 'Polling a source began to fail. Single polls are not events.',
    schema: z.strictObject({ sourceId, since: instant, reason: text(600), httpStatus: z.int().nullable() }),
  },
  SourceRecovered: {
    version: 1,
    stream: 'source',
    says: 'A degraded source answers again.',
    schema: z.strictObject({ sourceId, recoveredAt: instant }),
  },
  SourceRetired: {
    version: 1,
    stream: 'source',
    says: 'A source answered that it is gone for good; it is polled no more until it is declared anew.',
    schema: z.strictObject({ sourceId, retiredAt: instant, reason: text(600), httpStatus: z.int().nullable() }),
  },
  ArticleDiscovered: {
    version: 1,
    stream: 'article',
    says: 'A source listed an article; said again when its entry changes.',
    schema: z.strictObject({
      articleId: uuid,
      sourceId,
      url: url.describe('Where its page is; of an entry that names no address, that of the source.'),
      title: text(500).describe('Empty when the entry has none.'),
      summary: text(3000).describe("Plain text, cut at 3,000 characters: claims are read from it when the page can't be had."),
      author: text(200).nullable(),
      publishedAt: instant.nullable(),
      updatedAt: instant.nullable(),
    }),
  },
  ArticleCaptured: { version: 1, stream: 'article', says: "An article's page was fetched for the first time.", schema: revision },
  ArticleRevised: { version: 1, stream: 'article', says: "An article's text changed since its last revision.", schema: revision },
  ArticleUnavailable: {
    version: 1,
    stream: 'article',
    says: "An article's page can't be had, and why; its feed entry is read instead. With the reason `no_address` the entry names no page.",
    schema: z.strictObject({
      articleId: uuid,
      sourceId,
      url,
      reason: z.enum(unavailableReasons),
      detail: text(600),
      httpStatus: z.int().nullable(),
      captureHash: sha256
        .optional()
        .describe(
          'The page itself, kept although it could not be read, with the reason `unreadable_in_time`: a later release may read it.',
        ),
    }),
  },
  ArticleWithdrawn: {
    version: 1,
    stream: 'article',
    says: 'The publisher took an article down, or it must be erased; its claims count no more.',
    schema: z.strictObject({
      articleId: uuid,
      reason: text(600),
      sameAs: z
        .strictObject({ articleId: uuid, url })
        .optional()
        .describe(
          'The article that this address is an alias of, and where its text is fetched; what is said of the alias later is said of it.',
        ),
      erased: z
        .strictObject({ sourceId, by: text(200) })
        .optional()
        .describe('It was erased at the request of whoever is named: nothing of it is kept, and it is not read again.'),
    }),
  },
  EventErased: {
    version: 1,
    stream: 'article',
    says: 'What the event at this place said was erased with its article; its id, version and time are those of what it was.',
    schema: z.strictObject({ articleId: uuid, was: text(100).describe('The type that it had.') }),
  },
  FigureReported: {
    version: 2,
    stream: 'article',
    says: 'One revision of an article states one figure.',
    schema: z.strictObject({
      claimId: uuid,
      articleId: uuid,
      revision: z.int().min(0).describe("0 when read from the feed entry because the page can't be had."),
      extractor,
      figure,
      evidence,
      certainty,
      dealClaimId: uuid.nullable().describe('The deal claim of the same article whose value or term this is.'),
    }),
  },
  DealReported: {
    version: 2,
    stream: 'article',
    says: 'One revision of an article states one deal.',
    schema: z.strictObject({ claimId: uuid, articleId: uuid, revision: z.int().min(0), extractor, deal, evidence, certainty }),
  },
  ExtractionCompleted: {
    version: 1,
    stream: 'article',
    says: 'The full list of claims of one revision by one extractor version: any older claim of the article that is not in it is withdrawn.',
    schema: z.strictObject({
      articleId: uuid,
      revision: z.int().min(0),
      extractor,
      claimIds: z
        .array(uuid)
        .max(150)
        .describe('At most 150 an event; longer lists come in parts, and the last part completes the extraction.'),
      part: z.int().min(1),
      parts: z.int().min(1),
    }),
  },
  ExtractionAbandoned: {
    version: 1,
    stream: 'article',
    says: 'Reading the claims of one revision was stopped; its older claims stay, and the next extractor version tries again.',
    schema: z.strictObject({
      articleId: uuid,
      revision: z.int().min(0),
      extractor,
      reason: z.enum(['timed_out', 'out_of_memory', 'crashed', 'text_erased']),
      detail: text(600),
    }),
  },
  ...decisionEvents,
} as const;

export type EventType = keyof typeof catalogue;
export type EventData<Type extends EventType> = z.infer<(typeof catalogue)[Type]['schema']>;
export type SourceSettings = z.infer<typeof sourceSettings>;
export type ListSelectors = z.infer<typeof listSelectors>;
export type SourceKind = (typeof sourceKinds)[number];
export type UnavailableReason = (typeof unavailableReasons)[number];

export const eventTypes = Object.keys(catalogue) as [EventType, ...EventType[]];
