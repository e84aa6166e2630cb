export type LinkedData = Record<string, unknown>;

const ARTICLE_TYPE = /(Article|BlogPosting|Report|LiveBlogPosting|Posting)$/;
/** Graphs of real pages nest a handful of levels. */
const MAX_DEPTH = 8;
const MAX_NODES = 500;
/** What pages do to JSON that is none as it stands: wrap it, break lines in strings, escape it as HTML. */
const REPAIRS: readonly ((source: string) => string)[] = [
  (source) => source,
  unwrapped,
  (source) =>
    unwrapped(source)
      .replace(/(?![\r\n\t])\p{Cc}/gu, ' ')
      .replace(/[\r\n\t]+/g, ' ')
      .replace(/,\s*([}\]])/g, '$1'),
  (source) => unwrapped(source).replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
];

/** All nodes of a page's scripts of JSON-LD, articles first; scripts that are no JSON are skipped. */
export function linkedData(scripts: readonly string[]): LinkedData[] {
  const nodes: LinkedData[] = [];
  for (const script of scripts) collect(parse(script), nodes, 0);
  return [...nodes.filter(isArticle), ...nodes.filter((node) => !isArticle(node))];
}

export function isArticle(node: LinkedData): boolean {
  return texts(node['@type']).some((type) => ARTICLE_TYPE.test(type));
}

/** Strings of a value that may be a string, an object with a name or value, or a list of these. */
export function texts(value: unknown, keys: readonly string[] = ['name', '@value', '@id', 'url']): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap((item) => texts(item, keys));
  if (!isRecord(value)) return [];
  for (const key of keys) {
    const found = texts(value[key], keys);
    if (found.length > 0) return found;
  }
  return [];
}

export function isRecord(value: unknown): value is LinkedData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(source: string): unknown {
  for (const repair of REPAIRS) {
    try {
      return JSON.parse(repair(source));
    } catch {
      // The next repair changes more; after the last one there is nothing to read.
    }
  }
  return null;
}

function unwrapped(source: string): string {
  return source
    .replace(/^\s*(\/\/\s*)?<!\[CDATA\[|(\/\/\s*)?\]\]>\s*$/g, '')
    .replace(/^\s*<!--|-->\s*$/g, '')
    .trim()
    .replace(/;$/, '');
}

function collect(value: unknown, nodes: LinkedData[], depth: number): void {
  if (depth > MAX_DEPTH || nodes.length > MAX_NODES) return;
  if (Array.isArray(value)) for (const item of value) collect(item, nodes, depth + 1);
  if (!isRecord(value)) return;
  if (value['@type'] !== undefined) nodes.push(value);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'hasPart', 'liveBlogUpdate'])
    if (typeof value[key] === 'object') collect(value[key], nodes, depth + 1);
}
