import { readdirSync, readFileSync } from 'node:fs';
import type { Article } from './content.ts';
import { readArticleFile } from './readArticleFile.ts';

/** The articles of one outlet out of `site/<outlet>/`, newest first. `x.2.md` is the second edition of `x.md`. */
export function loadArticles(outletId: string): Article[] {
  const folder = new URL(`./site/${outletId}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  return files
    .filter((name) => !name.endsWith('.2.md'))
    .map((name) => {
      const slug = name.replace(/\.md$/, '');
      const second = `${slug}.2.md`;
      return readArticleFile(slug, read(name), files.includes(second) ? read(second) : null);
    })
    .sort((a, b) => compare(b.editions[0].publishedAt, a.editions[0].publishedAt) || compare(a.slug, b.slug));
}

/** By code units: the reader's language must not change what the newsroom serves. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
