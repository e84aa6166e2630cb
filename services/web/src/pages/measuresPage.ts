import type { MeasureRow } from '@newsledger/read-models';
import { html } from '../html.ts';
import { layout } from './layout.ts';

/** What a figure can measure, with the sentence that defines it. */
export function measuresPage(measures: readonly MeasureRow[]): string {
  const classes = Map.groupBy(measures, ({ measure_class }) => measure_class);
  return layout(
    'Measures',
    html`<h1>Measures</h1>
<p class="lead">One controlled list: only figures of the same measure can conflict. What fits none of them is filed as “other”, with the words that say what it counts.</p>
${[...classes].map(
  ([name, members]) => html`<h2>${name}</h2>
<dl class="measures">${members.map(({ measure, definition, figure_count }) => html`<dt><a href="/figures?${new URLSearchParams({ measure }).toString()}">${measure.replaceAll('_', ' ')}</a> <span class="soft">${figure_count}</span></dt><dd>${definition}</dd>`)}</dl>`,
)}
<p class="soft">In SQL: <code>SELECT * FROM newsledger.measures;</code></p>`,
  );
}
