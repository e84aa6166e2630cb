/** Pages with fewer tags can't nest deeply enough to be slow. */
const MANY_TAGS = 10_000;
/** No page nests so deep but to hurt readers, whose work for a tag grows with the depth that it stands in (CWE-1124). */
const MAX_DEPTH = 300;
const VOID: ReadonlySet<string> = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** A page without the tags that nest deeper than any page does; what stands between them is kept. Takes time linear in its length. */
export function withoutDepth(html: string): string {
  if (!hasManyTags(html)) return html;
  const open = new Map<string, number>();
  let depth = 0;
  let dropped = 0;
  return html.replace(/<(\/?)([a-z][^\s/>]*)[^>]*>?/gi, (tag, closing: string, written: string) => {
    const name = written.toLowerCase();
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
      return '';
    }
    open.set(name, before + 1);
    depth++;
    return tag;
  });
}

function hasManyTags(html: string): boolean {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) if (++tags > MANY_TAGS) return true;
  return false;
}
