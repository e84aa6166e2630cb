import { escapeMarkup } from '../escapeMarkup.ts';
import { pressRoomFrame } from '../templates/cloudline.ts';
import { longDate } from '../templates/dates.ts';
import type { Feed } from './feedItem.ts';

/** A press room's list of releases: no feed at all, only a page to read with selectors. */
export function writeListPage({ outlet, items }: Feed, base: string): string {
  const rows = items.map(
    (item) => `<li class="release-card">
  <span class="kicker">${escapeMarkup(item.section)}</span>
  <h3><a class="release-link" href="${escapeMarkup(item.path)}">${escapeMarkup(item.title)}</a></h3>
  <time datetime="${item.publishedAt}">${longDate(item.publishedAt)}</time>
  <p class="release-summary">${escapeMarkup(item.summary)}</p>
</li>`,
  );
  return pressRoomFrame({
    title: `${outlet.name}: latest releases`,
    head: `<link rel="canonical" href="${base}${outlet.feedPath}">`,
    main: `<h1>Latest releases</h1><ul class="release-list">${rows.join('\n')}</ul>
<nav class="pager" aria-label="Pages"><span>Page 1 of 1</span></nav>`,
  });
}
