import type { TextConstruct } from '../xml/textConstruct.ts';
import { tokens } from '../xml/tokens.ts';
import { decodeEntities, escapeXml } from './entities.ts';
import { isHtml } from './plainText.ts';
import { resolveUrl } from './resolveUrl.ts';

const ALLOWED = new Set(
  'a abbr b blockquote br caption cite code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre q s small span strong sub sup table tbody td tfoot th thead tr u ul blink'.split(
    ' ',
  ),
);
const DROPPED_WITH_CONTENT = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'applet', 'title']);
const ADDRESSES = new Set(['href', 'src', 'cite', 'longdesc']);
const KEPT = new Set(['alt', 'title', 'colspan', 'rowspan', 'lang', 'datetime']);

/** The value as HTML that is safe to show: elements and attributes from short lists, addresses absolute. Text that is no HTML stays as it is. */
export function safeHtml(construct: TextConstruct, base: string): string {
  const value = construct.value.trim();
  if (!isHtml(construct)) return value;
  let html = '';
  let dropped: string | null = null;
  for (const token of tokens(value)) {
    const name = token.kind === 'open' || token.kind === 'close' ? token.name.toLowerCase() : '';
    if (dropped !== null) {
      if (token.kind === 'close' && name === dropped) dropped = null;
    } else if (token.kind === 'text') html += token.source.replace(/&(?!#?\w+;)/g, '&amp;').replaceAll('<', '&lt;');
    else if (token.kind === 'cdata') html += escapeXml(token.text);
    else if (token.kind === 'open' && DROPPED_WITH_CONTENT.has(name)) dropped = token.empty ? null : name;
    else if (token.kind === 'open' && ALLOWED.has(name)) html += openTag(name, token.attributes, token.empty, base);
    else if (token.kind === 'close' && ALLOWED.has(name)) html += `</${name}>`;
  }
  return html.replace(/&(#x?[0-9a-f]{1,8}|[a-z][a-z0-9]{1,31});/gi, (whole) =>
    /^&(lt|gt|amp|#38|#60|#62|#x26|#x3[ce]);$/i.test(whole) ? whole : decodeEntities(whole),
  );
}

function openTag(name: string, attributes: readonly [string, string][], empty: boolean, base: string): string {
  const written = attributes.flatMap(([key, source]) => {
    const attribute = key.toLowerCase();
    const value = decodeEntities(source);
    if (KEPT.has(attribute)) return [` ${attribute}="${escapeXml(value)}"`];
    const address = ADDRESSES.has(attribute) ? resolveUrl(value, base) : null;
    return address === null ? [] : [` ${attribute}="${escapeXml(address)}"`];
  });
  return `<${name}${written.join('')}${empty ? ' />' : '>'}`;
}
