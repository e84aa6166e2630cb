import { escapeMarkup } from '../escapeMarkup.ts';
import { longDate, timeOfDay } from './dates.ts';
import { footerNotice, headTags, jsonLd, noteBlock, type PageView, relatedList } from './pageView.ts';

const css = `*{box-sizing:border-box}body{margin:0;font:17px/1.6 "Source Serif Pro",Georgia,serif;color:#222}header.site{background:#12424a;color:#fff;text-align:center;padding:26px}header.site span{font-size:40px;font-weight:700}
nav.main ul{display:flex;justify-content:center;gap:26px;list-style:none;padding:10px;margin:0;background:#0c2f35;font:14px Arial,sans-serif}nav.main a{color:#fff;text-decoration:none}.cookie{background:#fff6d6;padding:12px 30px;font:14px/1.4 Arial,sans-serif}
.cols{display:grid;grid-template-columns:minmax(0,2fr) 1fr;gap:46px;max-width:1080px;margin:28px auto;padding:0 20px}h1{font-size:36px;line-height:1.15;margin:.2em 0}.standfirst{font-size:20px;color:#555}.byline{font:14px Arial,sans-serif;border-top:1px solid #ddd;padding-top:10px}
.ad{background:#eee;border:1px dashed #999;padding:20px;text-align:center;font:13px Arial,sans-serif;margin:20px 0}.side{font:15px/1.5 Arial,sans-serif}.correction{border-left:4px solid #c0392b;padding-left:14px;font-style:italic}footer{background:#12424a;color:#dde;padding:30px;text-align:center;font:13px Arial,sans-serif}`;

/** A general daily: masthead, sections, cookie banner, advertisement amid the text, side column. */
export function harbourPost(view: PageView): string {
  const { outlet, article, edition, blocks } = view;
  const half = Math.ceil(blocks.length / 2);
  const credit = article.credit === null ? '' : `(${escapeMarkup(article.credit)}) – `;
  const body = blocks.map((block, index) => (index === 0 ? block.replace('<p>', `<p>${credit}`) : block));
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="UTF-8">${headTags(view)}${jsonLd(view)}<style>${css}</style></head>
<body class="single post">
<div class="cookie" id="cookie-banner" role="region" aria-label="Cookie notice">The Harbour Post uses cookies to measure visits and to pay for journalism. <a href="/harbour-post">Cookie policy</a> <button type="button">I agree</button></div>
<header class="site"><span>The Harbour Post</span></header>
<nav class="main" aria-label="Main"><ul><li><a href="/harbour-post">Home</a></li><li><a href="/harbour-post#port">Port</a></li><li><a href="/harbour-post#business">Business</a></li><li><a href="/harbour-post#weather">Weather: 11°C</a></li><li><a href="/harbour-post#subscribe">Subscribe from $2 a week</a></li></ul></nav>
<div class="cols"><main id="content"><article>
<h1 class="entry-title">${escapeMarkup(outlet.setNumbers(edition.title))}</h1>
<p class="standfirst">${escapeMarkup(outlet.setNumbers(edition.summary))}</p>
<p class="byline">By <a rel="author" href="/harbour-post">${escapeMarkup(edition.byline)}</a> <time datetime="${edition.publishedAt}">${longDate(edition.publishedAt)}, ${timeOfDay(edition.publishedAt)}</time>${
    edition.updatedAt === null
      ? ''
      : ` (updated <time datetime="${edition.updatedAt}">${longDate(edition.updatedAt)}, ${timeOfDay(edition.updatedAt)}</time>)`
  }</p>
<div class="entry-content">
${body.slice(0, half).join('\n')}
<div class="ad" aria-label="Advertisement">Advertisement<br>Quayside Motors: drive away from $249 a month. Save 20% this weekend only.</div>
${body.slice(half).join('\n')}
${article.credit === null ? '' : `<p class="credit">Source: ${escapeMarkup(article.credit)}</p>`}
${noteBlock(view, 'p', 'correction')}
</div></article></main>
<aside class="side"><h2>Also in The Harbour Post</h2>${relatedList(view)}<div class="ad">Advertisement<br>Harbour Credit Union: 12-month deposits at 4.1%</div></aside></div>
<footer class="site-footer"><p>${footerNotice(outlet)}</p></footer></body></html>`;
}
