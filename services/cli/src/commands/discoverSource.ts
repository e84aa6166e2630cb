import type { SourceSettings } from '@newsledger/events';
import { discoverFeeds } from '@newsledger/feeds';
import { type SourceTrial, tryOutSource } from '@newsledger/fetcher';
import { type HttpClient, statusError } from '@newsledger/platform';

/** Where feeds are when no page names them, the most common places first. */
const USUAL_PLACES = ['/feed', '/rss.xml', '/feed.xml', '/rss', '/atom.xml', '/index.xml', '/feeds/all.xml', '/news/rss.xml'];

/** Candidates that are tried; a page may name hundreds. */
const MAX_TRIED = 6;

/** A source and how it was come by. */
export interface FoundSource {
  readonly settings: SourceSettings;
  readonly trial: SourceTrial;
  /** Why this address; null when it is the one that was asked for. */
  readonly rule: string | null;
  /** Other addresses that could be followed as well. */
  readonly others: readonly string[];
}

interface Candidate {
  readonly url: string;
  readonly kind: SourceSettings['kind'];
  readonly rule: string;
}

/**
 * Reads a source once. The address of an HTML page, when nothing is said of its kind, is searched for feeds: those that the page names; for a
 * site's own address also those at usual places, then the sitemaps that robots.txt names; then the page is read as a list. The first that
 * lists anything is taken.
 */
export async function discoverSource(http: HttpClient, asked: SourceSettings): Promise<FoundSource> {
  const own = async () => ({ settings: asked, trial: await tryOutSource(http, asked), rule: null, others: [] });
  if (asked.kind !== null || asked.select !== null) return own();
  const page = await http.fetch(asked.url).catch(() => null);
  if (page === null || statusError(page) !== null || page.headers['content-type']?.includes('html') !== true) return own();
  const named = discoverFeeds(new TextDecoder().decode(page.body), page.url);
  let others: string[] = named.map(({ url }) => url);
  const namedThere = async () => named.map((feed) => ({ ...feed, rule: `the page names it by ${feed.rule}` }));
  const ofSite = [async () => usualPlaces(page.url), () => namedByRobots(http, page.url)];
  const asList = async (): Promise<Candidate[]> => [{ url: asked.url, kind: 'list', rule: 'the page names no feed and has a list' }];
  for (const list of [namedThere, ...(new URL(page.url).pathname === '/' ? ofSite : []), asList]) {
    const candidates: readonly Candidate[] = await list();
    for (const { url, kind, rule } of candidates.slice(0, MAX_TRIED)) {
      const settings = { ...asked, url, kind };
      const trial = await tryOutSource(http, settings);
      if (trial.reading.outcome !== 'read' || trial.reading.entries.length === 0) continue;
      others = others.filter((other) => other !== url);
      return { settings, trial, rule, others };
    }
  }
  return { ...(await own()), others };
}

function usualPlaces(url: string): Candidate[] {
  return USUAL_PLACES.map((place) => ({ url: new URL(place, url).href, kind: 'feed', rule: `${place} is a usual place for a feed` }));
}

async function namedByRobots(http: HttpClient, url: string): Promise<Candidate[]> {
  const response = await http.fetch(new URL('/robots.txt', url).href, { maxBytes: 512 * 1024, cutAtMaxBytes: true }).catch(() => null);
  if (response === null || statusError(response) !== null) return [];
  const sitemaps = [...new TextDecoder().decode(response.body).matchAll(/^\s*sitemap\s*:\s*(\S+)/gim)].flatMap(
    ([, address = '']) => URL.parse(address, url)?.href ?? [],
  );
  // A news sitemap lists the last two days; others list everything that ever was.
  const isNews = (address: string) => Number(!/news/i.test(address));
  return sitemaps
    .sort((a, b) => isNews(a) - isNews(b))
    .map((address) => ({ url: address, kind: 'sitemap', rule: 'robots.txt names it as a sitemap' }));
}
