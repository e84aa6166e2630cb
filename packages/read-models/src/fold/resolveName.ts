import type { NameRow } from './rows.ts';

/** The canonical name behind a name: aliases and merges are followed; a circle ends where it began. */
export function resolveName(names: ReadonlyMap<string, NameRow>, name: string): string {
  let at = name;
  const seen = new Set<string>();
  for (;;) {
    const next = names.get(at);
    if (next === undefined || seen.has(next.entity)) return at;
    seen.add(at);
    at = next.entity;
  }
}

/** Every name whose meaning may depend on one of `touched`. */
export function namesThrough(names: ReadonlyMap<string, NameRow>, touched: ReadonlySet<string>): Set<string> {
  const found = new Set(touched);
  for (const start of names.keys()) {
    let at = start;
    const seen = new Set<string>();
    while (!seen.has(at)) {
      seen.add(at);
      if (touched.has(at)) {
        found.add(start);
        break;
      }
      at = names.get(at)?.entity ?? at;
    }
  }
  return found;
}
