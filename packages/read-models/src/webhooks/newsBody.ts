import type { FigureNews } from '../questions/listFigureNews.ts';

/** What a receiver is sent, as JSON: what happened to which figure, what it is now, what it was, and why. Amounts are exact decimals as text. */
export function newsBody(id: string, news: FigureNews): string {
  const { kind, position, changed_at, cause, article_url, article_title, old_value, old_low, old_high, old_agreement, ...rest } = news;
  const { article_id, event_id, ...figure } = rest;
  return JSON.stringify({
    id,
    kind,
    // A number that grows with each news of a figure.
    position: Number(position),
    at: changed_at.toISOString(),
    figure,
    before: old_agreement === null ? null : { value: old_value, low: old_low, high: old_high, agreement: old_agreement },
    cause: { words: cause, event_id, article_id, article_url, article_title },
  });
}
