import type { Health } from '@newsledger/read-models';
import { type Html, html } from '../../html.ts';
import { livePart } from '../../live/livePart.ts';
import { momentOf } from '../times.ts';

/** The line that says how the whole fares, kept up to date. */
export function healthPart(health: Health): Html {
  return livePart({ page: '/pipeline', id: 'health', everySeconds: 10 }, healthLine(health));
}

/** How the whole fares, in one line: what is followed, how far the tables are, and what failed. */
function healthLine(health: Health): Html {
  const { sources, last_polled_at, events_behind, parked_events, failing_work, parked_work } = health;
  const followed = Object.values(sources).reduce((sum, count) => sum + count, 0);
  const ill = ['degraded', 'failing'].flatMap((health) => (sources[health] === undefined ? [] : [`${sources[health]} ${health}`]));
  const failed = [
    failing_work > 0 && `${counted(failing_work, 'piece')} of work failed${parked_work > 0 ? `, ${parked_work} of it for good` : ''}`,
    parked_events > 0 && `${counted(parked_events, 'event')} can not be taken in`,
  ].filter((words) => words !== false);
  return html`<p class="health"><a href="/sources">${counted(followed, 'source')}</a> followed${ill.length > 0 && html`, <strong class="disputed">${ill.join(', ')}</strong>`}${last_polled_at !== null && `, last polled ${momentOf(last_polled_at)}`}
· the tables ${events_behind === 0 ? 'hold all that was read' : html`are <strong>${counted(events_behind, 'event')}</strong> behind`}
· <a href="/pipeline">${failed.length === 0 ? 'nothing failed' : html`<strong class="disputed">${failed.join(', ')}</strong>`}</a>${
    health.is_standby &&
    html`
· shown from a standby, ${standbyWords(health.standby_lag_seconds)}`
  }</p>`;
}

/** How old what a streaming replica shows is. */
function standbyWords(lagSeconds: number | null): string {
  if (lagSeconds === null) return 'which heard nothing of its primary yet';
  return lagSeconds === 0 ? 'as of now' : `${lagSeconds.toFixed(1)} s behind`;
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}
