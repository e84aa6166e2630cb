import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes every inserted text, in elements and attributes', () => {
  const hostile = `"><script>alert('x')</script>&`;
  expect(html`<a title="${hostile}">${hostile}</a>`.text).toBe(
    '<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</a>',
  );
});

it('takes nested markup, lists, and nothing for nothing', () => {
  expect(html`<ul>${['a', 'b'].map((item) => html`<li>${item}</li>`)}${null}${false}</ul>`.text).toBe('<ul><li>a</li><li>b</li></ul>');
});
