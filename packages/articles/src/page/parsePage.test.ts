import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsIn, lineOf, type PageElement, textOf } from './pageElement.ts';
import { parsePage } from './parsePage.ts';

/** The tree in brackets: `p[one b[two]]`. */
function drawn(element: PageElement): string {
  return `${element.name}[${element.children.map((child) => (typeof child === 'string' ? child : drawn(child))).join(' ')}]`;
}

describe('parsePage', () => {
  it.each([
    ['closes what the next tag closes', '<ul><li>one<li>two</ul>', 'page[ul[li[one] li[two]]]'],
    ['closes paragraphs before blocks', '<p>one<div>two</div>', 'page[p[one] div[two]]'],
    ['closes cells and rows', '<table><tr><td>a<td>b<tr><td>c</table>', 'page[table[tr[td[a] td[b]] tr[td[c]]]]'],
    ['closes what stands open in a closed element', '<div><p><b>one</div>two', 'page[div[p[b[one]]] two]'],
    ['leaves out end tags of what is not open', 'one</b>two', 'page[onetwo]'],
    ['opens what is only closed and shows a line', '</br></p>', 'page[br[] p[]]'],
    ['puts nothing into void elements', '<br>one<img src=x>two', 'page[br[] one img[] two]'],
    ['ends drawings at a slash, other elements not', '<svg/><div/>one', 'page[svg[] div[one]]'],
    ['leaves out comments and declarations', '<!doctype html><p>one<!-- two -->three</p>', 'page[p[one three]]'],
    ['reads no tags in scripts', '<script>"<p>"</script>', 'page[script["<p>"]]'],
    ['keeps a sign that begins no tag in its text', 'a < b', 'page[a < b]'],
    ['resolves entities', '<title>A&amp;B &#8217; &copy 2025</title>', 'page[title[A&B ’ © 2025]]'],
    ['leaves ampersands of scripts as they are', '<script>a &amp;&amp; b</script>', 'page[script[a &amp;&amp; b]]'],
  ])('%s', (_, html, tree) => {
    expect(drawn(parsePage(html).root)).toBe(tree);
  });

  it('resolves entities in attributes, but not in the parameters of addresses', () => {
    const [link] = parsePage('<A HREF="/?a=1&copy=2&amp;c=3" Title="Q&amp;A">').elements;
    expect(link?.attribs).toEqual({ href: '/?a=1&copy=2&c=3', title: 'Q&A' });
  });

  it('keeps the text but not the elements of what nests deeper than any page', () => {
    const { root, elements } = parsePage(`${'<b>'.repeat(1000)}deep${'</b>'.repeat(1000)}<p>after</p>`);
    expect(elements).toHaveLength(401);
    expect(textOf(root)).toBe('deepafter');
  });

  it('lists the elements in the order of its tree, whatever the page', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '<br>',
      '</br>',
      '<script>',
      '</script>',
      '<!--',
      'a',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        const { root, elements } = parsePage(parts.join(''));
        expect(elements).toEqual(elementsIn(root));
      }),
    );
  });
});

describe('the text of an element', () => {
  const { root } = parsePage('<p>By\n <b>Ada <i>Mary</i></b> Birch</p>');

  it('is that of all elements in it', () => {
    expect(textOf(root)).toBe('By\n Ada Mary Birch');
  });

  it('leaves out elements that are not asked for', () => {
    expect(textOf(root, new Set(['i']))).toBe('By\n Ada  Birch');
  });

  it('is a line when it is short', () => {
    expect(lineOf(root)).toBe('By Ada Mary Birch');
  });

  it('is no line when it is long', () => {
    expect(lineOf(parsePage('word '.repeat(300)).root)).toBeNull();
  });
});
