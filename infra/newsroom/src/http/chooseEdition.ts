import type { IncomingHttpHeaders } from 'node:http';
import type { ResourceEdition } from './resource.ts';

export type Choice = { readonly send: ResourceEdition } | { readonly notModified: ResourceEdition };

/**
 * Time passes per client, without any memory of clients: who shows no validator gets the first edition; who names an edition gets the
 * next one; who names the last one learns that nothing changed. An edition that is gone (410) has no validator of its own, so it stays
 * the answer. If-None-Match goes before If-Modified-Since (RFC 9110 §13.2.2).
 */
export function chooseEdition(
  editions: readonly [ResourceEdition, ...ResourceEdition[]],
  headers: Pick<IncomingHttpHeaders, 'if-none-match' | 'if-modified-since'>,
): Choice {
  const seen = lastSeen(editions, headers);
  const next = editions[seen + 1];
  if (next !== undefined) return { send: next };
  const latest = editions[seen];
  return latest === undefined || latest.status === 410 ? { send: latest ?? editions[0] } : { notModified: latest };
}

/** Index of the latest edition that the request names; -1 when it names none. */
function lastSeen(editions: readonly ResourceEdition[], headers: Pick<IncomingHttpHeaders, 'if-none-match' | 'if-modified-since'>): number {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    if (tags.trim() === '*') return editions.length - 1;
    const named = new Set(tags.split(',').map(opaque));
    return editions.findLastIndex(({ etag }) => etag !== null && named.has(opaque(etag)));
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return editions.findLastIndex(({ lastModified }) => lastModified !== null && Date.parse(lastModified) <= since);
}

/** Weak comparison: `W/"x"` and `"x"` are the same (RFC 9110 §8.8.3.2). */
const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
