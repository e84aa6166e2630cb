import { describe, expect, it } from 'vitest';
import { readArticle } from '../readArticle.ts';

const RANGE = { earliest: Date.UTC(1990, 0), latest: Date.UTC(2025, 10, 6) };
const pageOf = (head: string, body = '') =>
  `<!doctype html><html><head><title>Prices</title>${head}</head><body><article><h1>Prices</h1>${body}<p>Prices rose by 3% over the year.</p></article></body></html>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

describe('readArticle', () => {
  it('passes over a date that can’t be for the next that can, and tells it', () => {
    const html = pageOf(meta('article:published_time', '2099-01-01'), '<time datetime="2025-11-03T09:00:00Z">3 November 2025</time>');
    expect(readArticle(html, 'https://news.example.com/a', RANGE)).toMatchObject({
      publishedAt: '2025-11-03T09:00:00.000Z',
      refusedDates: ['2099-01-01T00:00:00.000Z'],
    });
  });

  it('has no date when none can be', () => {
    const html = pageOf(meta('article:published_time', '1970-01-01') + meta('article:modified_time', '2099-01-01'));
    expect(readArticle(html, 'https://news.example.com/a', RANGE)).toMatchObject({
      publishedAt: null,
      modifiedAt: null,
      refusedDates: ['1970-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'],
    });
  });

  it('takes an old date that the page declares where old ones are expected, and not the old day that it tells of', () => {
    const old = { ...RANGE, earliest: Date.UTC(1600, 0) };
    const shown = '<p class="date">14 July 1889</p>';
    expect(readArticle(pageOf(meta('date', '1985-03-04'), shown), 'https://news.example.com/a', old).publishedAt).toBe(
      '1985-03-04T00:00:00.000Z',
    );
    expect(readArticle(pageOf('', shown), 'https://news.example.com/2025/11/03/a', old).publishedAt).toBe('2025-11-03T00:00:00.000Z');
  });
});
