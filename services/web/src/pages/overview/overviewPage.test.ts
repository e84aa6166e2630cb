import type { Health, News } from '@newsledger/read-models';
import { expect, it } from 'vitest';
import { overviewPage } from './overviewPage.ts';

const now = new Date('2025-11-04T10:00:00Z');
const health: Health = {
  sources: { healthy: 7, failing: 1 },
  last_polled_at: now,
  is_standby: false,
  standby_lag_seconds: 0,
  events_behind: 0,
  parked_events: 0,
  failing_work: 0,
  parked_work: 0,
};

const newsAt = (time: string, given: Partial<News> = {}): News => ({
  kind: 'changed',
  changed_at: new Date(time),
  figure_id: '29bb0053-8ae4-5de2-ba61-32e147099c50',
  subject: 'Brightmoor Systems',
  counterparty: null,
  measure: 'cost',
  definition: null,
  noun: null,
  period: '2026',
  status: 'forecast',
  unit: 'USD',
  old_value: '650000000',
  old_low: null,
  old_high: null,
  value: '700000000',
  low: null,
  high: null,
  agreement: 'agreed',
  independent_sources: 2,
  cause: 'Meridian Wire: “A purchase”',
  article_url: 'https://wire.example/1',
  ...given,
});

const news = [
  newsAt('2025-11-04T09:00:00Z'),
  newsAt('2025-11-04T08:00:00Z', { kind: 'appeared' }),
  newsAt('2025-11-03T09:00:00Z', { kind: 'gone' }),
];

const shown = (since: string | null, isAsked = false, told: readonly News[] = news) =>
  overviewPage({ news: told, isMore: false, since: since === null ? null : new Date(since), isAsked, now, disputes: [], health });

it('tells on a first visit what changed today', () => {
  const page = shown(null);
  expect(page).toMatch(/<h2>Today<\/h2>\s*<p>1 new, 1 changed\.<\/p>/);
  expect(page).not.toContain('last visit');
});

it('tells what changed since a visit of yesterday, and how much of it is of today', () => {
  const page = shown('2025-11-03T07:00:00Z');
  expect(page).toMatch(/<h2>Since your last visit<\/h2>\s*<p>1 new, 1 changed, 1 no longer shown\.<\/p>/);
  expect(page).toMatch(/<h2>Today<\/h2><p>1 new, 1 changed\. /);
});

it('tells on a second visit of a day what is new since the first, and then the whole day', () => {
  expect(shown('2025-11-04T08:30:00Z')).toMatch(
    /last visit<\/h2>\s*<p>1 changed\.<\/p>[\s\S]*<h2>Today<\/h2>\s*<p>1 new, 1 changed\.<\/p>/,
  );
});

it('goes by the address where that says since when', () => {
  expect(shown('2025-11-03T00:00:00Z', true)).toMatch(/<h2>Since 2025-11-03 00:00 UTC<\/h2>\s*<p>1 new, 1 changed, 1 no longer shown\./);
});

it('shows what a value was before, and what changed it', () => {
  expect(shown(null)).toMatch(/Meridian Wire: “A purchase”<\/a>[\s\S]*<s class="soft">650 m USD<\/s> → <strong>700 m USD<\/strong>/);
});

it('says that nothing happened where nothing did', () => {
  expect(shown('2025-11-04T09:30:00Z', false, [])).toMatch(
    /last visit<\/h2>\s*<p>Nothing changed\.<\/p>[\s\S]*Today<\/h2>\s*<p>Nothing changed\./,
  );
});

it('says in one line how all fares', () => {
  const line = (page: string) => (/<p class="health">[\s\S]*?<\/p>/.exec(page)?.[0] ?? '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
  expect(line(shown(null))).toBe(
    '8 sources followed, 1 failing, last polled 2025-11-04 10:00 UTC · the tables hold all that was read · nothing failed',
  );
  const ill = { ...health, events_behind: 1200, parked_events: 2, failing_work: 3, parked_work: 1 };
  const page = overviewPage({ news: [], isMore: false, since: null, isAsked: false, now, disputes: [], health: ill });
  expect(line(page)).toContain(
    'the tables are 1,200 events behind · 3 pieces of work failed, 1 of it for good, 2 events can not be taken in',
  );
});
