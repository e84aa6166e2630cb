import type { Article, Edition } from './content.ts';

/** Front matter: `name: value` lines between two lines of three hyphens. */
type Fields = Readonly<Record<string, string>>;

const KNOWN = new Set(
  'title byline summary published updated note section dateline number folder withdrawn reason status movedFrom copyOf credit throttled'.split(
    ' ',
  ),
);

/**
 * Reads one article from its file and, when there is one, its second edition's file, which may leave out what stays the same.
 * @throws {Error} when front matter is missing, misspelt or incomplete; the message names the file.
 */
export function readArticleFile(slug: string, first: string, second: string | null): Article {
  const { fields, body } = splitFrontMatter(slug, first);
  const later = second === null ? null : splitFrontMatter(`${slug}.2`, second);
  const earliest = editionOf(slug, fields, body);
  const latest = later === null ? [] : [editionOf(`${slug}.2`, { ...fields, ...later.fields }, later.body)];
  return {
    slug,
    section: required(slug, fields, 'section'),
    dateline: fields.dateline ?? null,
    number: fields.number ?? null,
    folder: fields.folder ?? null,
    editions: [earliest, ...latest],
    withdrawn: fields.withdrawn === undefined ? null : { at: fields.withdrawn, reason: required(slug, fields, 'reason') },
    status: statusOf(slug, fields.status),
    movedFrom: fields.movedFrom ?? null,
    copyOf: fields.copyOf ?? null,
    credit: fields.credit ?? null,
    throttled: fields.throttled === 'yes',
  };
}

function editionOf(name: string, fields: Fields, body: string): Edition {
  return {
    title: required(name, fields, 'title'),
    byline: required(name, fields, 'byline'),
    summary: required(name, fields, 'summary'),
    publishedAt: required(name, fields, 'published'),
    updatedAt: fields.updated ?? null,
    note: fields.note ?? null,
    body,
  };
}

function splitFrontMatter(name: string, text: string): { fields: Fields; body: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (match === null) throw new Error(`${name}.md has no front matter between two lines of "---"`);
  const fields: Record<string, string> = {};
  for (const line of (match[1] ?? '').split('\n')) {
    const [, key, value] = /^(\w+): (.+)$/.exec(line) ?? [];
    if (key === undefined || value === undefined || !KNOWN.has(key)) throw new Error(`${name}.md: front matter can't be read at "${line}"`);
    fields[key] = value;
  }
  return { fields, body: (match[2] ?? '').trim() };
}

function required(name: string, fields: Fields, key: string): string {
  const value = fields[key];
  if (value === undefined) throw new Error(`${name}.md lacks "${key}"`);
  return value;
}

function statusOf(name: string, value: string | undefined): Article['status'] {
  if (value === undefined) return 200;
  if (value === '402') return 402;
  if (value === '403') return 403;
  throw new Error(`${name}.md: status can be 402 or 403, not "${value}"`);
}
