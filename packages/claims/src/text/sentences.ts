/** A sentence of the reading text; `text.slice(start, end)` is it, without the white space around. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The title of the article, which is written in another grammar. */
  readonly headline: boolean;
  /** Index of the paragraph, counted from 0 for the title. */
  readonly paragraph: number;
}

/** Marks behind the full stop that belong to the sentence. */
const CLOSING = new Set('"”’\')]');

/** Longer stretches without a full stop are lists and tables; rules look back to the start of a sentence, so its length bounds their work. */
const MAX_SENTENCE = 1500;

/** Words that end in a full stop without ending a sentence. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sen rep gov gen col lt sgt st jr sr inc corp co ltd llc plc bros vs etc approx est no nos vol fig dept univ assn ave blvd ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k u.n e.u a.m p.m i.e e.g ph.d d.c n.y l.p s.a n.v b.v a.g s.p.a'
  ).split(' '),
);

/** These may end a sentence when a capital and no name follows: `… of Apple Inc. The company …`. */
const MAY_END = new Set('inc corp co ltd llc plc jr sr etc a.m p.m u.s u.k e.u s.a n.v a.g'.split(' '));

const STARTERS = new Set(
  'the a an it its he she they we i in on at but and for as this that these those with after while if when however meanwhile although analysts shares under by to from last'.split(
    ' ',
  ),
);

/**
 * Cuts the reading text (title, blank line, paragraphs) into sentences with exact offsets. A line break ends a sentence, except inside a
 * paragraph whose lines were wrapped, where the next line goes on in lower case.
 */
export function splitSentences(text: string, title: string): Sentence[] {
  const sentences: Sentence[] = [];
  const titleEnd = title !== '' && text.startsWith(title) ? title.length : 0;
  let paragraph = 0;
  if (titleEnd > 0) push(sentences, text, 0, titleEnd, true, 0);
  let start = titleEnd;
  const stop = /[\n.!?…]/g;
  stop.lastIndex = titleEnd;
  for (let match = stop.exec(text); match !== null; match = stop.exec(text)) {
    const at = match.index;
    if (match[0] === '\n') {
      if (wrapped(text, start, at)) continue;
      push(sentences, text, start, at, false, paragraph);
      start = at + 1;
      if (text[at + 1] === '\n') paragraph++;
    } else if (endsSentence(text, at)) {
      let end = at + 1;
      while (CLOSING.has(text[end] ?? '')) end++;
      push(sentences, text, start, end, false, paragraph);
      start = end;
      stop.lastIndex = end;
    }
  }
  push(sentences, text, start, text.length, false, paragraph);
  return sentences;
}

function push(sentences: Sentence[], text: string, from: number, to: number, headline: boolean, paragraph: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  while (end - start > MAX_SENTENCE) {
    const space = text.lastIndexOf(' ', start + MAX_SENTENCE);
    const cut = space > start ? space : start + MAX_SENTENCE;
    sentences.push({ start, end: cut, text: text.slice(start, cut), headline, paragraph });
    start = space > start ? cut + 1 : cut;
  }
  if (end > start) sentences.push({ start, end, text: text.slice(start, end), headline, paragraph });
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : /\s/.test(text.charAt(at));
}

/** A single line break inside a long line that goes on in lower case is only wrapping. */
function wrapped(text: string, start: number, at: number): boolean {
  if (text[at + 1] === '\n' || at - start < 50) return false;
  return /[a-z]/.test(text[at + 1] ?? '') && !/[.!?:]/.test(text[at - 1] ?? '');
}

function endsSentence(text: string, at: number): boolean {
  let next = at + 1;
  while (CLOSING.has(text[next] ?? '')) next++;
  const follower = text[next];
  if (follower === undefined || follower === '\n') return true;
  if (!/\s/.test(follower)) return false;
  if (text[at] !== '.') return !/^\s+[a-z]/.test(text.slice(next, next + 3));
  const after = text.slice(next, next + 24).trimStart();
  if (/^[a-z]/.test(after) && !/^(?:iPhone|iPad|eBay|xAI)/.test(after)) return false;
  const before = /([\p{L}.&]+)$/u.exec(text.slice(Math.max(0, at - 16), at))?.[1] ?? '';
  const word = before.toLowerCase().replace(/^\.+/, '');
  if (/^\p{Lu}$/u.test(before)) return false;
  if (!ABBREVIATIONS.has(word)) return true;
  if (!MAY_END.has(word)) return word === 'no' ? !/^\d/.test(after) : word === 'est' || word === 'sun' || word === 'mar';
  const starter = /^["“‘]?([\p{L}]+)/u.exec(after)?.[1];
  return starter !== undefined && STARTERS.has(starter.toLowerCase()) && /^["“‘]?\p{Lu}/u.test(after);
}
