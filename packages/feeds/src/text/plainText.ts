import type { TextConstruct } from '../xml/textConstruct.ts';
import { tokens } from '../xml/tokens.ts';
import { decodeEntities } from './entities.ts';

const BLOCKS = new Set(
  'address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'head']);

/** Only names of HTML elements make a text of unknown kind HTML: `a < b` and `List<String>` are none. */
const HTML_TAG =
  /<\/?(a|abbr|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figure|font|h[1-6]|hr|i|iframe|img|ins|li|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul)(\s[^<>]*)?\/?>/i;

/** Whether the value has to be read as HTML. */
export function isHtml(construct: TextConstruct): boolean {
  if (construct.type !== 'guess') return construct.type === 'html';
  return HTML_TAG.test(construct.value) || /&(#x?[0-9a-f]+|[a-z][a-z0-9]+);/i.test(construct.value);
}

/** Readable text: markup gone, one line a block. No-break and thin spaces are kept, since amounts are written with them. */
export function plainText(construct: TextConstruct): string {
  return foldSpace(isHtml(construct) ? stripTags(construct.value) : construct.value);
}

/** The same on one line. */
export function plainLine(construct: TextConstruct): string {
  return plainText(construct).replaceAll('\n', ' ');
}

function stripTags(html: string): string {
  let text = '';
  let unread: string | null = null;
  for (const token of tokens(html)) {
    if (token.kind === 'open') {
      const name = token.name.toLowerCase();
      if (unread === null && UNREAD.has(name) && !token.empty) unread = name;
      else if (BLOCKS.has(name)) text += '\n';
    } else if (token.kind === 'close') {
      const name = token.name.toLowerCase();
      if (name === unread) unread = null;
      else if (BLOCKS.has(name)) text += '\n';
    } else if (unread === null && token.kind === 'text') text += decodeEntities(token.source).replace(/[ \t\r\n\f]+/g, ' ');
    else if (unread === null && token.kind === 'cdata') text += token.text;
  }
  return text;
}

function foldSpace(text: string): string {
  return text
    .replace(/\u200b|\u00ad|\ufeff/g, '')
    .replace(/[ \t\r\f]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
