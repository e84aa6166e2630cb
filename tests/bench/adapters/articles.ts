import { readArticle } from '@newsledger/articles';

export function extract(html: string, url: string) {
  const article = readArticle(html, url);
  return { text: article.text, title: article.title, author: article.byline, date: article.publishedAt };
}
