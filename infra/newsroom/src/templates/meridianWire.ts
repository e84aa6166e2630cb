import { escapeMarkup } from '../escapeMarkup.ts';
import { longDate, timeOfDay } from './dates.ts';
import { footerNotice, headTags, jsonLd, noteBlock, type PageView, relatedList } from './pageView.ts';

const css = `body{margin:0;font:17px/1.6 Georgia,serif;color:#14181f;background:#fff}.bar{background:#0b2540;color:#fff;padding:12px 24px;font:700 20px/1 Helvetica,Arial,sans-serif;letter-spacing:.04em}
.bar nav{float:right;font-weight:400;font-size:13px;letter-spacing:0}.bar a{color:#cfe0f3;margin-left:16px;text-decoration:none}.wire{max-width:720px;margin:32px auto;padding:0 20px}h1{font:700 34px/1.2 Georgia,serif;margin:8px 0 12px}
.slugline{font:700 12px/1 Helvetica,Arial,sans-serif;color:#b3331e;text-transform:uppercase}.meta{font:14px/1.4 Helvetica,Arial,sans-serif;color:#5a6472;border-bottom:1px solid #d9dee5;padding-bottom:14px}
.more{background:#f2f5f9;padding:12px 20px;font:15px/1.5 Helvetica,Arial,sans-serif}footer{border-top:1px solid #d9dee5;margin-top:48px;padding:20px;text-align:center;font:13px/1.5 Helvetica,Arial,sans-serif;color:#5a6472}`;

/** A wire agency: plain, dateline first, contributors last. */
export function meridianWire(view: PageView): string {
  const { outlet, article, edition, blocks } = view;
  const [lead = '', ...rest] = blocks;
  const dateline = `${(article.dateline ?? 'NEW YORK').toUpperCase()}, ${longDate(edition.publishedAt).replace(/ \d{4}$/, '')} (${outlet.name}) - `;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">${headTags(view)}${jsonLd(view)}<style>${css}</style></head>
<body><header class="bar">MERIDIAN WIRE <nav aria-label="Sections"><a href="/meridian-wire">Latest</a><a href="/meridian-wire#markets">Markets</a><a href="/meridian-wire#technology">Technology</a><a href="/meridian-wire#deals">Deals</a></nav></header>
<main class="wire"><article>
<p class="slugline">${escapeMarkup(article.section)}</p>
<h1>${escapeMarkup(outlet.setNumbers(edition.title))}</h1>
<p class="meta">By <span class="author" rel="author">${escapeMarkup(edition.byline)}</span> · <time datetime="${edition.publishedAt}">${longDate(edition.publishedAt)}, ${timeOfDay(edition.publishedAt)}</time></p>
<div class="article-body">
${lead.replace('<p>', `<p>${dateline}`)}
${rest.join('\n')}
${noteBlock(view, 'p', 'update-note')}
</div>
</article>
<aside class="more"><strong>More from the wire</strong>${relatedList(view)}</aside></main>
<footer>${footerNotice(outlet)}<br><a href="/meridian-wire/rss.xml">RSS</a> · <a href="/meridian-wire/news-sitemap.xml">Sitemap</a></footer>
</body></html>`;
}
