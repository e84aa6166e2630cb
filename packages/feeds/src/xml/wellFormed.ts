import { FeedUnreadableError } from '../feedReading.ts';
import type { Problems } from '../problems.ts';
import { escapeXml, FORBIDDEN } from '../text/entities.ts';
import { resolveUrl } from '../text/resolveUrl.ts';
import { DeclaredEntities } from './declaredEntities.ts';
import { canonicalName, ENTRY_ELEMENTS, ROOTS, type RootFamily, type Scope, TEXT_CONSTRUCTS } from './names.ts';
import { TextCapture } from './textConstruct.ts';
import { type Token, tokens } from './tokens.ts';

/** A feed needs about ten levels and its markup some dozens; libraries recurse, so that thousands end the process (CWE-674). */
const MAX_DEPTH = 200;

export interface WellFormed {
  family: RootFamily;
  /** Name of the root element as written. */
  root: string;
  /** Well-formed XML: one prefix a vocabulary, running text as `<title type="text|html|guess">`, the base address of each element on it. */
  xml: string;
  /** Attributes of the root element. */
  attributes: ReadonlyMap<string, string>;
}

interface Frame {
  source: string;
  name: string;
  scope: Scope;
  base: string;
}

/**
 * Rewrites any feed-like document as well-formed XML with canonical names, telling `problems` what had to be repaired.
 * RSS of every kind comes out as `<rss version="2.0"><channel>…`, items inside.
 * @throws {FeedUnreadableError} when there is no root of a known kind, or nesting or entities are hostile.
 */
export function wellFormed(text: string, documentUrl: string, problems: Problems): WellFormed {
  return new Rewriter(documentUrl, problems).run(text);
}

class Rewriter {
  readonly #problems: Problems;
  readonly #documentUrl: string;
  readonly #entities = new DeclaredEntities();
  readonly #out: string[] = [];
  readonly #stack: Frame[] = [];
  #family: RootFamily | null = null;
  #root = '';
  #rootAttributes: ReadonlyMap<string, string> = new Map();
  #capture: TextCapture | null = null;
  #done = false;

  constructor(documentUrl: string, problems: Problems) {
    this.#documentUrl = documentUrl;
    this.#problems = problems;
  }

