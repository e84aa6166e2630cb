import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** What the sample newsroom's run wrote to its log, one event a line; `takeSampleLog.ts` makes it. */
export const SAMPLE_LOG = new URL('sampleLog.jsonl.gz', import.meta.url);

/** An event of the sample run, cut where a copy of the run says something of its own. */
export interface SampleEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly id: string;
  /** Null for what is said once, however many copies follow: sources and what entities are. */
  readonly articleId: string | null;
  readonly stream: string;
  /** Its data as JSON: texts, which every copy repeats, with what differs between them. */
  readonly data: readonly (string | Differing)[];
}

/** An id, or the name of an organisation, a person or a product. */
export type Differing = { readonly uuid: string } | { readonly name: string };

interface StoredSample {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Marks what differs; occurs in no text. */
const MARK = '\u0001';

export function loadSampleEvents(): SampleEvent[] {
  const lines = gunzipSync(readFileSync(SAMPLE_LOG)).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => toSample(JSON.parse(line)));
}

function toSample({ stream, id, type, schemaVersion, data }: StoredSample): SampleEvent {
  const articleId = typeof data.articleId === 'string' ? data.articleId : null;
  const marked = JSON.stringify(data, (key, value: unknown) => markDiffering(key, value)).replaceAll('\\u0001', MARK);
  const pieces = marked.split(MARK).map((piece, index) => (index % 2 === 0 ? piece : toDiffering(piece)));
  return { type, schemaVersion, id, articleId, stream, data: articleId === null ? [JSON.stringify(data)] : pieces };
}

const ID_FIELDS = new Set(['articleId', 'claimId', 'dealClaimId']);
const NAME_FIELDS = new Set(['subject', 'counterparty', 'entity']);

function markDiffering(key: string, value: unknown): unknown {
  if (key === 'claimIds' && Array.isArray(value)) return value.map((id) => `${MARK}u${id}${MARK}`);
  if (typeof value !== 'string') return value;
  if (ID_FIELDS.has(key)) return `${MARK}u${value}${MARK}`;
  return NAME_FIELDS.has(key) ? `${MARK}n${value}${MARK}` : value;
}

/** @param piece JSON text between two quotes. */
function toDiffering(piece: string): Differing {
  return piece.startsWith('u') ? { uuid: piece.slice(1) } : { name: piece.slice(1) };
}
