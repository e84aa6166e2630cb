import { newsKinds } from '@newsledger/read-models';
import { agreements } from '../pages/figures/figuresPage.ts';

/** A filter of a list: a parameter of the address, and the condition that it stands for. `$` is its value. */
export interface ListFilter {
  readonly name: string;
  readonly meaning: string;
  readonly condition: string;
  readonly kind?: 'uuid' | 'instant';
  readonly oneOf?: readonly string[];
}

/** A list of the API: the rows of one view in an order in which each row has its place, so that a cursor can go on behind any of them. */
export interface ApiList {
  readonly name: string;
  readonly view: string;
  /** Name of one row in the description of the API. */
  readonly row: string;
  readonly summary: string;
  /** Columns of the order, together unique; none of them is ever null. */
  readonly order: readonly string[];
  readonly descending: boolean;
  readonly filters: readonly ListFilter[];
  /** The columns by which one row is found at `/name/:value`. */
  readonly key?: string;
}

const equal = (name: string, meaning: string, kind?: 'uuid'): ListFilter => ({
  name,
  meaning,
  condition: `${name} = $`,
  ...(kind !== undefined && { kind }),
});

/** Everything that programs can list; each also as `.csv` and `.jsonl`. */
export const apiLists: readonly ApiList[] = [
  {
    name: 'figures',
    view: 'figures',
    row: 'Figure',
    summary: 'Reconciled figures, the latest changed first',
    order: ['last_changed', 'figure_id'],
    descending: true,
    key: 'figure_id',
    filters: [
      { name: 'about', meaning: 'Subject or counterparty.', condition: '$ IN (subject, counterparty)' },
      equal('subject', 'Canonical name of the subject.'),
      equal('counterparty', 'Canonical name of the other party.'),
      equal('measure', 'Name of the measure.'),
      equal('period', 'Label of the period, such as 2025 or 2025-Q3.'),
      equal('status', 'Status of the figure.'),
      { ...equal('agreement', 'How the sources agree.'), oneOf: agreements },
      { name: 'changed_since', meaning: 'Changed at or after this moment.', condition: 'last_changed >= $', kind: 'instant' },
    ],
  },
  {
    name: 'claims',
    view: 'claims',
    row: 'Claim',
    summary: 'Claims as articles state them, the latest recorded first',
    order: ['recorded_at', 'claim_id'],
    descending: true,
    key: 'claim_id',
    filters: [
      equal('figure_id', 'The figure that it stands with.', 'uuid'),
      equal('deal_id', 'The deal that it states.', 'uuid'),
      equal('article_id', 'The article that states it.', 'uuid'),
      equal('source_id', 'The source of the article.'),
      equal('verdict', 'winner, agrees, loses, unplaced, superseded or withdrawn.'),
      { name: 'recorded_since', meaning: 'Recorded at or after this moment.', condition: 'recorded_at >= $', kind: 'instant' },
    ],
  },
  {
    name: 'deals',
    view: 'deals',
    row: 'Deal',
    summary: 'Deals, the latest changed first',
    order: ['last_changed', 'deal_id'],
    descending: true,
    key: 'deal_id',
    filters: [
      equal('type', 'Type of the deal.'),
      equal('status', 'Latest stage.'),
      {
        name: 'party',
        meaning: 'Canonical name of a party.',
        condition: 'deal_id IN (SELECT deal_id FROM newsledger.deal_parties WHERE entity = $)',
      },
    ],
  },
  {
    name: 'entities',
    view: 'entities',
    row: 'Entity',
    summary: 'Who and what figures and deals are about, by name',
    order: ['entity'],
    descending: false,
    key: 'entity',
    filters: [equal('kind', 'organisation, person, product, place or index.'), equal('parent', 'The organisation that it is a part of.')],
  },
  {
    name: 'articles',
    view: 'articles',
    row: 'Article',
    summary: 'Articles, the latest discovered first',
    order: ['discovered_at', 'article_id'],
    descending: true,
    key: 'article_id',
    filters: [equal('source_id', 'The source that listed it first.'), equal('status', 'discovered, captured, unavailable or withdrawn.')],
  },
  {
    name: 'sources',
    view: 'sources',
    row: 'Source',
    summary: 'What is followed, by id',
    order: ['source_id'],
    descending: false,
    key: 'source_id',
    filters: [equal('health', 'new, healthy, failing, degraded, retired or removed.')],
  },
  {
    name: 'measures',
    view: 'measures',
    row: 'Measure',
    summary: 'What a figure can measure',
    order: ['measure'],
    descending: false,
    key: 'measure',
    filters: [equal('measure_class', 'money, percent, count, physical or duration.')],
  },
  {
    name: 'changes',
    view: 'figure_history',
    row: 'Change',
    summary: 'Every change of every figure in the order of the log; keep the last cursor, and ask on from there',
    order: ['position', 'figure_id'],
    descending: false,
    filters: [
      equal('figure_id', 'One figure.', 'uuid'),
      equal('subject', 'Canonical name of the subject.'),
      { name: 'since', meaning: 'Recorded after this moment.', condition: 'changed_at > $', kind: 'instant' },
    ],
  },
  {
    name: 'news',
    view: 'figure_news',
    row: 'News',
    summary: 'What feeds and webhooks tell: figures that appeared, changed, became disputed or left, in the order of the log',
    order: ['position', 'figure_id'],
    descending: false,
    filters: [
      { ...equal('kind', 'What happened.'), oneOf: newsKinds },
      equal('figure_id', 'One figure.', 'uuid'),
      { name: 'about', meaning: 'Subject or counterparty.', condition: '$ IN (subject, counterparty)' },
      { name: 'since', meaning: 'Recorded after this moment.', condition: 'changed_at > $', kind: 'instant' },
    ],
  },
];

/** Lists of rows that have no order of their own to go on from, so that they can only be had whole. */
export const wholeLists: readonly ApiList[] = [
  {
    name: 'disagreements',
    view: 'disagreements',
    row: 'Disagreement',
    summary: 'Open disputes with both sides',
    order: ['figure_id', 'rival_figure_id'],
    descending: false,
    filters: [],
  },
  {
    name: 'outliers',
    view: 'outliers',
    row: 'Outlier',
    summary: 'Numbers that are outweighed, with both sides',
    order: ['figure_id'],
    descending: false,
    filters: [],
  },
];
