import { writeFile } from 'node:fs/promises';
import { type JudgedArticle, type JudgedClaim, judgedText, type LabelledText } from '@newsledger/claims';
import { createEventStore } from '@newsledger/event-store';
import { readingTextOf } from '@newsledger/extractor';
import type pg from 'pg';
import type { Printer } from '../output/printer.ts';

/** As many parts as a cross-validation has: `npm run fit` reads each by weights that never saw it. */
const FOLDS = 5;

interface ArticleRow {
  readonly article_id: string;
  readonly source: string;
  readonly title: string;
  readonly published_at: Date | null;
  readonly revision: number;
  readonly claims: readonly (JudgedClaim & { readonly quote: string; readonly sentence: string })[];
}

/**
 * Writes judged sentences as labelled news, one text a line, by article.
 * @param out a file; null for standard output.
 */
export async function exportLabels(pool: pg.Pool, printer: Printer, out: string | null): Promise<void> {
  const store = createEventStore(pool);
  const texts: LabelledText[] = [];
  const leftOut = new Map<string, number>();
  for (const row of await judgedArticles(pool)) {
    const reading = await readingTextOf(pool, store, row.article_id, row.revision);
    const { labelled, leftOut: lost } = judgedText(
      reading === null ? bySentences(row) : { ...aboutOf(row), ...reading, claims: row.claims },
    );
    if (labelled !== null) texts.push(labelled);
    for (const { why } of lost) leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
  }
  const lines = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  if (out === null) process.stdout.write(lines);
  else await writeFile(out, lines);
  const labels = texts.reduce((sum, { figures, deals }) => sum + figures.length + deals.length, 0);
  printer.note(`${texts.length} labelled texts with ${labels} labels${out === null ? '' : ` are in ${out}`}.`);
  for (const [why, count] of leftOut) printer.note(`${count} sentence${count === 1 ? ' is' : 's are'} left out: ${why}.`);
}

/** Articles that have a judged claim, with all claims of their latest reading. */
async function judgedArticles(pool: pg.Pool): Promise<ArticleRow[]> {
  const { rows } = await pool.query<ArticleRow>(
    `SELECT article.article_id, article.source, article.title, article.published_at, claims.revision,
            json_agg(json_build_object('kind', claims.kind, 'content', claims.taken_for, 'start', claims.quote_start, 'end', claims.quote_end,
                                       'quote', claims.quote, 'sentence', claims.sentence, 'judgement', claims.judgement,
                                       'field', claims.misread_field, 'correction', claims.correction)
                     ORDER BY claims.quote_start, claims.claim_id) AS claims
       FROM newsledger.claims
       JOIN newsledger.articles AS article ON article.article_id = claims.article_id
      WHERE claims.verdict NOT IN ('withdrawn', 'superseded')
      GROUP BY article.article_id, article.source, article.title, article.published_at, claims.revision
     HAVING bool_or(claims.judgement IS NOT NULL)
      ORDER BY article.article_id`,
  );
  return rows;
}

function aboutOf({ article_id, source, published_at }: ArticleRow) {
  return {
    id: article_id,
    publisher: source,
    published: published_at?.toISOString().slice(0, 10) ?? null,
    fold: Number.parseInt(article_id.slice(0, 8), 16) % FOLDS,
  };
}

/** Of an article whose text was erased, the sentences that its claims keep. */
function bySentences(row: ArticleRow): JudgedArticle {
  const sentences = [...new Set(row.claims.map(({ sentence }) => sentence))];
  const text = sentences.join('\n\n');
  const claims = row.claims.flatMap((claim): JudgedClaim[] => {
    const within = claim.sentence.indexOf(claim.quote);
    const start = text.indexOf(claim.sentence) + within;
    return within < 0 ? [] : [{ ...claim, start, end: start + claim.quote.length }];
  });
  return { ...aboutOf(row), title: '', text, claims };
}
