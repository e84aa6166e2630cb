import { describe, expect, it } from 'vitest';
import { withoutExcess } from './withoutExcess.ts';

const LARGE_TEXT = 'word '.repeat(250_000);
const tagsIn = (html: string) => html.match(/<[a-z/]/gi)?.length ?? 0;

describe('withoutExcess', () => {
  it('leaves a page of usual size as it is', () => {
    const page = '<script>draw()</script><p>One<br><br><br>two</p>';
    expect(withoutExcess(page)).toBe(page);
  });

  it.each([
    ['a million line breaks', '<br>'.repeat(1e6), 2],
    ['a million line breaks on lines of their own', '<br/>\n'.repeat(1e6), 2],
    ['three hundred thousand scripts', '<script>var a = "</div>";</script>'.repeat(3e5), 0],
    ['five million characters of one tag', `<div ${'a=1 '.repeat(1.25e6)}>`, 1],
    ['three hundred thousand paragraphs', '<p>x</p>'.repeat(3e5), 150_000],
    ['a million elements in each other', '<div>'.repeat(1e6), 300],
  ])('leaves few tags of %s', (_, html, tags) => {
    expect(tagsIn(withoutExcess(html))).toBe(tags);
  });

  it('keeps the text between tags that it drops', () => {
    expect(withoutExcess(`${'<p>x</p>'.repeat(1e5)}<p>The plant will employ 1,200 people.</p>`)).toContain(
      'The plant will employ 1,200 people.',
    );
  });

  it('keeps data of large pages', () => {
    const data = '<script type="application/ld+json">{"headline":"x"}</script>';
    expect(withoutExcess(`${data}<script>draw()</script>${LARGE_TEXT}`)).toBe(`${data}${LARGE_TEXT}`);
  });

  it('reads no more than ten Mi characters', () => {
    expect(withoutExcess('word '.repeat(3e6))).toHaveLength(10 * 1024 * 1024);
  });

  it('keeps a script that is never closed', () => {
    expect(withoutExcess(`<script>${LARGE_TEXT}`)).toContain('<script>');
  });
});
