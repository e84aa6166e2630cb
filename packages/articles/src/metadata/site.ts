import { metaValues, type PageFacts } from './pageFacts.ts';

/** Names of sections and labels that `<title>` appends behind bars. */
const MAX_LABELS = 4;
/** What parts a headline from the name of the site in `<title>`. */
const SEPARATOR = /\s*[|｜ㅣ]\s*|：(?=[^：]{2,12}$)|\s+[|•·»«:]+\s+|\s+[-–—]+\s+|\s*\|\s*/;

/** The paper, as titles may name it. */
export interface Site {
  /** Words of the name that the page gives it; empty when it gives none. */
  readonly name: string;
  /** Letters and digits of its host; empty when the address has none. */
  readonly host: string;
}

export function siteOf(facts: PageFacts): Site {
  return {
    name: wordsOf(metaValues(facts, ['og:site_name', 'application-name'])[0] ?? ''),
    host: facts.address?.hostname.replaceAll(/[^a-z0-9]/g, '') ?? '',
  };
}

/** `Headline | Section | The Site` without its last parts, when they are the site's name or host, or short and behind a bar. */
export function withoutSite(title: string, site: Site): string {
  let shorter = title;
  for (let labels = 0; labels < MAX_LABELS; labels++) {
    const next = withoutLastPart(shorter, site);
    if (next === shorter) break;
    shorter = next;
  }
  return withoutFirstPart(shorter, site);
}

function withoutLastPart(title: string, site: Site): string {
  const last = title.split(SEPARATOR).at(-1) ?? title;
  if (last === title || wordsOf(last) === '') return title;
  const at = title.lastIndexOf(last);
  const isLabel = /[|｜ㅣ]\s*$/.test(title.slice(0, at)) && last.split(' ').length <= 4 && at > title.length / 2;
  return isSite(last, site) || isLabel ? title.slice(0, at).replace(/[\s|｜ㅣ•·»«:–—-]+$/, '') || title : title;
}

/** `The Site | Headline`: a name before the headline is cut only when the page itself says that it is the site's. */
function withoutFirstPart(title: string, site: Site): string {
  const first = title.split(SEPARATOR).at(0) ?? title;
  if (first === title || wordsOf(first) === '' || wordsOf(first) !== site.name) return title;
  return title.slice(first.length).replace(/^[\s|｜ㅣ•·»«:–—-]+/, '') || title;
}

function isSite(text: string, { name, host }: Site): boolean {
  const compact = wordsOf(text).replaceAll(' ', '');
  if (wordsOf(text) === name || (compact.length > 2 && host.includes(compact))) return true;
  return compact.length <= 30 && host !== '' && compact.includes(host.replace(/^www/, ''));
}

/** Letters and digits of a text in lower case, word by word: what two ways to write a title have in common. */
export function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
