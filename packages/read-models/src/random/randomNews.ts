import { articleIdOf, newEvent } from '@newsledger/events';
import { randomDecision } from './randomDecision.ts';
import { randomExtraction } from './randomExtraction.ts';
import { randomRevision } from './randomRevision.ts';
import { instant, type RandomArticle, type RandomWorld, type Said, SOURCES } from './randomWorld.ts';
import { chancesOf } from './seededRandom.ts';

/**
 * Made-up news for tests: a seeded stream of everything that can happen, in an order that could happen: articles, revisions, corrections,
 * readings by newer extractors, withdrawals, pins, merges, splits, changed sources, audits, epochs and exchange rates.
 */
export function randomNews(seed: number, steps: number): Said[] {
  const chances = chancesOf(seed);
  const log: Said[] = [];
  const articles: RandomArticle[] = [];
  const world: RandomWorld = { chances, log, say: (stream, event) => log.push({ stream, event }) };
  for (const sourceId of SOURCES)
    world.say(`source-${sourceId}`, newEvent('SourceRegistered', sourceSettings(sourceId, sourceId === 'press' ? ['Acme'] : [])));

  const known = (then: (article: RandomArticle) => void) => articles.length > 0 && then(chances.pick(articles));
  const actions: (() => void)[] = [
    () => randomExtraction(world, discover(world, articles)),
    () => {
      const article = discover(world, articles);
      randomRevision(world, article);
      randomExtraction(world, article);
    },
    () =>
      known((article) => {
        randomRevision(world, article);
        randomExtraction(world, article);
      }),
    () =>
      known((article) => {
        article.version++;
        randomExtraction(world, article);
      }),
    () =>
      known(({ articleId }) => {
        if (chances.oneIn(2))
          world.say(`article-${articleId}`, newEvent('ArticleWithdrawn', { articleId, reason: `Taken down (${log.length}).` }));
      }),
    () => randomDecision(world),
    () => {
      const sourceId = chances.pick(SOURCES);
      const settings = sourceSettings(sourceId, chances.pick([[], ['Acme'], ['Beta']]));
      world.say(
        `source-${sourceId}`,
        newEvent('SourceChanged', { ...settings, everySeconds: 60 + log.length, name: `${sourceId} ${chances.below(3)}` }),
      );
    },
  ];
  const weighted = [0, 1, 1, 1, 2, 2, 3, 4, 5, 5, 5, 6];
  for (let step = 0; step < steps; step++) actions[chances.pick(weighted)]?.();
  return log;
}

function discover({ chances, log, say }: RandomWorld, articles: RandomArticle[]): RandomArticle {
  const sourceId = chances.pick(SOURCES);
  const url = `https://${sourceId}.example/${log.length}`;
  const articleId = articleIdOf(url);
  const article = { articleId, sourceId, url, revision: 0, version: 1 };
  articles.push(article);
  const listed = {
    title: `Title ${log.length}`,
    summary: 'Summary.',
    author: null,
    publishedAt: instant(chances.below(900)),
    updatedAt: null,
  };
  say(`article-${articleId}`, newEvent('ArticleDiscovered', { articleId, sourceId, url, ...listed }));
  return article;
}

function sourceSettings(sourceId: string, primaryFor: string[]) {
  const url = `https://${sourceId}.example/`;
  return { sourceId, name: sourceId, url, kind: null, primaryFor, everySeconds: 900, select: null, declaredBy: 'file' as const };
}
