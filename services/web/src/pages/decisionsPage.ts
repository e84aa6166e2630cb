import type { DecisionRow } from '@newsledger/read-models';
import { type Html, html } from '../html.ts';
import { layout } from './layout.ts';
import { momentOf } from './times.ts';

/** What people decided, the latest first: who, what about, and why. @param most the rows that a page shows at most. */
export function decisionsPage(rows: readonly DecisionRow[], words: string, most: number): string {
  return layout(
    'Decisions of people',
    html`<h1>Decisions of people</h1>
<p class="lead">Whatever a person pinned, judged, merged, audited or took away is an event with a name and a reason, and stays on record when it is taken back.</p>
<form action="/decisions" method="get" role="search"><label>Words<input type="search" name="q" value="${words}" placeholder="pin"></label><button>Show</button></form>
${rows.length > 0 ? table(rows) : html`<p>${words === '' ? 'Nobody decided anything yet.' : 'Nobody decided anything that fits.'}</p>`}
${rows.length === most && html`<p class="soft">These are the latest ${most}; words find older ones.</p>`}
<p class="soft">In SQL: <code>SELECT * FROM newsledger.human_decisions;</code> · <code>newsledger decisions</code></p>`,
  );
}

function table(rows: readonly DecisionRow[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Decisions"><table class="rows">
<thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Decision</th><th scope="col">About</th><th scope="col">Why</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><td class="nowrap">${momentOf(row.decided_at)}</td><td class="second">${row.decided_by ?? 'not said'}</td><td class="first">${row.decision}</td><td class="whole">${row.about.map((one, i) => html`${i > 0 && ', '}${link(row.decision, one)}`)}</td><td class="whole">${row.reason}</td></tr>`,
  )}</tbody></table></div>`;
}

function link(decision: string, about: string): Html {
  if (/^(?:un)?pin$/.test(decision)) return html`<a href="/figures/${about}">${about.slice(0, 8)}</a>`;
  return decision.startsWith('entity ') ? html`<a href="/entities/${encodeURIComponent(about)}">${about}</a>` : html`${about}`;
}
