import { FeedUnreadableError } from '../feedReading.ts';
import { escapeXml } from '../text/entities.ts';

/** Running text of a feed: what kind it is decides how it becomes plain text. `guess`: RSS leaves open whether it is HTML. */
export interface TextConstruct {
  type: 'text' | 'html' | 'guess';
  value: string;
}

/** No article nests so deep; nesting without end is an attack on recursive readers (CWE-674). */
const MAX_MARKUP_DEPTH = 500;
const OFTEN_UNCLOSED = /^(area|br|col|dd|dt|embed|hr|img|input|li|option|p|source|td|th|tr|wbr)$/i;

/** Gathers the content of one text element, as characters and as markup, until it is clear which of them counts. */
export class TextCapture {
  readonly element: string;
  readonly #attributes: ReadonlyMap<string, string>;
  readonly #atom: boolean;
  #characters = '';
  /** Escaped only once it is known that it is markup. */
  readonly #pieces: { readonly text: string; readonly isMarkup: boolean }[] = [];
  #hasMarkup = false;
  /** Open elements inside, so that a nested element of the same name doesn't end the capture. */
  depth = 0;
  #nesting = 0;

  constructor(element: string, attributes: ReadonlyMap<string, string>, atom: boolean) {
    this.element = element;
    this.#attributes = attributes;
    this.#atom = atom;
  }

  addText(text: string): void {
    this.#characters += text;
    this.#pieces.push({ text, isMarkup: false });
  }

  /** @throws {FeedUnreadableError} hostile, when the markup nests without end. */
  addTag(source: string, opens: string | null): void {
    this.#hasMarkup = true;
    if (opens === null) this.#nesting--;
    else if (!OFTEN_UNCLOSED.test(opens)) this.#nesting++;
    if (this.#nesting > MAX_MARKUP_DEPTH) throw new FeedUnreadableError('Markup in the text nests without end.', { hostile: true });
    const text = source.replace(/^(<\/?)[\w-]+:/, '$1').replace(/\sxmlns(:[\w-]+)?\s*=\s*("[^"]*"|'[^']*')/g, '');
    this.#pieces.push({ text, isMarkup: true });
  }

  finish(): TextConstruct {
    const type = (this.#attributes.get('type') ?? '').trim().toLowerCase();
    const mode = (this.#attributes.get('mode') ?? '').trim().toLowerCase();
    if (this.#hasMarkup) {
      const markup = this.#pieces.map(({ text, isMarkup }) => (isMarkup ? text : escapeXml(text))).join('');
      return { type: 'html', value: type === 'xhtml' ? withoutOuterDiv(markup) : markup };
    }
    if (mode === 'base64' || isBinary(type)) return fromBase64(this.#characters);
    if (/html|xml/.test(type))
      return { type: 'html', value: /xhtml|xml/.test(type) && mode !== 'escaped' ? escapeXml(this.#characters) : this.#characters };
    return { type: this.#atom && type !== '' ? 'text' : 'guess', value: this.#characters };
  }
}

/** RFC 4287 §3.1.1.3: the `div` that an XHTML text construct must have is no part of its content. */
function withoutOuterDiv(markup: string): string {
  return /^\s*<div\b[^>]*>([\s\S]*)<\/div\s*>\s*$/i.exec(markup)?.[1] ?? markup;
}

/** RFC 4287 §4.1.3.3: any other media type is base64. */
function isBinary(type: string): boolean {
  return /^(application|image|audio|video)\//.test(type) && !/xml|html/.test(type);
}

function fromBase64(source: string): TextConstruct {
  const compact = source.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return { type: 'guess', value: source };
  return { type: 'guess', value: Buffer.from(compact, 'base64').toString('utf8') };
}
