import { escapeMarkup } from '../escapeMarkup.ts';
import { americanDate } from './dates.ts';
import { headTags, jsonLd, type PageView } from './pageView.ts';

const css = `:root{--ink:#101828;--sky:#0a6cff}body{margin:0;font:16px/1.65 system-ui,sans-serif;color:var(--ink);background:#f6f8fc}.top{display:flex;gap:24px;align-items:center;background:#fff;padding:18px 40px;border-bottom:3px solid var(--sky)}
.top b{font-size:20px}.top a{color:var(--ink);text-decoration:none;font-size:14px}main{max-width:860px;margin:36px auto;background:#fff;padding:40px 56px;border-radius:12px}h1{font-size:32px;line-height:1.25}
.release-list{list-style:none;padding:0}.release-card{border-top:1px solid #e3e8f0;padding:18px 0}.kicker{font-size:12px;font-weight:700;color:var(--sky);text-transform:uppercase}.contact{background:#eef4ff;padding:16px 20px;border-radius:8px;font-size:14px}
.foot{max-width:860px;margin:0 auto 40px;font-size:13px;color:#667085}table{border-collapse:collapse}td,th{border:1px solid #e3e8f0;padding:6px 12px;text-align:left}`;

/** The frame that release pages and the list of releases share. */
export function pressRoomFrame({ title, head, main }: { title: string; head: string; main: string }): string {
  return `<!doctype html>
<html lang="en-US"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title>${head}<style>${css}</style></head>
<body><div class="top"><b>Cloudline</b><a href="/cloudline/press">Press room</a><a href="/cloudline/press#kits">Media kits</a><a href="/cloudline/press#contacts">Contacts</a></div>
<main>${main}</main>
<div class="foot" role="contentinfo">Sample content written for Newsledger, in its own words. Cloudline Press Room is an invented outlet; no company issued these texts.</div>
</body></html>`;
}

/** A supplier's release: dateline in the text, "about" paragraphs and a press contact below. */
export function cloudline(view: PageView): string {
  const { outlet, article, edition, blocks } = view;
  const [lead = '', ...rest] = blocks;
  const dateline = `<strong>${escapeMarkup(article.dateline ?? 'SEATTLE')}, ${americanDate(edition.publishedAt)}</strong> – `;
  return pressRoomFrame({
    title: `${edition.title} | ${outlet.name}`,
    head: headTags(view).replace(/<title>.*<\/title>\n/, '') + jsonLd(view),
    main: `<article class="release"><p class="kicker">${escapeMarkup(article.section)}</p>
<h1>${escapeMarkup(edition.title)}</h1>
<p class="release-date"><time datetime="${edition.publishedAt}">${americanDate(edition.publishedAt)}</time></p>
<div class="release-body">${lead.replace('<p>', `<p>${dateline}`)}
${rest.join('\n')}</div>
<div class="contact"><strong>Press contact</strong><br>${escapeMarkup(edition.byline)}, Cloudline media desk, desk@cloudline.example, +1 555 0100</div></article>`,
  });
}
