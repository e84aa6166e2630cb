import { type ClaimRow, type FigureRow, formatAmount, formatRange } from '@newsledger/read-models';
import { type Html, html } from '../html.ts';
import { intervalChart } from './intervalChart.ts';
import { layout } from './layout.ts';

/** One figure: its value, why it won, and every witness with the sentence. */
export function figurePage(figure: FigureRow, claims: readonly ClaimRow[]): string {
  const name = [figure.subject, figure.measure.replaceAll('_', ' '), (figure.definition ?? figure.noun)?.replaceAll('_', ' ')]
    .filter(Boolean)
    .join(', ');
  return layout(
    name,
    html`<h1>${name}${figure.counterparty !== null && ` with ${figure.counterparty}`}</h1>
<p class="value">${formatAmount(figure)}</p>
<p class="soft">between ${formatRange(figure)} · ${figure.period !== null && `${figure.period} · `}${figure.status} · ${figure.agreement.replaceAll('_', ' ')} · confidence ${Number(figure.confidence).toFixed(2)} · ${figure.independent_sources} independent of ${figure.claim_count} claims</p>
<p class="lead">${figure.explanation}</p>
<h2>Who says so</h2>
${intervalChart(figure, claims)}
<ul class="claims">${claims.map((claim, index) => witness(claim, claim.origin_id !== null && claim.origin_id === claims[index - 1]?.origin_id))}</ul>
<p class="soft">In SQL: <code>SELECT * FROM newsledger.claims WHERE figure_id = '${figure.figure_id}';</code></p>`,
  );
}

function witness(claim: ClaimRow, copy: boolean): Html {
  const [before, after] = splitAt(claim.sentence, claim.quote);
  const verdict = claim.verdict === 'winner' || claim.verdict === 'agrees' ? 'agreed' : claim.verdict === 'loses' ? 'disputed' : 'soft';
  return html`<li class="${copy && 'copy'}">
<div><span class="verdict ${verdict}">${claim.verdict}</span> · ${claim.source}, ${claim.published_at?.toISOString().slice(0, 10) ?? 'undated'}${claim.is_primary && ' · party to it'}${claim.speaker !== null && ` · quoting ${claim.speaker}`}${copy && ' · same origin as above'}</div>
<blockquote>${after === null ? claim.sentence : html`${before}<mark>${claim.quote}</mark>${after}`}</blockquote>
<div class="soft"><a href="${claim.article_url}" rel="noreferrer">${claim.article_title}</a>${claim.reason && ` · ${claim.reason}`}</div>
</li>`;
}

/** The sentence around the quoted words; null where the quote isn't found literally. */
function splitAt(sentence: string, quote: string): [string, string | null] {
  const at = sentence.indexOf(quote);
  return at < 0 ? [sentence, null] : [sentence.slice(0, at), sentence.slice(at + quote.length)];
}
