import type { ArticleDay, ArticleRow, ReliabilityRow, SourceRow } from '@newsledger/read-models';
import { type Html, html } from '../html.ts';
import { layout } from './layout.ts';
import { dayOf, momentOf } from './times.ts';

/** What is followed, and how it fares: what needs a look comes first. */
export function sourcesPage(sources: readonly SourceRow[]): string {
  return layout(
    'Sources',
    html`<h1>Sources</h1>
${sources.length === 0 ? html`<p class="lead">Nothing is followed yet. <code>newsledger source add URL</code> adds a feed, a sitemap, a list or a page.</p>` : sourceTable(sources)}
<p class="soft">In SQL: <code>SELECT * FROM newsledger.sources;</code></p>`,
  );
}

function sourceTable(sources: readonly SourceRow[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Sources"><table class="rows">
<thead><tr><th scope="col">Source</th><th scope="col">Health</th><th scope="col">Last poll</th><th scope="col">Next poll</th><th scope="col" class="number">Articles</th><th scope="col">Newest</th></tr></thead>
<tbody>${sources.map(
    (source) => html`<tr><td class="whole"><a href="/sources/${source.source_id}">${source.name}</a></td>
<td class="first ${colourOf(source.health)}">${source.health}</td><td class="nowrap" data-label="last poll">${momentOf(source.last_polled_at)}</td><td class="nowrap" data-label="next poll">${momentOf(source.next_poll_at)}</td>
<td class="number" data-label="articles">${source.article_count}</td><td class="nowrap" data-label="newest">${dayOf(source.newest_article_at)}</td></tr>`,
  )}</tbody></table></div>`;
}

function colourOf(health: string): string {
  return health === 'healthy' ? 'agreed' : health === 'failing' || health === 'degraded' ? 'disputed' : 'soft';
}

interface SourceParts {
  readonly source: SourceRow;
  readonly days: readonly ArticleDay[];
  readonly articles: readonly ArticleRow[];
  /** How often it was proved right, by class of measure. */
  readonly reliability: readonly ReliabilityRow[];
}

/** One source: its health and why, what is wrong with it, what it publishes, and how often it is right. */
export function sourcePage({ source, days, articles, reliability }: SourceParts): string {
  return layout(
    source.name,
    html`<h1>${source.name}</h1>
<p class="value ${colourOf(source.health)}">${source.health}</p>
<p class="soft"><a href="${source.url}" rel="noreferrer">${source.url}</a>${source.kind !== null && ` · ${source.kind}`}${source.primary_for.length > 0 && ` · own releases of ${source.primary_for.join(', ')}`}</p>
<p>${source.last_polled_at === null ? 'Not polled yet.' : `Last polled ${momentOf(source.last_polled_at)}.`} ${source.next_poll_at !== null && `Due again ${momentOf(source.next_poll_at)}${source.next_poll_why === null ? '.' : `: ${source.next_poll_why}`}`}</p>
${source.last_error !== null && html`<p class="disputed">${source.last_error}${source.failures > 1 && ` (${source.failures} polls in a row)`}</p>`}
${(source.problems?.length ?? 0) > 0 && html`<h2>Read all the same</h2><ul>${source.problems?.map((problem) => html`<li>${problem}</li>`)}</ul>`}
${reliability.length > 0 && html`<h2>How often it was right</h2><ul>${reliability.map((row) => html`<li>${row.measure_class}: right ${row.right_count}, wrong ${row.wrong_count}, misread by us ${row.misread_count}; a vote counts ${Number(row.weight).toFixed(2)}</li>`)}</ul>`}
<h2>Articles a day</h2>
${days.length === 0 ? html`<p class="soft">None with a date yet.</p>` : dayTable(days)}
<h2>Latest articles</h2>
<ul class="claims">${articles.map((article) => html`<li><a href="/articles/${article.article_id}">${article.title}</a> <span class="soft">${dayOf(article.published_at)} · ${article.status} · ${article.claim_count} claims${article.unplaced_count > 0 && `, ${article.unplaced_count} not placed`}</span></li>`)}</ul>`,
  );
}

const BAR = 200;

function dayTable(days: readonly ArticleDay[]): Html {
  const most = days.reduce((greatest, { articles }) => Math.max(greatest, articles), 1);
  return html`<table class="days"><thead><tr><th scope="col">Day (UTC)</th><th scope="col" class="number">Articles</th><td></td></tr></thead>
<tbody>${days.map(({ day, articles }) => html`<tr><td class="nowrap">${day}</td><td class="number">${articles}</td><td><svg width="${BAR}" height="10" viewBox="0 0 ${BAR} 10" preserveAspectRatio="none" aria-hidden="true"><rect class="yes" width="${Math.round((BAR * articles) / most)}" height="10"/></svg></td></tr>`)}</tbody></table>`;
}
