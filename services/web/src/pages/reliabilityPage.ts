import type { ReliabilityRow } from '@newsledger/read-models';
import { html } from '../html.ts';
import { layout } from './layout.ts';

/** How often each source was proved right, and what its vote counts. */
export function reliabilityPage(rows: readonly ReliabilityRow[]): string {
  return layout(
    'Reliability',
    html`<h1>Reliability of sources</h1>
<p class="lead">${rows.length === 0 ? 'All sources weigh the same: nothing was audited and closed yet.' : `Audited outcomes only, as epoch ${rows[0]?.epoch} froze them. What wins a vote proves nothing about who cast it.`}</p>
${
  rows.length > 0 &&
  html`<div class="wide" tabindex="0" role="region" aria-label="Reliability"><table>
<thead><tr><th scope="col">Source</th><th scope="col">Measures</th><th scope="col" class="number">Right</th><th scope="col" class="number">Wrong</th><th scope="col" class="number">Misread by us</th><th scope="col" class="number">Vote counts</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><td>${row.source}</td><td>${row.measure_class}</td><td class="number">${row.right_count}</td><td class="number">${row.wrong_count}</td><td class="number">${row.misread_count}</td><td class="number">${Number(row.weight).toFixed(2)}</td></tr>`)}</tbody></table></div>`
}
<p class="soft">In SQL: <code>SELECT * FROM newsledger.reliability;</code> · <code>newsledger audit FILE --close-epoch</code> records more.</p>`,
  );
}
