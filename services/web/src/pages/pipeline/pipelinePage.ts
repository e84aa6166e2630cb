import type { FailingWorkRow, Health, ParkedEventRow, PipelineState } from '@newsledger/read-models';
import { type Html, html } from '../../html.ts';
import { livePart } from '../../live/livePart.ts';
import { layout } from '../layout.ts';
import { healthPart } from '../overview/healthLine.ts';
import { pipelineNow } from './pipelineNow.ts';

interface PipelineParts {
  readonly state: PipelineState;
  readonly health: Health;
  readonly events: readonly ParkedEventRow[];
  readonly work: readonly FailingWorkRow[];
}

/** How news comes in at this moment, live, and what could not be taken in. */
export function pipelinePage({ state, health, events, work }: PipelineParts): string {
  return layout(
    'Pipeline',
    html`<h1>Pipeline</h1>
${healthPart(health)}
${livePart({ page: '/pipeline', id: 'now', everySeconds: 2 }, pipelineNow(state))}
${livePart({ page: '/pipeline', id: 'troubles', everySeconds: 10 }, troubles(events, work))}
<noscript><p class="soft">Without JavaScript, reload the page for the numbers of the moment.</p></noscript>
<p class="soft">On the command line: <code>newsledger retry</code> tries all again that failed. In SQL: <code>SELECT * FROM newsledger.pace;</code>, and the views <code>queues</code>, <code>progress</code>, <code>parked_events</code> and <code>failing_work</code></p>`,
    { live: true },
  );
}

/** Events that fail, and work that fails. They hold up nothing else. */
function troubles(events: readonly ParkedEventRow[], work: readonly FailingWorkRow[]): Html {
  return html`<h2>What could not be taken in</h2>
<p>${events.length + work.length === 0 ? 'Nothing: every event is in the tables, and no page or text fails.' : 'Each of these fails by itself and holds up nothing else. What is parked waits for a person.'}</p>
${events.length > 0 && html`<h3>Events</h3>${eventTable(events)}`}
${work.length > 0 && html`<h3>Sources, pages and texts</h3>${workTable(work)}`}`;
}

function eventTable(rows: readonly ParkedEventRow[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Parked events"><table>
<thead><tr><th scope="col" class="number">Event</th><th scope="col">Type</th><th scope="col">Stream</th><th scope="col">Missing from</th><th scope="col">Error</th><th scope="col" class="number">Attempts</th><th scope="col" class="number">Waiting behind</th><th scope="col">Since</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><td class="number">${row.position}</td><td>${row.event_type}</td><td><code>${row.stream}</code></td><td>${row.missing_from}</td><td>${row.error}</td><td class="number">${row.attempts}</td><td class="number">${row.waiting}</td><td class="nowrap">${minuteOf(row.parked_at)}</td></tr>`)}</tbody></table></div>`;
}

function workTable(rows: readonly FailingWorkRow[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Failing work"><table>
<thead><tr><th scope="col">Work</th><th scope="col">Of</th><th scope="col">Error</th><th scope="col" class="number">Attempts</th><th scope="col">Failed</th><th scope="col">Next try</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><td>${row.queue}</td><td><code>${row.article_id ?? row.source_id ?? row.job_id}</code></td><td>${row.error ?? ''}</td><td class="number">${row.attempts}</td><td class="nowrap">${minuteOf(row.failed_at)}</td><td class="nowrap">${row.parked ? 'parked' : minuteOf(row.next_try_at) || 'at work'}</td></tr>`)}</tbody></table></div>`;
}

/** In UTC, to the minute. */
function minuteOf(time: Date | null): string {
  return time === null ? '' : time.toISOString().slice(0, 16).replace('T', ' ');
}