  run(text: string): WellFormed {
    if (/^\s+<\?xml/.test(text)) this.#problems.add('Blank lines stand before the XML declaration.');
    for (const token of tokens(text)) {
      if (this.#done) break;
      if (token.kind === 'cut') this.#problems.add('The document is cut off.');
      else this.#take(token);
    }
    if (this.#family === null) throw new FeedUnreadableError('This is no feed: no RSS, RDF, Atom or sitemap element was found.');
    if (!this.#done) this.#closeAll();
    return { family: this.#family, root: this.#root, xml: this.#out.join(''), attributes: this.#rootAttributes };
  }

  #take(token: Exclude<Token, { kind: 'cut' }>): void {
    if (token.kind === 'doctype') {
      this.#entities.declare(token.source);
      return;
    }
    if (this.#family === null) {
      this.#seekRoot(token);
      return;
    }
    if (token.kind === 'open') {
      this.#open(token);
      return;
    }
    if (token.kind === 'close') {
      this.#close(token.name);
      return;
    }
    const text = this.#clean(token.kind === 'cdata' ? token.text : this.#decode(token.source));
    if (this.#capture) this.#capture.addText(text);
    else this.#out.push(escapeXml(text));
  }

  #seekRoot(token: Token): void {
    if (token.kind === 'text' && token.source.replace(/[\s\ufeff]/g, '') !== '') this.#problems.add('Other text stands before the feed.');
    if (token.kind !== 'open') return;
    const local = token.name.replace(/^.*:/, '').toLowerCase();
    if (local === 'html') throw new FeedUnreadableError('This is an HTML page, not a feed.');
    const family = ROOTS.get(local);
    if (family === undefined) {
      this.#problems.add('Other text stands before the feed.');
      return;
    }
    this.#family = family;
    this.#root = token.name;
    this.#open(token);
  }

  #open(token: Extract<Token, { kind: 'open' }>): void {
    const family = this.#family ?? 'rss';
    const parent = this.#stack.at(-1);
    const attributes = new Map(token.attributes.map(([name, source]) => [name.toLowerCase(), this.#clean(this.#decode(source))]));
    const scope = scopeOf(parent?.scope, attributes);
    const { name, undeclared } = canonicalName(token.name, scope, family);
    if (this.#capture) {
      if (!(ENTRY_ELEMENTS.has(name) && name !== 'url')) {
        this.#openInText(token);
        return;
      }
      this.#problems.add(`An element <${this.#capture.element}> is not closed.`);
      this.#endText();
    }
    if (undeclared !== null) this.#problems.add(`The namespace prefix "${undeclared.slice(0, 40)}" is not declared.`);
    const base = resolveUrl(attributes.get('xml:base') ?? '', parent?.base ?? this.#documentUrl) ?? parent?.base ?? this.#documentUrl;
    if (this.#stack.length >= MAX_DEPTH) throw tooDeep();
    this.#stack.push({ source: token.name, name, scope, base });
    if (this.#stack.length === 1) this.#rootAttributes = attributes;
    if (TEXT_CONSTRUCTS.has(name) && this.#stack.length > 1)
      this.#capture = new TextCapture(name, attributes, family === 'atom' || name.startsWith('atom:'));
    else this.#writeStart(name, attributes, base);
    if (token.empty) this.#close(token.name);
  }

  #openInText(token: Extract<Token, { kind: 'open' }>): void {
    const capture = this.#capture;
    if (!capture) return;
    capture.addTag(this.#clean(token.source), token.empty ? 'br' : token.name);
    if (!token.empty && token.name === this.#stack.at(-1)?.source) capture.depth++;
  }

  #close(source: string): void {
    if (this.#capture) {
      const own = this.#stack.at(-1)?.source;
      if (source === own && this.#capture.depth === 0) {
        this.#endText();
        return;
      }
      if (source === own) this.#capture.depth--;
      if (!this.#endsEntry(source)) {
        this.#capture.addTag(`</${source}>`, null);
        return;
      }
      this.#problems.add(`An element <${this.#capture.element}> is not closed.`);
      this.#endText();
    }
    const index = this.#stack.findLastIndex((frame) => frame.source === source);
    if (index < 0) {
      this.#problems.add('A closing tag has no opening tag.');
      return;
    }
    if (index < this.#stack.length - 1) this.#problems.add('Elements are not closed in the order in which they were opened.');
    while (this.#stack.length > index) this.#writeEnd();
    if (this.#stack.length === 0) this.#done = true;
  }

  #endsEntry(source: string): boolean {
    const frame = this.#stack.findLast((open) => open.source === source);
    return frame !== undefined && (ENTRY_ELEMENTS.has(frame.name) || frame.name === 'channel' || frame === this.#stack[0]);
  }

  /** Everything that is still open at the end of a document that was cut off; the text that the cut went through is dropped. */
  #closeAll(): void {
    this.#problems.add('The document is cut off.');
    if (this.#capture) {
      this.#capture = null;
      this.#stack.pop();
    }
    while (this.#stack.length > 0) this.#writeEnd();
  }

  #endText(): void {
    const capture = this.#capture;
    const frame = this.#stack.pop();
    this.#capture = null;
    if (!capture || !frame) return;
    const { type, value } = capture.finish();
    this.#out.push(`<${frame.name} type="${type}" xml:base="${escapeXml(frame.base)}">${writtenText(value)}</${frame.name}>`);
  }

  #writeStart(name: string, attributes: ReadonlyMap<string, string>, base: string): void {
    if (this.#stack.length === 1) return void this.#out.push(...this.#rootStart(attributes));
    if (name === 'channel' && this.#wrapsChannel()) return;
    const written = [...attributes].filter(([key]) => !key.startsWith('xmlns') && key !== 'xml:base' && /^[\w:.-]+$/.test(key));
    this.#out.push(`<${name} xml:base="${escapeXml(base)}"${written.map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('')}>`);
    if (this.#family === 'cdf' && name === 'item')
      this.#out.push(`<link xml:base="${escapeXml(base)}">${escapeXml(attributes.get('href') ?? '')}</link>`);
  }

  #rootStart(attributes: ReadonlyMap<string, string>): string[] {
    const language = escapeXml(attributes.get('xml:lang') ?? '');
    const base = escapeXml(this.#stack[0]?.base ?? '');
    if (this.#wrapsChannel()) return [`<rss version="2.0"><channel xml:lang="${language}" xml:base="${base}">`];
    return [`<${this.#rootName()} xml:lang="${language}" xml:base="${base}">`];
  }

  #writeEnd(): void {
    const frame = this.#stack.pop();
    if (!frame) return;
    if (this.#stack.length === 0) this.#out.push(this.#wrapsChannel() ? '</channel></rss>' : `</${this.#rootName()}>`);
    else if (!(frame.name === 'channel' && this.#wrapsChannel())) this.#out.push(`</${frame.name}>`);
  }

  /** RSS comes with items inside, outside or without a channel, and as the channel alone: all are written in one shape. */
  #wrapsChannel(): boolean {
    return this.#family === 'rss' || this.#family === 'rdf' || this.#family === 'cdf';
  }

  #rootName(): string {
    return this.#family === 'atom'
      ? 'feed'
      : this.#family === 'sitemap'
        ? 'urlset'
        : this.#family === 'sitemap-index'
          ? 'sitemapindex'
          : 'opml';
  }

  #decode(source: string): string {
    if (!source.includes('&')) return source;
    return source.replace(/&(?:(#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z_][\w.:-]{0,63});)?/g, (whole, reference: string | undefined) => {
      const text = reference === undefined ? null : this.#entities.resolve(reference);
      if (text === null) this.#problems.add(reference === undefined ? 'An ampersand is not escaped.' : 'An entity is not declared.');
      return text ?? whole;
    });
  }

  #clean(text: string): string {
    const cleaned = text.replace(FORBIDDEN, '');
    if (cleaned.length !== text.length) this.#problems.add('Control characters stand in the text.');
    return cleaned;
  }
}

function scopeOf(parent: Scope | undefined, attributes: ReadonlyMap<string, string>): Scope {
  const declared = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (parent && declared.length === 0) return parent;
  const scope = new Map(parent ?? []);
  for (const [name, namespace] of declared) scope.set(name === 'xmlns' ? '' : name.slice('xmlns:'.length), namespace.trim());
  return scope;
}

/** XML parsers are slow at entities, and markup that is written as text is full of them. */
function writtenText(value: string): string {
  return /[&<>]/.test(value) ? `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : value;
}

function tooDeep(): FeedUnreadableError {
  return new FeedUnreadableError(`The document nests more than ${MAX_DEPTH} elements.`, { hostile: true });
}
