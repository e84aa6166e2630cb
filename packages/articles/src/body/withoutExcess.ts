/** Smaller pages with fewer tags can't be slow. */
const LARGE = 1_000_000;
const MANY_TAGS = 10_000;
const SHORTEST_TAG = '<b>'.length;
/** Characters: 10 Mi, the bytes that a fetcher takes at most. The rest of a longer page is not read. */
const MAX_LENGTH = 10 * 1024 * 1024;
/** Tags beyond these are dropped and their text is kept. The largest of real pages have a tenth. */
const MAX_TAGS = 150_000;
/** Characters of one tag; a longer one loses its attributes. Images written into attributes come near. */
const MAX_TAG_LENGTH = 500_000;
/** No page nests so deep but to hurt readers, whose work for a tag grows with the depth that it stands in (CWE-1124). */
const MAX_DEPTH = 300;
const VOID: ReadonlySet<string> = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const SCRIPT_END = '</script>';

/**
 * A page without what no page needs and what makes reading slow: scripts, more line breaks than two in a row, tags that nest deeper or are
 * more or longer than on any page, text beyond ten Mi characters. Pages of usual size are left as they are. Linear in time.
 */
export function withoutExcess(html: string): string {
  const page = html.slice(0, MAX_LENGTH);
  if (page.length < LARGE && !hasManyTags(page)) return page;
  const pruned = withoutScripts(page).replace(/(?:<br\b[^<>]{0,200}>[ \t\r\n]{0,20}){3,}/gi, '<br><br>');
  return withoutExcessTags(pruned);
}

function withoutExcessTags(html: string): string {
  const open = new Map<string, number>();
  let kept = 0;
  let depth = 0;
  let dropped = 0;
  return html.replace(/<(\/?)([a-z][^\s/>]*)[^>]*>?/gi, (written, closing: string, tagName: string) => {
    const name = tagName.toLowerCase();
    const tag = written.length > MAX_TAG_LENGTH ? `<${closing}${name}>` : written;
    if (kept >= MAX_TAGS) return ' ';
    kept++;
    if (VOID.has(name)) return tag;
    const before = open.get(name) ?? 0;
    if (closing === '/') {
      if (dropped > 0) {
        dropped--;
        return '';
      }
      // A closing tag that closes nothing leaves the depth as it is.
      if (before > 0) {
        open.set(name, before - 1);
        depth--;
      }
      return tag;
    }
    if (depth >= MAX_DEPTH) {
      dropped++;
      kept--;
      return '';
    }
    open.set(name, before + 1);
    depth++;
    return tag;
  });
}

/** All scripts but data (JSON-LD). */
function withoutScripts(html: string): string {
  const lower = html.toLowerCase();
  // Some letters change their length with their case; then positions in one are none in the other.
  if (lower.length !== html.length) return html;
  const kept: string[] = [];
  let from = 0;
  for (let start = lower.indexOf('<script'); start >= 0; start = lower.indexOf('<script', from)) {
    const end = lower.indexOf(SCRIPT_END, start);
    if (end < 0) break;
    const isData = lower.slice(start, start + 200).includes('ld+json');
    kept.push(html.slice(from, isData ? end + SCRIPT_END.length : start));
    from = end + SCRIPT_END.length;
  }
  kept.push(html.slice(from));
  return kept.join('');
}

function hasManyTags(html: string): boolean {
  if (html.length < MANY_TAGS * SHORTEST_TAG) return false;
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) if (++tags > MANY_TAGS) return true;
  return false;
}
