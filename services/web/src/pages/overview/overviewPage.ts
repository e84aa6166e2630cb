import type { Disagreement, Health, News } from '@newsledger/read-models';
import { type Html, html } from '../../html.ts';
import { disputeList } from '../disagreementsPage.ts';
import { layout } from '../layout.ts';
import { dayOf, momentOf } from '../times.ts';
import { healthPart } from './healthLine.ts';
import { newsItem, newsList, summaryOf } from './newsList.ts';

interface OverviewParts {
  /** The latest news, the latest first, as far back as anybody looked. */
  readonly news: readonly News[];
  /** Whether there are older ones. */
  readonly isMore: boolean;
  /** The latest change that the reader had seen; null on a first visit. */
  readonly since: Date | null;
  /** Whether the address says since when, rather than the reader's last visit. */
  readonly isAsked: boolean;
  readonly now: Date;
  readonly disputes: readonly Disagreement[];
  readonly health: Health;
}

/** Articles and decisions, each with the news that it caused. */
const CAUSES_SHOWN = 8;
const APPEARED_SHOWN = 6;

/** The first page: what changed today and since the last visit, what is new, what is disputed most, and how the whole fares. */
export function overviewPage({ news, isMore, since, isAsked, now, disputes, health }: OverviewParts): string {
  const midnight = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  const asked = since !== null && (isAsked || since < midnight) ? since : null;
  const sections = [
    since !== null && part(isAsked ? `Since ${momentOf(since)}` : 'Since your last visit', since, { news, isMore }),
    asked === null && since?.getTime() !== midnight.getTime() && part('Today', midnight, { news, isMore }),
  ];
  const appeared = news
    .filter(({ kind }) => kind === 'appeared')
    .toSorted((a, b) => b.independent_sources - a.independent_sources)
    .slice(0, APPEARED_SHOWN);
  return layout(
    'What changed',
    html`<h1>What changed</h1>
<form action="/figures" method="get" role="search" class="seek"><label>Find figures<input type="search" name="q" placeholder="OpenAI revenue"></label><button>Find</button></form>
${healthPart(health)}
<div class="overview"><div>${sections}${asked !== null && todayLine(news, midnight)}</div>
<div><h2>Most disputed</h2>${disputes.length === 0 ? html`<p class="soft">No dispute is open.</p>` : html`${disputeList(disputes)}<p><a href="/disagreements">All disagreements</a></p>`}
${appeared.length > 0 && html`<h2>New, best witnessed</h2><ul class="news">${appeared.map(newsItem)}</ul><p><a href="/figures?sort=changed">All figures, the latest changed first</a></p>`}</div></div>`,
    { place: 'first', live: true },
  );
}

/** The news after a moment: how many of which kind, and the latest of them. */
function part(title: string, moment: Date, { news, isMore }: { readonly news: readonly News[]; readonly isMore: boolean }): Html {
  const own = news.filter(({ changed_at }) => changed_at > moment);
  const isCut = isMore && own.length === news.length;
  return html`<h2>${title}</h2>
<p>${own.length === 0 ? 'Nothing changed.' : `${isCut ? 'Of the latest changes: ' : ''}${summaryOf(own)}.`}</p>
${own.length > 0 && html`${newsList(own, CAUSES_SHOWN)}<p><a href="/changes?since=${moment.toISOString()}">All changes since then</a></p>`}`;
}

function todayLine(news: readonly News[], midnight: Date): Html {
  const today = news.filter(({ changed_at }) => changed_at > midnight);
  return html`<h2>Today</h2><p>${today.length === 0 ? `Nothing changed on ${dayOf(midnight)} so far.` : html`${summaryOf(today)}. <a href="/changes?since=${dayOf(midnight)}">All of today’s changes</a>`}</p>`;
}
