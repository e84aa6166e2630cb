import { type DealClaim, type DealRow, type DealStage, type FigureRow, formatAmount, formatRange } from '@newsledger/read-models';
import { type Html, html } from '../html.ts';
import { entityPath } from './entityPages.ts';
import { layout } from './layout.ts';
import { nameOf } from './nameOf.ts';
import { dayOf } from './times.ts';

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
  return html`<div class="wide" tabindex="0" role="region" aria-label="Deals"><table class="rows">
<thead><tr><th scope="col">Parties</th><th scope="col">Type</th><th scope="col">Status</th><th scope="col">Announced</th><th scope="col" class="number">Value</th><th scope="col" class="number">Witnesses</th></tr></thead>
<tbody>${deals.map(
    (
      deal,
    ) => html`<tr><td class="whole"><a href="/deals/${deal.deal_id}">${deal.parties.map(({ entity }) => entity).join(', ')}</a></td><td>${deal.type.replaceAll('_', ' ')}</td>
<td>${deal.status}</td><td class="nowrap">${deal.announced_on}</td><td class="number first">${worthOf(deal)}</td>
<td class="number" data-label="witnesses">${deal.independent_sources} <span class="soft">of ${deal.claim_count}</span></td></tr>`,
  )}</tbody></table></div>`;
}

/** Of one stage; a deal that everybody tells of would make a page of hundreds of kilobytes. */
const REPORTS_SHOWN = 25;

interface DealParts {
  readonly deal: DealRow;
  readonly stages: readonly DealStage[];
  readonly reports: readonly DealClaim[];
  /** What is reconciled of its value, its term and so on. */
  readonly figures: readonly FigureRow[];
}

/** One deal: its value, its parties and whom they belong to, and its story from the first rumour on, each stage with all who report it. */
export function dealPage({ deal, stages, reports, figures }: DealParts): string {
  const about = [
    deal.status,
    deal.announced_on !== null && `announced ${deal.announced_on}`,
    deal.term_years !== null && `${Number(deal.term_years)} years`,
    deal.value_definition?.replaceAll('_', ' '),
    deal.agreement?.replaceAll('_', ' '),
    `${deal.independent_sources} independent of ${deal.claim_count} reports`,
  ].filter((words) => typeof words === 'string');
  return layout(
    deal.title,
    html`<h1>${deal.title}</h1>
<p class="value">${worthOf(deal)}</p>
<p class="soft">${deal.unit !== null && `between ${formatRange({ ...deal, unit: deal.unit })} · `}${about.join(' · ')}</p>
<p class="lead">${deal.explanation}</p>
<h2>Parties</h2>
<ul>${deal.parties.map(({ role, entity, parent }) => html`<li><a href="${entityPath(entity)}">${entity}</a>, ${role}${parent !== null && html` (part of <a href="${entityPath(parent)}">${parent}</a>)`}</li>`)}</ul>
<h2>How it came about</h2>
<ol class="stages">${stages.map((stage) => stageItem(stage, reports))}</ol>
${figures.length > 0 && html`<h2>Its figures</h2><ul>${figures.map((figure) => html`<li><a href="/figures/${figure.figure_id}">${nameOf(figure)}</a>: <strong>${formatAmount(figure)}</strong>${figure.period !== null && `, ${figure.period}`}, ${figure.status} <span class="soft">${figure.agreement.replaceAll('_', ' ')}</span></li>`)}</ul>`}
<p class="soft">In SQL: <code>SELECT * FROM newsledger.deal_history WHERE deal_id = '${deal.deal_id}' ORDER BY position;</code></p>`,
  );
}

function stageItem(stage: DealStage, reports: readonly DealClaim[]): Html {
  const own = reports.filter(({ status }) => stageNameOf(status) === stageNameOf(stage.status));
  const first = own[0];
  return html`<li><h3>${stage.reported_on}: <strong>${stage.status}</strong>${stage.unit !== null && `, ${formatAmount({ ...stage, unit: stage.unit })}`} <span class="soft">${first !== undefined && `first told by ${first.source} · `}${stage.claim_count} ${stage.claim_count === 1 ? 'report' : 'reports'}</span></h3>
<ul class="claims">${own.slice(0, REPORTS_SHOWN).map(reportItem)}</ul>
${own.length > REPORTS_SHOWN && html`<p class="soft">and ${own.length - REPORTS_SHOWN} more like these</p>`}</li>`;
}

/** That a deal is agreed and that it is announced is one stage, told in two ways. */
function stageNameOf(status: string): string {
  return status === 'announced' ? 'agreed' : status;
}

function reportItem(report: DealClaim): Html {
  const colour = report.verdict === 'loses' ? 'disputed' : report.verdict === 'winner' || report.verdict === 'agrees' ? 'agreed' : 'soft';
  const day = report.published_at === null ? 'undated' : dayOf(report.published_at);
  return html`<li><div><span class="verdict ${colour}">${report.verdict}</span> · ${report.source}, ${day}${report.unit !== null && html` · <strong>${formatAmount({ ...report, unit: report.unit })}</strong>`}</div><blockquote>${report.sentence}</blockquote><div class="soft"><a href="${report.article_url}" rel="noreferrer">${report.article_title}</a> (<a href="/articles/${report.article_id}">as read</a>)${report.reason !== null && ` · ${report.reason}`}</div></li>`;
}

function worthOf(deal: DealRow): string {
  return deal.unit === null ? 'undisclosed' : formatAmount({ ...deal, unit: deal.unit });
}
