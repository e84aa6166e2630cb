import { type ArticleClaim, type ArticleRow, formatAmount, formatRange } from '@newsledger/read-models';
import { claimAdminPath } from '../admin/adminPaths.ts';
import { type Html, html } from '../html.ts';
import { layout } from './layout.ts';
import { dayOf, momentOf } from './times.ts';

/** What was read in one article: its sentences that hold claims, numbers marked, and below each what became of it. Each leads to where it is judged, if it can be. */
export function articlePage(article: ArticleRow, claims: readonly ArticleClaim[], canCorrect: boolean): string {
  const sentences = Map.groupBy(claims, ({ sentence }) => sentence);
  const about = [
    dayOf(article.published_at),
    ...article.byline,
    article.wire_credit === null ? '' : `after ${article.wire_credit}`,
    article.word_count === null ? '' : `${article.word_count} words`,
    article.revision === 0 ? 'known by its feed entry only' : `revision ${article.revision}`,
  ].filter((part) => part !== '');
  return layout(
    article.title,
    html`<h1>${article.title}</h1>
<p class="soft"><a href="/sources/${article.source_id}">${article.source}</a> · ${about.join(' · ')} · <a href="${article.canonical_url}" rel="noreferrer">the article</a></p>
${article.correction_note !== null && html`<p>Corrected: ${article.correction_note}</p>`}
${article.status_reason !== null && html`<p class="disputed">${article.status}: ${article.status_reason}</p>`}
<p class="lead">${leadOf(article, claims)}</p>
<ol class="origins">${[...sentences].map(([sentence, members]) => sentenceItem(sentence, members, canCorrect))}</ol>
<p class="soft">In SQL: <code>SELECT * FROM newsledger.claims WHERE article_id = '${article.article_id}' ORDER BY quote_start;</code></p>`,
  );
}

function leadOf(article: ArticleRow, claims: readonly ArticleClaim[]): string {
  if (article.extracted_at === null) return 'It has not been read yet.';
  if (claims.length === 0) return 'No figure or deal was read in it.';
  const unplaced = claims.filter(({ verdict }) => verdict === 'unplaced').length;
  const left = unplaced === 0 ? 'all of them count' : `${claims.length - unplaced} count, ${unplaced} were read with too little certainty`;
  return `${claims.length} claims were read in it on ${momentOf(article.extracted_at)}: ${left}.`;
}

function sentenceItem(sentence: string, claims: readonly ArticleClaim[], canCorrect: boolean): Html {
  return html`<li><blockquote>${marked(sentence, claims)}</blockquote>
<ul class="read">${claims.map((claim) => claimItem(claim, canCorrect))}</ul></li>`;
}

/** The sentence with each quoted amount marked, whatever kind of spaces it was printed with; a quote that isn't found stays unmarked. */
function marked(sentence: string, claims: readonly ArticleClaim[]): Html {
  const words = withPlainSpaces(sentence);
  const found = claims
    .filter(({ kind, quote }) => kind === 'figure' && quote !== '')
    .map(({ quote }) => ({ from: words.indexOf(withPlainSpaces(quote)), length: quote.length }))
    .sort((a, b) => a.from - b.from);
  const pieces: Html[] = [];
  let written = 0;
  for (const { from, length } of found) {
    if (from < written) continue;
    pieces.push(html`${sentence.slice(written, from)}<mark>${sentence.slice(from, from + length)}</mark>`);
    written = from + length;
  }
  return html`${pieces}${sentence.slice(written)}`;
}

/** `$3.4 billion` with the space that keeps a line whole is found where a plain one stands. */
function withPlainSpaces(text: string): string {
  return text.replace(/\s/g, ' ');
}

function claimItem(claim: ArticleClaim, canCorrect: boolean): Html {
  const colour = claim.verdict === 'winner' || claim.verdict === 'agrees' ? 'agreed' : claim.verdict === 'loses' ? 'disputed' : 'soft';
  const certainty = claim.certainty === null ? '' : ` · certainty ${Number(claim.certainty).toFixed(2)}`;
  return html`<li>${claim.kind === 'deal' ? dealWords(claim) : figureWords(claim)} <span class="verdict ${colour}">${claim.verdict}</span><span class="soft">${certainty}${claim.reason !== null && ` · ${claim.reason}`}</span>${canCorrect && html` · <a href="${claimAdminPath(claim.claim_id)}">judge</a>`}</li>`;
}

function figureWords(claim: ArticleClaim): Html {
  const name = `${claim.subject}, ${claim.measure?.replaceAll('_', ' ')}${claim.counterparty === null ? '' : ` with ${claim.counterparty}`}`;
  const words = [claim.period, claim.status, claim.speaker === null ? null : `says ${claim.speaker}`].filter((word) => word !== null);
  const amount = { ...claim, unit: claim.unit ?? '' };
  return html`<strong>${formatAmount(amount)}</strong> <span class="soft">(${formatRange(amount)})</span> ${claim.figure_id === null || claim.verdict === 'unplaced' ? name : html`<a href="/figures/${claim.figure_id}">${name}</a>`} <span class="soft">${words.join(' · ')}</span>`;
}

function dealWords(claim: ArticleClaim): Html {
  const parties = claim.parties.map(({ entity, role }) => `${entity} (${role})`).join(', ');
  const words = `${claim.type?.replaceAll('_', ' ')}: ${parties}`;
  const worth = claim.unit === null ? '' : ` for ${formatAmount({ ...claim, unit: claim.unit })}`;
  return html`${claim.deal_id === null ? words : html`<a href="/deals/${claim.deal_id}">${words}</a>`}${worth} <span class="soft">${claim.status}</span>`;
}
