export type Token =
  | { kind: 'open'; name: string; attributes: [name: string, source: string][]; empty: boolean; source: string }
  | { kind: 'close'; name: string }
  | { kind: 'text'; source: string }
  | { kind: 'cdata'; text: string }
  | { kind: 'doctype'; source: string }
  /** The document ends inside a tag, comment or CDATA section. */
  | { kind: 'cut' };

const MARKUP = /<(?=[A-Za-z_!?/\u00c0-\uffff])/g;
const NAME = /[A-Za-z_\u00c0-\uffff][\w.:\u00b7-\uffff-]*/y;
const ATTRIBUTE = /[\s/]*([^\s=<>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s<>"']+))?/y;
const TAG_END = /[\s"'=]*(\/?)>/y;

/** Splits XML-like text into tokens and never fails: what is no tag is text. Takes time linear in the length of the text. */
export function* tokens(text: string): Generator<Token> {
  let at = 0;
  while (at < text.length) {
    const open = nextMarkup(text, at);
    const textEnd = open < 0 ? text.length : open;
    if (textEnd > at) yield { kind: 'text', source: text.slice(at, textEnd) };
    if (open < 0) return;
    const next = readMarkup(text, open);
    if (next === null) return yield { kind: 'cut' };
    if (next.token) yield next.token;
    at = next.end;
  }
}

/** Where the next `<` stands that may begin markup: one before a blank or a digit is text. */
function nextMarkup(text: string, from: number): number {
  MARKUP.lastIndex = from;
  return MARKUP.exec(text)?.index ?? -1;
}

interface Step {
  token: Token | null;
  end: number;
}

/** The token at a `<`; null when the document ends before the token does. */
function readMarkup(text: string, at: number): Step | null {
  if (text.startsWith('<![CDATA[', at)) {
    const end = text.indexOf(']]>', at + 9);
    return end < 0 ? null : { token: { kind: 'cdata', text: text.slice(at + 9, end) }, end: end + 3 };
  }
  if (text.startsWith('<!--', at)) return skipTo(text, at + 4, '-->');
  if (text.startsWith('<?', at)) return skipTo(text, at + 2, '>');
  if (text.startsWith('<!', at)) return readDoctype(text, at);
  if (text.startsWith('</', at)) {
    NAME.lastIndex = at + 2;
    const name = NAME.exec(text)?.[0];
    if (name === undefined) return literal(text, at);
    const end = text.indexOf('>', NAME.lastIndex);
    const next = text.indexOf('<', NAME.lastIndex);
    if (end < 0 && next < 0) return null;
    return { token: { kind: 'close', name }, end: end < 0 || (next >= 0 && next < end) ? next : end + 1 };
  }
  return readOpenTag(text, at);
}

function literal(text: string, at: number): Step {
  return { token: { kind: 'text', source: text.slice(at, at + 1) }, end: at + 1 };
}

function skipTo(text: string, from: number, terminator: string): Step | null {
  const end = text.indexOf(terminator, from);
  return end < 0 ? null : { token: null, end: end + terminator.length };
}

function readDoctype(text: string, at: number): Step | null {
  const close = text.indexOf('>', at);
  if (close < 0) return null;
  const subset = text.indexOf('[', at);
  if (subset < 0 || subset > close) return { token: { kind: 'doctype', source: text.slice(at, close + 1) }, end: close + 1 };
  const end = /\]\s*>/g;
  end.lastIndex = subset;
  return end.exec(text) ? { token: { kind: 'doctype', source: text.slice(at, end.lastIndex) }, end: end.lastIndex } : null;
}

function readOpenTag(text: string, at: number): Step | null {
  NAME.lastIndex = at + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return literal(text, at);
  let position = NAME.lastIndex;
  const attributes: [string, string][] = [];
  while (position < text.length) {
    TAG_END.lastIndex = position;
    const tagEnd = TAG_END.exec(text);
    if (tagEnd) return openTag(text, at, TAG_END.lastIndex, name, attributes, tagEnd[1] === '/');
    ATTRIBUTE.lastIndex = position;
    const attribute = ATTRIBUTE.exec(text);
    if (attribute) {
      position = ATTRIBUTE.lastIndex;
      attributes.push([attribute[1] ?? '', (attribute[2] ?? '').replace(/^(["'])([\s\S]*)\1$/, '$2')]);
    } else if (text[position] === '<') {
      return openTag(text, at, position, name, attributes, false);
    } else position++;
  }
  return null;
}

function openTag(text: string, at: number, end: number, name: string, attributes: [string, string][], empty: boolean): Step {
  return { token: { kind: 'open', name, attributes, empty, source: text.slice(at, end) }, end };
}
