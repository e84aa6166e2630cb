import { articleIdOf } from '@newsledger/events';
import { type ArticleClaim, findArticle, formatAmount, listArticleClaims } from '@newsledger/read-models';
import type pg from 'pg';
import colours from 'picocolors';
import type { Column, Printer } from '../output/printer.ts';
import { UsageError } from '../usageError.ts';

const columns: readonly Column<ArticleClaim>[] = [
  { title: 'CLAIM', of: ({ claim_id }) => claim_id.slice(0, 8) },
  { title: 'SAYS', of: saysOf, maxWidth: 60 },
  { title: 'STATUS', of: ({ status, period }) => [status, period].filter((word) => word !== null).join(', '), maxWidth: 24 },
  { title: 'CERTAINTY', of: ({ certainty }) => (certainty === null ? '' : Number(certainty).toFixed(2)), align: 'right' },
  { title: 'VERDICT', of: ({ verdict }) => verdict },
  { title: 'WHY', of: ({ reason }) => reason ?? '', maxWidth: 50 },
];

/**
 * What was read in an article, placed or not, in the order of its text.
 * @param named its address, in any spelling, or its id.
 * @throws {UsageError} when the ledger knows no such article.
 */
export async function printArticle(pool: pg.Pool, printer: Printer, named: string): Promise<void> {
  const article = await findArticle(pool, idOf(named));
  if (article === null) throw new UsageError(`The ledger knows no article ${named}. "newsledger ingest" reads one.`);
  const claims = await listArticleClaims(pool, article.article_id);
  if (printer.forPrograms) return printer.rows(claims, columns, '');
  const about = [article.source, article.published_at?.toISOString().slice(0, 10), article.status, article.status_reason];
  printer.line(colours.bold(article.title));
  printer.line(`${about.filter((word) => word != null && word !== '').join(' · ')}\n${article.canonical_url}`);
  for (const [sentence, members] of Map.groupBy(claims, (claim) => claim.sentence)) {
    printer.line(`\n“${sentence}”`);
    printer.rows(members, columns, '');
  }
  if (claims.length === 0) printer.note(article.extracted_at === null ? 'It has not been read yet.' : 'No figure or deal was read in it.');
}

function idOf(named: string): string {
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(named)) return named;
  if (URL.canParse(named) && /^https?:/i.test(named)) return articleIdOf(named);
  throw new UsageError(`"${named}" is no address such as https://example.org/news/1, nor the id of an article.`);
}

function saysOf(claim: ArticleClaim): string {
  const worth = claim.unit === null ? '' : formatAmount({ ...claim, unit: claim.unit });
  if (claim.kind === 'deal')
    return `${claim.type?.replaceAll('_', ' ')}: ${claim.parties.map(({ entity, role }) => `${entity} (${role})`).join(', ')}${worth === '' ? '' : ` for ${worth}`}`;
  const other = claim.counterparty === null ? '' : ` with ${claim.counterparty}`;
  return `${claim.subject}, ${claim.measure?.replaceAll('_', ' ')}${other}: ${worth}${claim.speaker === null ? '' : `, says ${claim.speaker}`}`;
}
