import { all, type Story, tell } from './story.ts';

const revenue = { measure: 'revenue', counterparty: null } as const;
const worth = { measure: 'valuation', counterparty: null } as const;
const cap = { subject: 'Nvidia', measure: 'market_cap', counterparty: null } as const;
const listing = { measure: 'funding_raised', subject: 'Alibaba', counterparty: null } as const;
const eps = {
  subject: 'Home Depot',
  measure: 'profit',
  definition: 'per_share',
  unit: 'USD/share',
  counterparty: null,
  period: 'FY2019Q3',
} as const;
const heads = { measure: 'employees', unit: 'employee', counterparty: null } as const;
const one = 'single_source';

/** Facts that sound alike: other definitions, periods, statuses, parties, units; and facts that are one though they sound different. */
export const definitions: readonly Story[] = [
  {
    name: 'with and without debt',
    tells: [
      tell('A', '24.5bn', { definition: 'equity' }),
      tell('B', '27.1bn', { definition: 'with_debt' }),
      tell('C', '27.1bn', { definition: 'enterprise_value' }),
    ],
    comesTo: [`24.5bn 24.45bn..24.55bn ${one}`, '27.1bn 27.05bn..27.15bn agreed'],
  },
  {
    name: 'with and without over-allotment',
    tells: [
      tell('A', '11.2bn', listing),
      tell('B', '12.9bn', { ...listing, definition: 'greenshoe' }),
      tell('C', '12.9bn', { ...listing, definition: 'over_allotment' }),
    ],
    comesTo: [`11.2bn 11.15bn..11.25bn ${one}`, '12.9bn 12.85bn..12.95bn agreed'],
  },
  {
    name: 'a run rate and a year’s revenue',
    tells: [
      tell('A', '13bn', { ...revenue, definition: 'run_rate', period: '2025' }),
      tell('B', '10bn', { ...revenue, period: '2025' }),
      tell('C', '~13bn', { ...revenue, definition: 'annual_rate', period: '2025-12-31' }),
    ],
    comesTo: ['13bn 12.5bn..13.5bn agreed', `10bn 9.5bn..10.5bn ${one}`],
  },
  {
    name: 'mid-year and year’s end',
    tells: [
      tell('A', '~13bn', { ...revenue, definition: 'annual_rate', period: '2025-06' }),
      tell('B', '~20bn', { ...revenue, definition: 'annual_rate', period: '2025-12-31', status: 'forecast' }),
    ],
    comesTo: [`13bn 12.35bn..13.65bn ${one}`, `20bn 19bn..21bn ${one}`],
  },
  {
    name: 'gross, operating and net',
    tells: [
      tell('A', '5bn', { ...revenue, measure: 'profit', definition: 'gross', period: '2025' }),
      tell('B', '3bn', { ...revenue, measure: 'profit', definition: 'operating', period: '2025' }),
      tell('C', '2bn', { ...revenue, measure: 'profit', definition: 'net', period: '2025' }),
    ],
    comesTo: [`5bn 4.5bn..5.5bn ${one}`, `3bn 2.5bn..3.5bn ${one}`, `2bn 1.5bn..2.5bn ${one}`],
  },
  {
    name: 'a quarter and its year',
    tells: [tell('A', '27.2bn', { ...revenue, period: '2019-Q3' }), tell('B', '110bn', { ...revenue, period: '2019' })],
    comesTo: [`27.2bn 27.15bn..27.25bn ${one}`, `110bn 109.5bn..110.5bn ${one}`],
  },
  {
    name: 'a calendar and a fiscal year',
    tells: [tell('A', '110bn', { ...revenue, period: '2019' }), tell('B', '108bn', { ...revenue, period: 'FY2019' })],
    comesTo: [`110bn 109.5bn..110.5bn ${one}`, `108bn 107.5bn..108.5bn ${one}`],
  },
  {
    name: 'a head count in 2025 and by its end',
    tells: all(heads).concat(tell('A', '350k', { ...heads, period: '2025' }), tell('B', '~350k', { ...heads, period: '2025-12-31' })),
    comesTo: ['350k 349.5k..350.5k agreed'],
  },
  {
    name: 'jobs and employees',
    tells: [tell('A', '14k', { ...heads, unit: 'job', period: '2025-10' }), tell('B', '14k', { ...heads, period: '2025-10' })],
    comesTo: ['14k 13.5k..14.5k agreed'],
  },
  {
    name: 'earnings and what analysts expected',
    tells: [...all(eps, ['A', '2.53'], ['B', '2.53']), ...all({ ...eps, status: 'forecast' }, ['A', '2.52'], ['B', '2.52'])],
    comesTo: ['2.53 2.525..2.535 agreed', '2.52 2.515..2.525 agreed'],
  },
  {
    name: 'a valuation now and a rumoured one',
    tells: [tell('A', '~500bn', { ...worth, period: '2025-11' }), tell('B', '<=1tn', { ...worth, period: '2025-11', status: 'rumoured' })],
    comesTo: [`500bn 475bn..525bn ${one}`, `1tn ..1tn ${one}`],
  },
  {
    name: 'market values of two years',
    tells: [tell('A', '1tn', { ...cap, period: '2023' }), tell('B', '5tn', { ...cap, period: '2025-10-29' })],
    comesTo: [`1tn 0.5tn..1.5tn ${one}`, `5tn 4.5tn..5.5tn ${one}`],
  },
  {
    name: 'a careless old market value told as today’s',
    tells: all({ ...cap, period: '2025-11' }, ['A', '~5tn'], ['B', '5tn'], ['C', '1.0tn']),
    comesTo: ['5tn 4.5tn..5.5tn agreed_with_outlier; C other'],
  },
  {
    name: 'a subsidiary’s revenue and its parent’s',
    tells: [
      tell('A', '33bn', { ...revenue, subject: 'Amazon Web Services', period: '2025-Q3' }),
      tell('B', '180bn', { ...revenue, subject: 'Amazon', period: '2025-Q3' }),
    ],
    comesTo: [`33bn 32.5bn..33.5bn ${one}`, `180bn 179.5bn..180.5bn ${one}`],
  },
  {
    name: 'a share of equity and a share of profit',
    tells: [
      tell('A', '27', { measure: 'stake', unit: '%' }),
      tell('B', '49', { measure: 'other_percent', noun: 'share of profit', unit: '%' }),
    ],
    comesTo: [`27 26.5..27.5 ${one}`, `49 48.5..49.5 ${one}`],
  },
  {
    name: 'dollars and Hong Kong dollars',
    tells: [tell('A', '11.2bn', listing), tell('B', '88bn', { ...listing, unit: 'HKD' })],
    comesTo: [`11.2bn 11.15bn..11.25bn ${one}`, `88bn 87.5bn..88.5bn ${one}`],
  },
  {
    name: 'the same digits in euros',
    tells: [...all({}, ['A', '38bn'], ['B', '38bn']), tell('C', '38bn', { unit: 'EUR' })],
    comesTo: ['38bn 37.5bn..38.5bn agreed', `38bn 37.5bn..38.5bn ${one}`],
  },
  {
    name: 'a total and what it comes to a year',
    tells: [...all({}, ['A', '38bn'], ['B', '38bn']), tell('B', '~5.4bn', { measure: 'spending_commitment', definition: 'annual_rate' })],
    comesTo: ['38bn 37.5bn..38.5bn agreed', `5.4bn 5.13bn..5.67bn ${one}`],
  },
  {
    name: 'a gain in points and in per cent',
    tells: [tell('A', '0.5', { measure: 'growth', unit: 'pp' }), tell('B', '12', { measure: 'growth', unit: '%' })],
    comesTo: [`0.5 0.45..0.55 ${one}`, `12 11.5..12.5 ${one}`],
  },
  {
    name: 'a stake and what it is worth',
    tells: [tell('A', '27', { measure: 'stake', unit: '%' }), tell('A', '135bn', { measure: 'other_money', noun: 'value of the stake' })],
    comesTo: [`27 26.5..27.5 ${one}`, `135bn 134.5bn..135.5bn ${one}`],
  },
  {
    name: 'a part and the whole of a sum',
    tells: [
      tell('A', '250bn', { counterparty: 'Microsoft' }),
      tell('A', '300bn', { counterparty: 'Oracle' }),
      tell('A', '~1.4tn', { counterparty: null, measure: 'spending_commitment', definition: 'cumulative' }),
    ],
    comesTo: [`250bn 249.5bn..250.5bn ${one}`, `300bn 299.5bn..300.5bn ${one}`, `1.4tn 1.33tn..1.47tn ${one}`],
  },
  {
    name: 'falls of two days',
    tells: [
      tell('A', '5', { measure: 'share_price_change', unit: '%', period: '2025-11-03' }),
      tell('A', '10', { measure: 'share_price_change', unit: '%', period: '2025-10-31' }),
    ],
    comesTo: [`5 4.5..5.5 ${one}`, `10 9.5..10.5 ${one}`],
  },
  {
    name: 'demand by two years',
    tells: [
      tell('A', '165', { subject: 'Data centres', measure: 'growth', unit: '%', period: '2023/2030', status: 'forecast' }),
      tell('A', '50', { subject: 'Data centres', measure: 'growth', unit: '%', period: '2023/2027', status: 'forecast' }),
    ],
    comesTo: [`165 164.5..165.5 ${one}`, `50 49.5..50.5 ${one}`],
  },
  {
    name: 'a debt at the end of a quarter',
    tells: [tell('A', '18bn', { measure: 'debt', period: '2025-Q3' }), tell('B', '~18bn', { measure: 'debt', period: '2025-09-30' })],
    comesTo: ['18bn 17.5bn..18.5bn agreed'],
  },
  {
    name: 'GPUs and chips',
    tells: [tell('A', '>500k', { measure: 'accelerators', unit: 'GPU' }), tell('B', '550k', { measure: 'accelerators', unit: 'chip' })],
    comesTo: ['550k 549.5k..550.5k agreed'],
  },
];
