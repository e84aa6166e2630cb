import { NEWS_FEED_PATH } from '../follow/feedPaths.ts';
import { type Html, html } from '../html.ts';
import { STYLE_PATH } from './style.ts';

/** A feed of what changes on a page. */
export interface PageFeed {
  readonly title: string;
  readonly path: string;
}

/**
 * A whole page: works without JavaScript and loads nothing but the one style sheet. `place` is the class of pages with rules of their own, `feed`
 * the feed by which the page can be followed, beside that of all changes.
 */
export function layout(title: string, body: Html, place = '', feed: PageFeed | null = null): string {
  return `<!doctype html>${
    html`<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Newsledger</title><link rel="stylesheet" href="${STYLE_PATH}">${feed !== null && feedLink(feed)}${feedLink(ALL_CHANGES)}</head>
<body${place !== '' && html` class="${place}"`}>
<header><a class="name" href="/">Newsledger</a><nav aria-label="Main"><a href="/figures">Figures</a> · <a href="/disagreements">Disagreements</a> · <a href="/deals">Deals</a> · <a href="/changes">Changes</a> · <a href="/entities">Entities</a> · <a href="/sources">Sources</a> · <a href="/reliability">Reliability</a> · <a href="/pipeline">Pipeline</a> · <a href="/measures">Measures</a> · <a href="/read">Read a text</a></nav></header>
<main>${body}</main>
<footer>Every value is reconciled from what articles state; open a figure to see who says so.</footer>
</body>
</html>`.text
  }`;
}

const ALL_CHANGES: PageFeed = { title: 'All changes', path: NEWS_FEED_PATH };

/** By which feed readers find the feed of a page. */
function feedLink({ title, path }: PageFeed): Html {
  return html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${path}">`;
}
