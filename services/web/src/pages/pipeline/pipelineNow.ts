import type { Minute, PipelineState, QueueRow } from '@newsledger/read-models';
import { type Html, html } from '../../html.ts';

/** How fast news comes in, what waits, and how far the tables are. */
export function pipelineNow({ at, minutes, queues, progress }: PipelineState): Html {
  return html`<p class="soft">At ${at.toISOString().slice(11, 19)} UTC, ${minutes.length === 1 ? 'in the present minute' : `in the last ${minutes.length} minutes`}: ${ratesOf(minutes)}</p>
<div class="now"><div><h2>By minute</h2>${minuteTable(minutes)}</div>
<div><h2>Still to do</h2>${queueTable(queues, at)}
<p>The log has ${Number(progress.last_event).toLocaleString('en')} events; the tables ${progress.events_behind === 0 ? 'hold all of them' : html`are <strong>${progress.events_behind.toLocaleString('en')} behind</strong>`}${progress.projected_at !== null && `, and moved on ${ageOf(progress.projected_at, at)} ago`}.</p></div></div>`;
}

/** How much there was a minute, on average. */
function ratesOf(minutes: readonly Minute[]): string {
  const rate = (count: (minute: Minute) => number) => minutes.reduce((sum, minute) => sum + count(minute), 0) / Math.max(minutes.length, 1);
  const rates = [
    `${written(rate(({ events }) => events))} events`,
    `${written(rate(({ articles }) => articles))} articles`,
    `${written(rate(({ claims }) => claims))} claims`,
  ];
  return `${rates.join(', ')} a minute.`;
}

function written(rate: number): string {
  return rate.toLocaleString('en', { maximumFractionDigits: rate < 10 ? 1 : 0 });
}

/** The latest minute first, each with its events as a bar against the busiest. */
function minuteTable(minutes: readonly Minute[]): Html {
  const most = Math.max(...minutes.map(({ events }) => events), 1);
  return html`<div class="wide" tabindex="0" role="region" aria-label="By minute"><table class="minutes">
<thead><tr><th scope="col">Minute</th><th scope="col" class="number">Events</th><th scope="col" class="number">Articles</th><th scope="col" class="number">Claims</th><td></td></tr></thead>
<tbody>${minutes
    .toReversed()
    .map(
      ({ minute, events, articles, claims }) =>
        html`<tr><th scope="row">${minute.toISOString().slice(11, 16)}</th><td class="number">${events}</td><td class="number">${articles}</td><td class="number">${claims}</td><td><svg width="100" height="12" aria-hidden="true"><rect class="yes" width="${Math.round((100 * events) / most)}" height="12"/></svg></td></tr>`,
    )}</tbody></table></div>`;
}

const WORK: Readonly<Record<string, string>> = { poll: 'sources to poll', capture: 'pages to fetch', extract: 'texts to read' };

function queueTable(queues: readonly QueueRow[], at: Date): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Still to do"><table class="rows">
<thead><tr><th scope="col">Queue</th><th scope="col" class="number">To do</th><th scope="col" class="number">Failing</th><th scope="col" class="number">Parked</th><th scope="col" class="number">Oldest waits</th></tr></thead>
<tbody>${queues.map(
    ({ queue, pending, failing, parked, waiting_since }) =>
      html`<tr><th scope="row" class="whole">${queue}: <span class="soft">${WORK[queue]}</span></th><td class="number" data-label="to do">${pending}</td><td class="number" data-label="failing">${failing}</td><td class="number" data-label="parked">${parked}</td><td class="number" data-label="oldest waits">${waiting_since === null ? '–' : ageOf(waiting_since, at)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** How long ago it was, in the largest unit that fits: `4 s`, `12 min`, `3 h`, `5 d`. */
function ageOf(time: Date, at: Date): string {
  const seconds = Math.max(Math.round((at.getTime() - time.getTime()) / 1000), 0);
  if (seconds < 100) return `${seconds} s`;
  if (seconds < 100 * 60) return `${Math.round(seconds / 60)} min`;
  return seconds < 48 * 3600 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`;
}
