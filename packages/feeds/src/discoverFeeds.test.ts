import { describe, expect, it } from 'vitest';
import { discoverFeeds } from './discoverFeeds.ts';

const URL = 'https://news.example.com/business/';

describe('discoverFeeds', () => {
  it('lists declared feeds first, then links that look like feeds or sitemaps', () => {
    const html = `<a href="/sitemap-news.xml">Map</a><a href="feed://news.example.com/rss">RSS</a><a href="/about">About</a>
      <link rel="alternate" type="application/rss+xml" title="All  news" href="all.xml">
      <link rel="alternate" type="application/feed+json" href="/feed.json"><link rel="alternate" hreflang="de" href="/de/">`;
    expect(discoverFeeds(html, URL)).toEqual([
      { url: 'https://news.example.com/business/all.xml', title: 'All news', kind: 'feed', rule: 'a <link rel="alternate">' },
      { url: 'https://news.example.com/feed.json', title: '', kind: 'feed', rule: 'a <link rel="alternate">' },
      { url: 'https://news.example.com/sitemap-news.xml', title: 'Map', kind: 'sitemap', rule: 'a link that looks like a sitemap' },
      { url: 'https://news.example.com/rss', title: 'RSS', kind: 'feed', rule: 'a link that looks like a feed' },
    ]);
  });

  it('resolves against the base element and lists each address once', () => {
    const html =
      '<base href="https://cdn.example.com/x/"><link rel="alternate" type="application/atom+xml" href="a.atom"><a href="a.atom">Atom</a>';
    expect(discoverFeeds(html, URL).map((feed) => feed.url)).toEqual(['https://cdn.example.com/x/a.atom']);
  });

  it('lists feeds of comments last', () => {
    const html = `<link rel="alternate" type="application/rss+xml" title="Site: Comments Feed" href="/comments/feed/">
      <link rel="alternate" type="application/rss+xml" title="Site: Feed" href="/feed/">`;
    expect(discoverFeeds(html, URL).map((feed) => feed.title)).toEqual(['Site: Feed', 'Site: Comments Feed']);
  });

  it('finds nothing in a page without feeds', () => {
    expect(discoverFeeds('<a href="javascript:void(0)">feed</a>', URL)).toEqual([]);
  });
});
