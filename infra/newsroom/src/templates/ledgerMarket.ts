import { escapeMarkup } from '../escapeMarkup.ts';
import { longDate } from './dates.ts';
import { footerNotice, headTags, jsonLd, type PageView } from './pageView.ts';

const css = `body{margin:0;background:#fbf3e7;color:#29221a;font:18px/1.55 "Times New Roman",serif}.mast{text-align:center;border-bottom:4px double #29221a;padding:22px;font-size:42px;font-variant:small-caps}
.sheet{max-width:680px;margin:30px auto;padding:0 20px}.gate{background:#29221a;color:#fbf3e7;padding:28px;margin:28px 0;text-align:center}.gate a{display:inline-block;background:#d8a34a;color:#29221a;padding:10px 26px;text-decoration:none;font-weight:700}
.consent{position:fixed;bottom:0;left:0;right:0;background:#fff;padding:14px 24px;font:14px/1.4 Arial,sans-serif;border-top:1px solid #ccc}footer{text-align:center;font-size:13px;padding:30px}`;

/** A hard paywall: headline, byline and an offer; the text is for subscribers. */
export function ledgerMarket(view: PageView): string {
  const { outlet, article, edition } = view;
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">${headTags(view)}${jsonLd(view)}<style>${css}</style></head>
<body><div class="consent" role="dialog" aria-label="Cookies">We and our partners store cookies on your device. <button>Accept all</button> <button>Manage</button></div>
<div class="mast">Ledger &amp; Market</div>
<main class="sheet"><p>${escapeMarkup(article.section)}</p><h1>${escapeMarkup(edition.title)}</h1>
<p>${escapeMarkup(edition.byline)}, <time datetime="${edition.publishedAt}">${longDate(edition.publishedAt)}</time></p>
<section class="gate paywall" id="paywall"><h2>Subscribe to read this article</h2><p>Complete digital access costs £4.90 a week for the first 12 weeks. Already a subscriber? Sign in.</p><a href="/ledger-market#subscribe">See the offers</a></section></main>
<footer>${footerNotice(outlet)}</footer></body></html>`;
}
