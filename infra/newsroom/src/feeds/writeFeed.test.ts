import { describe, expect, test } from 'vitest';
import { loadArticles } from '../loadArticles.ts';
import { outlets } from '../outlets.ts';
import { feedOf } from './feedItem.ts';
import { feedFormats } from './writeFeed.ts';

const base = 'http://newsroom.test';

function feedText(outletId: string, state: 'first' | 'second' = 'first'): string {
  const outlet = outlets.find(({ id }) => id === outletId);
  if (outlet === undefined) throw new Error(`no outlet is called ${outletId}`);
  return feedFormats[outlet.feed].write(feedOf(outlet, loadArticles(outlet.id), state), base);
}

describe('feeds are as odd as in the wild', () => {
  test('the financial daily writes a bare ampersand and a prefix that nothing declares', () => {
    const rss = feedText('ledger-market');
    expect(rss).toContain('<title>Ledger & Market</title>');
    expect(rss).toContain('<media:content');
    expect(rss).not.toContain('xmlns:media');
  });

  test('the daily adds tracking parameters to its links', () => {
    expect(feedText('harbour-post')).toContain('why-openai-spends.html?utm_source=feed&amp;utm_medium=atom');
  });

  test('the analysts leave the start of their links to xml:base', () => {
    const atom = feedText('grid-capital');
    expect(atom).toContain('xml:base="../"');
    expect(atom).toContain('href="insights/power-demand-2030"');
  });

  test('the technology site writes JSON with times of its own zone', () => {
    expect(JSON.parse(feedText('byteside'))).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' });
    expect(feedText('byteside')).toContain('2025-11-03T12:15:00-05:00');
  });

  test('the blog still writes RDF, and marks a correction in it', () => {
    expect(feedText('morning-tape')).toContain('<rdf:RDF');
    expect(feedText('morning-tape', 'second')).toContain('CORRECTED. Biggest headline');
  });

  test('the wire has a news sitemap', () => {
    const sitemap = feedText('meridian-wire');
    expect(sitemap).toContain('<news:publication_date>2025-11-03T14:05:00Z</news:publication_date>');
    expect(sitemap).toContain(`<loc>${base}/meridian-wire/technology/openai-amazon-web-services-38-billion-2025-11-03</loc>`);
  });

  test('the press room has nothing but a list', () => {
    expect(feedText('cloudline')).toContain(
      '<a class="release-link" href="/cloudline/press/releases/2025/aws-openai-strategic-partnership">',
    );
  });
});
