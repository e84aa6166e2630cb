/** Elements without content (HTML Standard §13.1.2). */
export const VOID_TAGS: ReadonlySet<string> = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(' '),
);

/** Elements in whose text an ampersand is one (HTML Standard §13.1.2). */
export const RAW_TEXT_TAGS: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'xmp']);

/** Elements in which a tag that ends in a slash has no content. */
export const FOREIGN_TAGS: ReadonlySet<string> = new Set(['svg', 'math']);

/** Tags, and the elements that they close when those are innermost: their own end tags may be left out (HTML Standard §13.1.2.4). */
const CLOSES: readonly (readonly [tags: string, elements: string])[] = [
  [
    'address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
    'p',
  ],
  ['p h1 h2 h3 h4 h5 h6', 'p'],
  ['li', 'li'],
  ['tr', 'tr th td'],
  ['td', 'thead th td'],
  ['th', 'th'],
  ['tbody tfoot', 'thead tbody'],
  ['dd dt', 'dd dt'],
  ['rt rp', 'rt rp'],
  ['body', 'head link script'],
  ['option', 'option'],
  ['optgroup', 'optgroup option'],
  ['select input output button datalist textarea', 'input option optgroup select button datalist textarea'],
];

export const CLOSED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  CLOSES.flatMap(([tags, elements]) => {
    const closed = new Set(elements.split(' '));
    return tags.split(' ').map((tag) => [tag, closed] as const);
  }),
);
