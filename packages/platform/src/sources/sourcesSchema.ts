import { z } from 'zod';
import { durationPattern, parseDurationSeconds } from './duration.ts';

/** Where list pages keep their entries, as CSS selectors. */
const select = z
  .strictObject({
    entry: z.string().min(1).max(300).describe('Matches one element per entry.'),
    link: z.string().max(300).optional().describe('The link inside an entry; the first link when left out.'),
    title: z
      .string()
      .max(300)
      .optional()
      .describe('The title inside an entry; its first heading, else the text of its link, when left out.'),
    published: z.string().max(300).optional().describe('The time of publication inside an entry.'),
    summary: z.string().max(300).optional().describe('The summary inside an entry; its first paragraph when left out.'),
  })
  .describe('CSS selectors for a press-room list page.');

export const sourceEntry = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and hyphens, at most 63')
    .describe(
      'Stable name of lower-case letters, digits and hyphens: part of the stream in the event log. Never reuse one for another publisher.',
    ),
  name: z.string().min(1).max(200).optional().describe('For people; the id when left out.'),
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .max(2000)
    .refine((url) => !URL.parse(url)?.username, 'must hold no user name or password: the event log and SQL would show them to every reader')
    .describe('An http(s) address of a feed, sitemap, list page or page, without user name or password: NEWSLEDGER_CREDENTIALS has those.'),
  kind: z.enum(['feed', 'sitemap', 'list', 'page']).optional().describe('Found out when left out.'),
  primary_for: z.array(z.string().min(1).max(200)).max(50).default([]).describe('Whose own releases these are.'),
  every: z
    .string()
    .regex(durationPattern, 'must be a duration such as 90s, 15m, 6h or 1d')
    .default('15m')
    .describe('How often to poll, such as 90s, 15m, 6h or 1d: a wish; the fetcher adapts within its bounds.'),
  select: select.optional(),
});

export const sourcesFile = z.strictObject({
  sources: z
    .array(sourceEntry)
    .max(20_000)
    .describe('What is followed; each id once. A source that the file names no more is no longer polled.'),
});

/** One source as the event catalogue writes it (`sourceSettings` there). */
export interface LoadedSource {
  sourceId: string;
  name: string;
  url: string;
  kind: 'feed' | 'sitemap' | 'list' | 'page' | null;
  primaryFor: string[];
  everySeconds: number;
  select: z.infer<typeof select> | null;
}

/** The loaded form of one entry, after defaults. */
export function toLoadedSource(entry: z.infer<typeof sourceEntry>): LoadedSource {
  return {
    sourceId: entry.id,
    name: entry.name ?? entry.id,
    url: entry.url,
    kind: entry.kind ?? null,
    primaryFor: entry.primary_for,
    everySeconds: parseDurationSeconds(entry.every),
    select: entry.select ?? null,
  };
}

/** JSON Schema of sources.yaml, so that editors complete it and warn. */
export function sourcesJsonSchema(): object {
  return { title: 'Newsledger sources', ...z.toJSONSchema(sourcesFile, { io: 'input' }) };
}
