import { escapeMarkup } from '../escapeMarkup.ts';
import { longDate } from './dates.ts';
import { footerNotice, headTags, jsonLd, noteBlock, type PageView, relatedList } from './pageView.ts';

const css = `body{margin:0;font:17px/1.65 "Libre Franklin",Helvetica,sans-serif;color:#1d1d1b;background:#fff}.strip{height:8px;background:linear-gradient(90deg,#f2a900,#d1495b,#30638e)}.brand{padding:24px 48px;font-weight:800;font-size:22px}.brand a{float:right;font-size:14px;font-weight:400;margin-left:20px;color:#30638e}
.insight{max-width:760px;margin:0 auto;padding:20px}h1{font-size:38px;line-height:1.15}.abstract{border-left:5px solid #f2a900;padding-left:18px;font-size:19px}h2{margin-top:1.8em}table{border-collapse:collapse;margin:20px 0;width:100%;font-size:15px}th,td{border-bottom:1px solid #bbb;padding:8px;text-align:left}
.disclaimer{font-size:12px;color:#666;border-top:1px solid #ccc;margin-top:40px;padding-top:12px}.sources,.update{font-size:14px;color:#444}`;

/** Analysts' insights: abstract, headings, tables, a list of further reading and a disclaimer. */
export function gridCapital(view: PageView): string {
  const { outlet, article, edition, blocks } = view;
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">${headTags(view)}${jsonLd(view)}<style>${css}</style></head>
<body><div class="strip"></div><header class="brand">Grid &amp; Capital<a href="/grid-capital">Insights</a><a href="/grid-capital#power">Power</a><a href="/grid-capital#property">Property</a></header>
<main class="insight" role="main"><section class="article-text">
<p class="sources">${escapeMarkup(article.section)} · ${longDate(edition.publishedAt)}</p>
<h1>${escapeMarkup(outlet.setNumbers(edition.title))}</h1>
<p class="abstract">${escapeMarkup(outlet.setNumbers(edition.summary))}</p>
<p class="sources">Author: <span class="byline">${escapeMarkup(edition.byline)}</span></p>
${blocks.join('\n')}
${noteBlock(view, 'p', 'update')}
</section>
<section class="sources"><h2>Further reading</h2>${relatedList(view)}</section>
<p class="disclaimer">This page is not investment advice. ${footerNotice(outlet)}</p></main></body></html>`;
}
