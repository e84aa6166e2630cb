import type { Article } from './content.ts';
import { escapeMarkup } from './escapeMarkup.ts';
import type { Outlet } from './outlets.ts';
import { longDate } from './templates/dates.ts';
import { footerNotice } from './templates/pageView.ts';

const css =
  'body{font:17px/1.6 system-ui,sans-serif;max-width:820px;margin:40px auto;padding:0 20px;color:#1b1f24}small,footer{color:#667}li{margin:10px 0}';

/** What a person sees who opens the newsroom in a browser. */
export function overviewPage(newsrooms: readonly { outlet: Outlet; articles: readonly Article[] }[]): string {
  const rows = newsrooms.map(
    ({ outlet, articles }) =>
      `<li><a href="/${outlet.id}">${escapeMarkup(outlet.name)}</a>, ${escapeMarkup(outlet.tagline)} <small>(${articles.length} articles, <a href="${outlet.feedPath}">feed</a>)</small></li>`,
  );
  return frame(
    'The sample newsroom',
    `<p>Eight invented outlets for a first run of Newsledger without the internet.</p><ul>${rows.join('')}</ul>`,
    'Sample content written for Newsledger, in its own words. All outlets are invented.',
  );
}

/** An outlet's front page, with its feed advertised in the head. */
export function frontPage(outlet: Outlet, articles: readonly Article[]): string {
  const types: Readonly<Record<string, string>> = {
    rss: 'application/rss+xml',
    rdf: 'application/rdf+xml',
    json: 'application/feed+json',
    atom: 'application/atom+xml',
    atomWithBase: 'application/atom+xml',
  };
  const feeds = [{ format: outlet.feed, path: outlet.feedPath }, ...(outlet.secondFeed === null ? [] : [outlet.secondFeed])];
  const links = feeds.flatMap(({ format, path }) => {
    const type = types[format];
    return type === undefined ? [] : [`<link rel="alternate" type="${type}" title="${escapeMarkup(outlet.name)}" href="${path}">`];
  });
  const rows = articles.map((article) => {
    const { title, publishedAt } = article.editions[0];
    return `<li><a href="${escapeMarkup(outlet.pathOf(article))}">${escapeMarkup(outlet.setNumbers(title))}</a> <small>${longDate(publishedAt)}</small></li>`;
  });
  return frame(outlet.name, `<p>${escapeMarkup(outlet.tagline)}</p><ul>${rows.join('')}</ul>`, footerNotice(outlet), links.join(''));
}

/** The picture that OpenGraph tags point to. */
export function previewCard(outlet: Outlet): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"><rect width="1200" height="630" fill="#12424a"/><text x="80" y="340" font-family="Georgia" font-size="84" fill="#fff">${escapeMarkup(outlet.name)}</text></svg>`;
}

function frame(title: string, main: string, footer: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title>${head}<style>${css}</style></head>
<body><main><h1>${escapeMarkup(title)}</h1>${main}</main><footer>${footer}</footer></body></html>`;
}
