import { escapeMarkup } from '../escapeMarkup.ts';
import { americanDate } from './dates.ts';
import { footerNotice, headTags, jsonLd, noteBlock, type PageView, relatedList } from './pageView.ts';

const css = `body{margin:0;background:#0f0f14;color:#e9e9f1;font:18px/1.7 Inter,system-ui,sans-serif}a{color:#8be9c1}.nav{display:flex;gap:22px;padding:16px 32px;border-bottom:1px solid #2b2b38;align-items:baseline}.logo{font-size:24px;font-weight:800;color:#8be9c1}
.hero{max-width:820px;margin:46px auto 0;padding:0 24px}.hero h1{font-size:44px;line-height:1.1;letter-spacing:-.02em}.dek{color:#a8a8ba;font-size:20px}.stamp{font-size:14px;color:#a8a8ba}.prose{max-width:720px;margin:24px auto;padding:0 24px}
.newsletter{border:1px solid #8be9c1;border-radius:14px;padding:18px 24px;margin:26px 0;font-size:15px}.promo{background:#1b1b25;padding:18px;text-align:center;font-size:13px;color:#a8a8ba}.next{max-width:720px;margin:30px auto;padding:0 24px}footer{border-top:1px solid #2b2b38;padding:26px;text-align:center;font-size:13px;color:#a8a8ba}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #2b2b38;padding:8px;text-align:left}`;

/** A technology site: dark, nested boxes instead of an article element, a newsletter form amid the text. */
export function byteside(view: PageView): string {
  const { outlet, article, edition, blocks } = view;
  return `<!doctype html>
<html lang="en-US"><head><meta charset="utf-8">${headTags(view)}${jsonLd(view)}<style>${css}</style></head>
<body><div class="nav" role="navigation"><span class="logo">byteside</span><a href="/byteside">News</a><a href="/byteside#chips">Chips</a><a href="/byteside#cloud">Cloud</a><a href="/byteside#reviews">Reviews</a></div>
<div id="app"><div class="hero"><div class="stamp">${escapeMarkup(article.section)}</div><h1>${escapeMarkup(edition.title)}</h1><div class="dek">${escapeMarkup(edition.summary)}</div>
<div class="stamp">by <span class="author-name">${escapeMarkup(edition.byline)}</span>, ${americanDate(edition.publishedAt)}</div></div>
<div class="prose post-content">
${blocks.slice(0, 2).join('\n')}
<div class="newsletter"><b>The Bit Bucket</b>: one email a day, read by 120,000 people who build things. <form><label>Email <input type="email"></label> <button>Sign up</button></form></div>
${blocks.slice(2).join('\n')}
${noteBlock(view, 'p', 'editors-note')}
</div>
<div class="promo">Sponsored: rack-ready edge servers from $3,999. Free shipping on orders of $50 or more.</div>
<div class="next"><h2>Read next</h2>${relatedList(view)}</div></div>
<footer>${footerNotice(outlet)}</footer></body></html>`;
}
