import { all, type Story, tell } from './story.ts';

const corrected = { correctionNote: 'Correction: an earlier version gave another number.' };
const total = { measure: 'spending_commitment', definition: 'cumulative', counterparty: null } as const;
const invested = { measure: 'investment', subject: 'Amazon', counterparty: 'Anthropic', definition: 'cumulative' } as const;
const listing = { measure: 'funding_raised', subject: 'Alibaba', counterparty: null } as const;
const bid = { subject: 'Northgate', counterparty: 'Tern Robotics' } as const;
const guidance = { measure: 'growth', unit: '%', subject: 'Home Depot', counterparty: null, period: 'FY2019', status: 'forecast' } as const;

/** What time does: corrections, revisions, restatements, totals that grow, plans that change, stages of a deal. */
export const times: readonly Story[] = [
  {
    name: 'a corrected article',
    tells: all({}, ['A', '83bn', { articleId: '1', standing: 'revised' }], ['A', '38bn', { articleId: '1', revision: 2, ...corrected }]),
    comesTo: ['38bn 37.5bn..38.5bn single_source; A superseded'],
  },
  {
    name: 'a correction beside papers that had it right',
    tells: all({}, ['A', '83bn'], ['A', '38bn', { on: '2025-11-05', ...corrected }], ['B', '38bn']),
    comesTo: ['38bn 37.5bn..38.5bn agreed; A superseded'],
  },
  {
    name: 'a correction of what others copied',
    tells: all(
      {},
      ['A', '83bn', { articleId: '1', standing: 'revised', canonicalUrl: 'https://a.example' }],
      ['A', '38bn', { articleId: '1', revision: 2, canonicalUrl: 'https://a.example' }],
      ['B', '83bn', { on: '2025-11-04', canonicalUrl: 'https://a.example' }],
    ),
    comesTo: ['38bn 37.5bn..38.5bn single_source; A superseded; B superseded'],
  },
  {
    name: 'a source that restates',
    tells: all({}, ['A', '36bn'], ['A', '38bn', { on: '2025-11-20' }]),
    comesTo: ['38bn 37.5bn..38.5bn superseded; A superseded'],
  },
  {
    name: 'a source that rounds later',
    tells: all({}, ['A', '38.2bn'], ['A', '38bn', { on: '2025-11-20' }]),
    comesTo: ['38.2bn 38.15bn..38.25bn single_source'],
  },
  {
    name: 'a withdrawn article',
    tells: all({}, ['A', '83bn', { standing: 'withdrawn' }], ['B', '38bn']),
    comesTo: ['38bn 37.5bn..38.5bn single_source; A withdrawn'],
  },
  {
    name: 'an article dropped altogether',
    tells: all({}, ['A', '83bn', { standing: 'withdrawn' }]),
    comesTo: ['? .. nothing; A withdrawn'],
  },
  {
    name: 'a number that a revision no longer has',
    tells: all({}, ['A', '83bn', { standing: 'revised' }], ['B', '38bn']),
    comesTo: ['38bn 37.5bn..38.5bn single_source; A superseded'],
  },
  {
    name: 'a total that grew',
    tells: all(total, ['A', '1.0tn', { on: '2025-10-01' }], ['B', '1.4tn']),
    comesTo: ['1.4tn 1.35tn..1.45tn superseded; A superseded'],
  },
  {
    name: 'a total that grew twice',
    tells: all(total, ['A', '300bn', { on: '2025-09-01' }], ['B', '1.0tn', { on: '2025-10-01' }], ['C', '1.4tn']),
    comesTo: ['1.4tn 1.35tn..1.45tn superseded; A superseded; B superseded'],
  },
  {
    name: 'an old total told again late',
    tells: all(total, ['A', '1.4tn', { on: '2025-10-01' }], ['B', '1.0tn']),
    comesTo: ['1.4tn 1.35tn..1.45tn disputed; B other'],
  },
  { name: 'totals of one day', tells: all(total, ['A', '1.0tn'], ['B', '1.4tn']), comesTo: ['1tn 0.95tn..1.05tn disputed; B other'] },
  {
    name: 'a thousandfold total by one paper',
    tells: all(total, ['A', '13bn', { on: '2025-11-01' }], ['B', '13bn', { on: '2025-11-02' }], ['C', '13tn']),
    comesTo: ['13bn 12.5bn..13.5bn agreed_with_outlier; C slip'],
  },
  {
    name: 'an investment in two parts',
    tells: [
      ...all(invested, ['A', '<=4bn', { on: '2023-09-25' }], ['B', '8bn', { on: '2024-11-22' }]),
      tell('B', '4bn', { ...invested, definition: 'additional', period: '2024-11' }, { on: '2024-11-22' }),
    ],
    comesTo: ['8bn 7.5bn..8.5bn superseded; A superseded', '4bn 3.5bn..4.5bn single_source'],
  },
  {
    name: 'a planned listing that shrank',
    tells: all(
      { ...listing, status: 'planned' },
      ['A', '20bn', { on: '2019-05-28' }],
      ['B', '<=15bn', { on: '2019-11-08' }],
      ['C', '13.4bn', { on: '2019-11-18' }],
    ),
    comesTo: ['13.4bn 13.35bn..13.45bn superseded; A superseded'],
  },
  {
    name: 'plans and what was raised',
    tells: [tell('A', '20bn', { ...listing, status: 'planned' }, { on: '2019-05-28' }), tell('B', '~11bn', listing, { on: '2019-11-26' })],
    comesTo: ['20bn 19.5bn..20.5bn single_source', '11bn 10.45bn..11.55bn single_source'],
  },
  {
    name: 'talks reported differently in one week',
    tells: all({ ...bid, status: 'talks' }, ['A', '21bn'], ['B', '23bn', { on: '2025-11-06' }]),
    comesTo: ['21bn 20.5bn..21.5bn disputed; B other'],
  },
  {
    name: 'talks that went up over a month',
    tells: all({ ...bid, status: 'talks' }, ['A', '21bn'], ['B', '23bn', { on: '2025-12-06' }]),
    comesTo: ['23bn 22.5bn..23.5bn superseded; A superseded'],
  },
  {
    name: 'a rumour that others still tell',
    tells: all({ ...bid, status: 'rumoured' }, ['A', '21bn'], ['B', '23bn', { on: '2025-12-06' }], ['C', '21bn', { on: '2025-12-08' }]),
    comesTo: ['21bn 20.5bn..21.5bn agreed_with_outlier; B other'],
  },
  {
    name: 'the stages of a takeover',
    tells: [
      tell('A', '21bn..23bn', { ...bid, status: 'rumoured' }, { on: '2025-03-01' }),
      tell('B', '24.5bn', { ...bid, definition: 'equity' }, { on: '2025-05-01' }),
      tell('B', '27.1bn', { ...bid, definition: 'with_debt' }, { on: '2025-05-01' }),
      tell('C', '25bn', { ...bid, status: 'denied' }, { on: '2025-06-01' }),
      tell('D', '24.6bn', { ...bid, definition: 'final_price' }, { on: '2025-10-01' }),
    ],
    comesTo: [
      '22bn 21bn..23bn single_source',
      '24.5bn 24.45bn..24.55bn single_source',
      '27.1bn 27.05bn..27.15bn single_source',
      '25bn 24.5bn..25.5bn single_source',
      '24.6bn 24.55bn..24.65bn single_source',
    ],
  },
  {
    name: 'a bid denied by two',
    tells: all({ ...bid, status: 'denied' }, ['A', '25bn'], ['B', '~25bn']),
    comesTo: ['25bn 24.5bn..25.5bn agreed'],
  },
  {
    name: 'guidance cut by less than what it was rounded to',
    tells: all(
      guidance,
      ['A', '4', { speaker: 'Home Depot', on: '2019-08-20' }],
      ['B', '3.5', { speaker: 'Home Depot', on: '2019-11-19' }],
      ['C', '3.5', { speaker: 'Home Depot', on: '2019-11-19' }],
    ),
    comesTo: ['3.5 3.45..3.55 superseded; A superseded'],
  },
  {
    name: 'guidance cut by a whole point',
    tells: all(
      guidance,
      ['A', '5', { speaker: 'Home Depot', on: '2019-08-20' }],
      ['B', '3.5', { speaker: 'Home Depot', on: '2019-11-19' }],
    ),
    comesTo: ['3.5 3.45..3.55 superseded; A superseded'],
  },
  {
    name: 'guidance and growth of the quarter',
    tells: [tell('A', '3.5', guidance), tell('A', '3.5', { ...guidance, period: 'FY2019Q3', status: 'actual' })],
    comesTo: ['3.5 3.45..3.55 single_source', '3.5 3.45..3.55 single_source'],
  },
];
