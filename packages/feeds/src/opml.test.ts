import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedUnreadableError } from './feedReading.ts';
import { readOpml, writeOpml } from './opml.ts';

describe('readOpml', () => {
  it('flattens folders and lists each address once', () => {
    const text = `<opml version="2.0"><body><outline text="News"><outline text="A" xmlUrl="https://a.example/feed"/><outline text="B" title="Bee" xmlUrl="https://b.example/feed"/></outline>
      <outline text="A again" xmlUrl="https://a.example/feed"/></body></opml>`;
    expect(readOpml(text)).toEqual([
      { name: 'A', url: 'https://a.example/feed' },
      { name: 'Bee', url: 'https://b.example/feed' },
    ]);
  });

  it('reads back what writeOpml writes', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9&<>"' éß.-]{1,30}$/).map((text) => `x${text.trim()}`);
    const source = fc.record({ name, url: fc.webUrl({ withQueryParameters: true }) });
    fc.assert(
      fc.property(fc.uniqueArray(source, { selector: ({ url }) => url }), (sources) => {
        expect(readOpml(writeOpml(sources))).toEqual(sources);
      }),
    );
  });

  it.each(['', 'no list', '<rss/>', `<opml>${'<outline>'.repeat(10_000)}`])('refuses "%.20s"', (text) => {
    expect(() => readOpml(text)).toThrow(FeedUnreadableError);
  });
});
