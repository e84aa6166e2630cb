import { escapeMarkup } from '../escapeMarkup.ts';
import { longDate, timeOfDay } from './dates.ts';
import { footerNotice, noteBlock, type PageView, relatedList } from './pageView.ts';

const css = `body{background:#fffbe9;font:14px/1.5 Tahoma,Geneva,sans-serif;margin:10px}td{vertical-align:top;padding:8px}.title{margin:0;font-size:22px;font-weight:bold;color:#900}.tape{background:#000;color:#3f3;font-family:monospace;padding:4px}.posted{color:#777;font-size:12px}.correction{background:#fdd;border:1px solid #900;padding:8px}`;

/** A markets blog laid out in tables, with a ticker on top, neither JSON-LD nor OpenGraph, and no canonical link. */
export function morningTape(view: PageView): string {
  const { outlet, edition, blocks } = view;
  return `<html><head><meta charset="utf-8"><title>Morning Tape: ${escapeMarkup(edition.title)}</title>
<meta name="author" content="${escapeMarkup(edition.byline)}"><meta name="date" content="${edition.publishedAt}">
<link rel="alternate" type="application/rdf+xml" href="${outlet.feedPath}"><style>${css}</style></head>
<body><div class="tape">BRTM 61.20 +1.4% | SBPH 26.10 +0.2% | STBK 112.10 -0.6% | FNMR 27.33 +3.9%</div>
<table width="980" align="center"><tr><td width="170"><b>MORNING TAPE</b><br>${escapeMarkup(outlet.tagline)}<br><br><a href="/morning-tape">Home</a><br><br><b>Earlier</b>${relatedList(view)}<br><i>Ad: trade for $0 commission*</i></td>
<td><div class="entry"><h1 class="title">${escapeMarkup(edition.title)}</h1>
<div class="posted">Posted by ${escapeMarkup(edition.byline)} on ${longDate(edition.publishedAt)} at ${timeOfDay(edition.publishedAt)}</div>
${noteBlock(view, 'div', 'correction')}
${blocks.join('\n')}
<p class="posted">3 comments | Permalink</p></div></td></tr>
<tr><td colspan="2"><small>${footerNotice(outlet)}</small></td></tr></table></body></html>`;
}
