import type { FailingWorkRow, Health, ParkedEventRow } from '@newsledger/read-models';
import { type Html, html } from '../html.ts';
import { layout } from './layout.ts';
import { healthLine } from './overview/healthLine.ts';

/** What could not be taken in: events that fail, and work that fails. It holds up nothing else. */
export function pipelinePage(events: readonly ParkedEventRow[], work: readonly FailingWorkRow[], health: Health): string {
  return layout(
    'Pipeline',
    html`<h1>What could not be taken in</h1>
${healthLine(health)}
<p class="lead">${events.length + work.length === 0 ? 'Nothing: every event is in the tables, and no page or text fails.' : 'Each of these fails by itself and holds up nothing else. What is parked waits for a person.'}</p>
${events.length > 0 && html`<h2>Events</h2>${eventTable(events)}`}
${work.length > 0 && html`<h2>Sources, pages and texts</h2>${workTable(work)}`}
<p class="soft">On the command line: <code>newsledger retry</code> tries all of it again. In SQL: <code>SELECT * FROM newsledger.parked_events;</code> and <code>SELECT * FROM newsledger.failing_work;</code></p>`,
  );
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
