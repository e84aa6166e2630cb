import { escapeMarkup } from '../escapeMarkup.ts';
import { americanDate } from './dates.ts';
import { canonicalOf, footerNotice, noteBlock, type PageView, relatedList } from './pageView.ts';

const css = `body{font:15px/1.5 Verdana,Arial,sans-serif;margin:0;background:#dfe6dc}#wrap{width:960px;margin:0 auto;background:#fff}#head{background:#2f5d3a;color:#fff;padding:20px}#head h2{margin:0;font-size:30px}#left{float:left;width:170px;padding:14px;font-size:13px}
#mid{margin-left:200px;padding:14px 30px 30px 0}#mid h1{font-size:26px}.small{font-size:12px;color:#555}.banner{background:#f7e08a;text-align:center;padding:8px;font-size:13px}#foot{clear:both;background:#2f5d3a;color:#fff;padding:14px;font-size:12px}`;

/** A regional site on software from long ago: microdata, no OpenGraph, windows-1252 declared in a meta element only. */
export function northwestTechJournal(view: PageView): string {
  const { outlet, edition, blocks } = view;
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<title>${escapeMarkup(edition.title)} - ${escapeMarkup(outlet.name)}</title>
<meta name="description" content="${escapeMarkup(edition.summary)}">
<meta name="author" content="${escapeMarkup(edition.byline)}">
<link rel="canonical" href="${escapeMarkup(canonicalOf(view))}">
<link rel="alternate" type="application/rss+xml" href="${outlet.feedPath}">
<style type="text/css">${css}</style>
</head>
<body><div id="wrap"><div id="head"><h2>Northwest Tech Journal</h2><div>${escapeMarkup(outlet.tagline)}</div></div>
<div class="banner">Tech Job Fair, 14–15 May, Harbour Hall: 60 employers, free entry</div>
<div id="left"><b>Sections</b><br><a href="/northwest-tech-journal">Front page</a><br><a href="/northwest-tech-journal#chips">Chips</a><br><a href="/northwest-tech-journal#cloud">Cloud</a><br><a href="/northwest-tech-journal#people">People</a><br><br><b>Most read</b>${relatedList(view)}</div>
<div id="mid" itemscope itemtype="http://schema.org/NewsArticle">
<h1 itemprop="headline">${escapeMarkup(edition.title)}</h1>
<p class="small">By <span itemprop="author">${escapeMarkup(edition.byline)}</span> | <span itemprop="datePublished" content="${edition.publishedAt}">${americanDate(edition.publishedAt)}</span></p>
<div itemprop="articleBody">
${blocks.join('\n')}
${noteBlock(view, 'p', 'note')}
</div></div>
<div id="foot">${footerNotice(outlet)}</div></div></body></html>`;
}
