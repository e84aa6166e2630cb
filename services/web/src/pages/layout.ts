import { NEWS_FEED_PATH } from '../follow/feedPaths.ts';
import { type Html, html } from '../html.ts';
import { htmxHead } from '../live/htmx.ts';
import { STYLE_PATH } from './style.ts';

/** A feed of what changes on a page. */
interface PageFeed {
  readonly title: string;
  readonly path: string;
}

interface PageOptions {
  /** The class of pages with rules of their own. */
  readonly place?: string;
  /** By which the page can be followed, beside that of all changes. */
  readonly feed?: PageFeed;
  /** Whether parts of it are fetched anew; it is to be sent with `LIVE_POLICY` then. */
  readonly live?: boolean;
}

/** A whole page: works without JavaScript, and loads nothing but the one style sheet and, where it is live, the one script. */
export function layout(title: string, body: Html, { place, feed, live = false }: PageOptions = {}): string {
  return `<!doctype html>${
    html`<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Newsledger</title><link rel="stylesheet" href="${STYLE_PATH}">${feed !== undefined && feedLink(feed)}${feedLink(ALL_CHANGES)}${live && htmxHead()}</head>
<body${place !== undefined && html` class="${place}"`}>
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
