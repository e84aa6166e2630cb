import { createHash } from 'node:crypto';
import { articleIdOf, deterministicId, type EventData, type Figure, type NewEvent, newEvent } from '@newsledger/events';

/** Made-up news for tests: a seeded stream of everything that can happen, in an order that could happen. */
export function randomNews(seed: number, steps: number): { stream: string; event: NewEvent }[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => {
    for (const item of list.slice(below(list.length))) return item;
    return fail();
  };
  const log: { stream: string; event: NewEvent }[] = [];
  const articles = new Map<string, { sourceId: string; url: string; revision: number; version: number }>();
  const say = (stream: string, event: NewEvent) => log.push({ stream, event });
  for (const sourceId of SOURCES)
    say(`source-${sourceId}`, newEvent('SourceRegistered', sourceSettings(sourceId, sourceId === 'press' ? ['Acme'] : [])));

  const discover = () => {
    const url = `https://${pick(SOURCES)}.example/${log.length}`;
    const articleId = articleIdOf(url);
    const sourceId = new URL(url).hostname.replace('.example', '');
    articles.set(articleId, { sourceId, url, revision: 0, version: 1 });
    say(
      `article-${articleId}`,
      newEvent('ArticleDiscovered', {
        articleId,
        sourceId,
        url,
        title: `Title ${log.length}`,
        summary: 'Summary.',
        author: null,
        publishedAt: instant(below(900)),
        updatedAt: null,
      }),
    );
    return articleId;
  };
  const capture = (articleId: string) => {
    const article = articles.get(articleId) ?? fail();
    article.revision++;
    const text = createHash('sha256').update(`${articleId} ${article.revision}`).digest('hex');
    say(
      `article-${articleId}`,
      newEvent(article.revision === 1 ? 'ArticleCaptured' : 'ArticleRevised', {
        articleId,
        sourceId: article.sourceId,
        revision: article.revision,
        captureHash: text,
        url: article.url,
        canonicalUrl: below(6) === 0 ? 'https://wire.example/original' : article.url,
        mediaType: 'text/html',
        title: `Title of revision ${article.revision}`,
        byline: [],
        publishedAt: below(4) === 0 ? null : instant(below(900)),
        modifiedAt: article.revision > 1 ? instant(900 + log.length) : null,
        language: 'en',
        wireCredit: below(4) === 0 ? 'wire' : null,
        correctionNote: article.revision > 1 && below(2) === 0 ? 'An earlier version was wrong.' : null,
        paywalled: false,
        textHash: text,
        fingerprint: below(5) === 0 ? '00000000000000ff' : text.slice(0, 16),
        wordCount: 300,
        etag: null,
        lastModified: null,
      }),
    );
  };
  const extract = (articleId: string) => {
    const article = articles.get(articleId) ?? fail();
    const extractor = { name: 'newsledger', version: article.version };
    const claimIds: string[] = [];
    const about = { articleId, revision: article.revision, extractor };
    const count = below(4);
    for (let index = 0; index < count; index++) {
      const evidence = { quote: 'a number', sentence: `Sentence ${below(3)} with a number.`, start: index, end: index + 8 };
      if (below(4) === 0) {
        const claimId = deterministicId('claim', articleId, `${article.revision}`, `${article.version}`, `deal ${index}`);
        claimIds.push(claimId);
        const deal: EventData<'DealReported'>['deal'] = {
          type: pick(['acquisition', 'supply_contract']),
          status: pick(['rumoured', 'talks', 'agreed', 'announced', 'completed', 'denied']),
          parties: [
            { role: 'acquirer', entity: pick(NAMES) },
            { role: 'target', entity: 'Target' },
          ],
          value: below(2) === 0 ? { unit: 'USD', definition: null, amount: amountOf(pick([38, 83, 40])) } : null,
          termYears: below(2) === 0 ? '7' : null,
          announcedOn: below(3) === 0 ? '2025-03-01' : null,
          speaker: null,
        };
        say(`article-${articleId}`, newEvent('DealReported', { claimId, ...about, deal, evidence }));
      } else {
        const claimId = deterministicId('claim', articleId, `${article.revision}`, `${article.version}`, `figure ${index}`);
        const figure: Figure = {
          subject: pick(NAMES),
          counterparty: null,
          measure: pick(['revenue', 'investment']),
          definition: pick([null, 'cumulative']),
          noun: null,
          period: pick([null, { label: '2025', from: '2025-01-01', to: '2025-12-31' }]),
          status: 'actual',
          unit: 'USD',
          amount: amountOf(pick([38, 83, 40, 380])),
          speaker: pick([null, null, 'Someone']),
        };
        const dealClaimId = claimIds[0] ?? null;
        claimIds.push(claimId);
        say(`article-${articleId}`, newEvent('FigureReported', { claimId, ...about, figure, evidence, dealClaimId }));
      }
    }
    const half = below(2) === 0 ? 0 : Math.floor(claimIds.length / 2);
    if (half > 0)
      say(`article-${articleId}`, newEvent('ExtractionCompleted', { ...about, claimIds: claimIds.slice(0, half), part: 1, parts: 2 }));
    say(
      `article-${articleId}`,
      newEvent('ExtractionCompleted', { ...about, claimIds: claimIds.slice(half), part: half > 0 ? 2 : 1, parts: half > 0 ? 2 : 1 }),
    );
  };
  const figureIds = () => log.flatMap(({ event }) => (event.type === 'FigureReported' ? [figureIdOfEvent(event)] : []));
  const actions: (() => void)[] = [
    () => extract(discover()),
    () => {
      const articleId = discover();
      capture(articleId);
      extract(articleId);
    },
    () => {
      if (articles.size === 0) return;
      const articleId = pick([...articles.keys()]);
      capture(articleId);
      extract(articleId);
    },
    () => {
      if (articles.size === 0) return;
      const articleId = pick([...articles.keys()]);
      (articles.get(articleId) ?? fail()).version++;
      extract(articleId);
    },
    () => {
      if (articles.size > 0 && below(2) === 0) {
        const articleId = pick([...articles.keys()]);
        say(`article-${articleId}`, newEvent('ArticleWithdrawn', { articleId, reason: `Taken down (${log.length}).` }));
      }
    },
    () => {
      const ids = figureIds();
      if (ids.length === 0) return;
      const figureId = pick(ids);
      const by = `Editor ${log.length}`;
      if (below(2) === 0)
        say(
          `figure-${figureId}`,
          newEvent('FigurePinned', { figureId, value: '39', unit: 'USD', by, reason: 'Filing.', pinnedAt: instant(1000) }),
        );
      else say(`figure-${figureId}`, newEvent('FigureUnpinned', { figureId, by, reason: 'Mistake.', unpinnedAt: instant(1001) }));
    },
    () => {
      const [from, into] = [pick(NAMES), pick(NAMES)];
      const decided = { by: `Editor ${log.length}`, decidedAt: instant(1002) };
      const stream = `entity-${from}`;
      if (below(3) === 0) say(stream, newEvent('EntityMerged', { from, into, ...decided }));
      else if (below(2) === 0) say(stream, newEvent('EntitySplit', { name: from, from: into, ...decided }));
      else say(stream, newEvent('AliasAdded', { entity: into, alias: from, ...decided }));
    },
    () => {
      const sourceId = pick(SOURCES);
      say(
        `source-${sourceId}`,
        newEvent('SourceChanged', {
          ...sourceSettings(sourceId, pick([[], ['Acme'], ['Beta']])),
          everySeconds: 60 + log.length,
          name: `${sourceId} ${below(3)}`,
        }),
      );
    },
  ];
  const weighted = [0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7];
  for (let step = 0; step < steps; step++) (actions[pick(weighted)] ?? fail())();
  return log;
}

const SOURCES = ['press', 'wire', 'post', 'tape'] as const;
const NAMES = ['Acme', 'Acme Inc', 'Beta', 'Gamma'] as const;

function figureIdOfEvent(event: NewEvent): string {
  const { figure } = event.data as EventData<'FigureReported'>;
  return deterministicId(
    'figure',
    figure.subject,
    '',
    figure.measure,
    figure.definition ?? '',
    '',
    'USD',
    figure.period?.label ?? '',
    'actual',
  );
}

function sourceSettings(sourceId: string, primaryFor: string[]) {
  return {
    sourceId,
    name: sourceId,
    url: `https://${sourceId}.example/`,
    kind: null,
    primaryFor,
    everySeconds: 900,
    select: null,
    declaredBy: 'file' as const,
  };
}

function amountOf(value: number) {
  return {
    value: `${value}`,
    low: `${value - 0.5}`,
    high: `${value + 0.5}`,
    lowOpen: false,
    highOpen: false,
    hedge: '=' as const,
    significantDigits: 2,
  };
}

function instant(days: number): string {
  return new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString();
}

/** mulberry32: small, seeded, good enough for tests. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function fail(): never {
  throw new Error('The random news picked from nothing.');
}
