import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type LabelledArticle, labelledArticles } from './labelledArticles.ts';
import type { LabelledText } from './scoreClaims.ts';

const site = path.resolve(import.meta.dirname, '../../../infra/newsroom/src/site');

/** The labelled articles of the sample newsroom with their texts, and their quotes with offsets. */
export function goldOfArticles(): LabelledText[] {
  return labelledArticles.map(labelledText);
}

function labelledText({ outlet, slug, figures, deals }: LabelledArticle): LabelledText {
  const file = readFileSync(path.join(site, outlet, `${slug}.md`), 'utf8');
  const [, head = '', ...bodies] = file.split(/^---$/m);
  const text = bodies.join('---').trim().replace(/^#+ /gm, '');
  let from = 0;
  return {
    id: `${outlet}/${slug}`,
    title: /^title: (.*)$/m.exec(head)?.[1] ?? '',
    published: /^published: (.*)$/m.exec(head)?.[1] ?? null,
    publisher: null,
    url: null,
    text,
    figures: figures.map(([quote, low, high, unit, subject, measure]) => {
      const start = indexOfQuote(text, quote, from);
      if (start < 0) throw new Error(`${outlet}/${slug} holds no "${quote}" behind its character ${from}`);
      from = start + quote.length;
      return { quote, start, end: from, low, high, unit, subject, measure };
    }),
    deals: deals.map(({ type, parties, value }) => ({
      type,
      parties: parties.map(([role, name]) => ({ role, name })),
      value_low: value,
      value_high: value,
    })),
  };
}

/** Not inside of a longer number: `4` is not found in `40`. */
function indexOfQuote(text: string, quote: string, from: number): number {
  const escaped = quote.replace(/[$.]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\d.,$])${escaped}(?![\\d]|[.,]\\d)`, 'g');
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}
