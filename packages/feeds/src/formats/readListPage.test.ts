import { describe, expect, it } from 'vitest';
import { FeedUnreadableError } from '../feedReading.ts';
import { readListPage } from './readListPage.ts';

const URL = 'https://press.example.com/news/';
const html = `<html lang="en"><head><title>Press room</title></head><body><nav><a href="/">Home</a></nav><main><ul>
  <li class="release"><time datetime="2025-11-03">3 Nov</time><h3><a href="plant">Harbour Chips builds a plant</a></h3><p class="dek">It costs $2.5 billion.</p></li>
  <li class="release"><time>October 30, 2025</time><h3><a href="/news/results">Third quarter results</a></h3></li>
  <li class="release"><time>October 30, 2025</time><h3><a href="/news/results">Third quarter results</a></h3></li>
</ul></main></body></html>`;

describe('readListPage', () => {
  it('reads entries by the selectors that it is given', () => {
    const { entries } = readListPage(html, URL, { entry: 'li.release', link: 'h3 a', title: 'h3', published: 'time', summary: '.dek' });
    expect(entries[0]).toMatchObject({
      url: 'https://press.example.com/news/plant',
      title: 'Harbour Chips builds a plant',
      summary: 'It costs $2.5 billion.',
      publishedAt: '2025-11-03T00:00:00.000Z',
    });
  });

  it('lists each address once', () => {
    expect(readListPage(html, URL, { entry: 'li.release' }).entries.map((entry) => entry.url)).toEqual([
      'https://press.example.com/news/plant',
      'https://press.example.com/news/results',
    ]);
  });

  it('finds dated entries where no selectors are given', () => {
    expect(readListPage(html, URL, null).entries.map((entry) => entry.publishedAt)).toEqual([
      '2025-11-03T00:00:00.000Z',
      '2025-10-30T00:00:00.000Z',
    ]);
  });

  it('reads an entry that is itself the link', () => {
    expect(readListPage(html, URL, { entry: 'h3 a' }).entries[1]?.title).toBe('Third quarter results');
  });

  it('says so when a selector is none', () => {
    expect(() => readListPage(html, URL, { entry: 'li[' })).toThrow(FeedUnreadableError);
  });
});
