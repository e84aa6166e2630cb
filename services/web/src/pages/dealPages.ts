import { type DealClaim, type DealRow, type DealStage, formatAmount } from '@newsledger/read-models';
import { type Html, html } from '../html.ts';
import { entityPath } from './entityPages.ts';
import { layout } from './layout.ts';

/** The table of deals with its search form. */
export function dealsPage(deals: readonly DealRow[], words: string): string {
  return layout(
    'Deals',
    html`<h1>Deals</h1>
<form action="/deals" method="get" role="search"><label>Words<input type="search" name="q" value="${words}" placeholder="acquisition completed"></label><button>Show</button></form>
${deals.length === 0 ? html`<p class="soft">No deal fits.</p>` : dealTable(deals)}`,
  );
}

function dealTable(deals: readonly DealRow[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Deals"><table>
<thead><tr><th scope="col">Parties</th><th scope="col">Type</th><th scope="col">Status</th><th scope="col">Announced</th><th scope="col" class="number">Value</th><th scope="col" class="number">Witnesses</th></tr></thead>
<tbody>${deals.map(
    (
      deal,
    ) => html`<tr><td><a href="/deals/${deal.deal_id}">${deal.parties.map(({ entity }) => entity).join(', ')}</a></td><td>${deal.type.replaceAll('_', ' ')}</td>
<td>${deal.status}</td><td class="nowrap">${deal.announced_on}</td><td class="number">${worthOf(deal)}</td>
<td class="number">${deal.independent_sources} <span class="soft">of ${deal.claim_count}</span></td></tr>`,
  )}</tbody></table></div>`;
}

/** One deal: parties and whom they belong to, its story from the first rumour on, and every report. */
export function dealPage(deal: DealRow, stages: readonly DealStage[], claims: readonly DealClaim[]): string {
  return layout(
    deal.title,
    html`<h1>${deal.title}</h1>
<p class="value">${worthOf(deal)}</p>
<p class="soft">${deal.status}${deal.announced_on !== null && ` · announced ${deal.announced_on}`}${deal.term_years !== null && ` · ${Number(deal.term_years)} years`}${deal.value_definition !== null && ` · ${deal.value_definition.replaceAll('_', ' ')}`} · ${deal.independent_sources} independent of ${deal.claim_count} reports</p>
<p class="lead">${deal.explanation}</p>
<h2>Parties</h2>
<ul>${deal.parties.map(({ role, entity, parent }) => html`<li><a href="${entityPath(entity)}">${entity}</a>, ${role}${parent !== null && ` (part of ${parent})`}</li>`)}</ul>
<h2>How it came about</h2>
<ol>${stages.map((stage) => html`<li>${stage.reported_on}: <strong>${stage.status}</strong>${stage.unit !== null && `, ${formatAmount({ ...stage, unit: stage.unit })}`} <span class="soft">(${stage.claim_count} ${stage.claim_count === 1 ? 'report' : 'reports'})</span></li>`)}</ol>
<h2>Who reports it</h2>
<ul class="claims">${claims.map(
      (claim) =>
        html`<li><div>${claim.source}, ${claim.published_at?.toISOString().slice(0, 10) ?? 'undated'} · ${claim.status}</div><blockquote>${claim.sentence}</blockquote><div class="soft"><a href="${claim.article_url}" rel="noreferrer">${claim.article_title}</a></div></li>`,
    )}</ul>
<p class="soft">In SQL: <code>SELECT * FROM newsledger.deal_history WHERE deal_id = '${deal.deal_id}' ORDER BY position;</code></p>`,
  );
}

function worthOf(deal: DealRow): string {
  return deal.unit === null ? 'undisclosed' : formatAmount({ ...deal, unit: deal.unit });
}
