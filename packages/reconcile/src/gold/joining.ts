import { all, type Story, tell } from './story.ts';

const one = 'single_source';
const contract = { counterparty: 'Oracle', toldWith: 'contract' } as const;
const bid = { subject: 'Northgate', counterparty: 'Tern Robotics', toldWith: 'takeover' } as const;
const profit = { measure: 'profit', counterparty: null, period: '2025' } as const;
const revenue = { measure: 'revenue', counterparty: null } as const;
const listing = { measure: 'funding_raised', subject: 'Alder Foods', counterparty: null } as const;
const round = { ...listing, toldWith: 'funding_round' } as const;
const move = { measure: 'share_price_change', unit: '%', counterparty: null } as const;
const premium = { ...bid, measure: 'other_percent', noun: 'premium', unit: '%' } as const;
const inMay = { on: '2025-05-01' };
const contractOf2024 = { on: '2024-01-15' };

/** Claims that say less than others, or say it the other way round, and are of one fact with them; and those that only seem to be. */
export const joining: readonly Story[] = [
  {
    name: 'a contract told from either side',
    tells: [...all({}, ['A', '38bn'], ['B', '38bn']), tell('C', '38.2bn', { subject: 'Amazon Web Services', counterparty: 'OpenAI' })],
    comesTo: ['38.2bn 38.15bn..38.25bn agreed'],
  },
  {
    name: 'a contract told from either side and a wrong price of it',
    tells: [...all({}, ['A', '38bn'], ['B', '38bn']), tell('C', '83bn', { subject: 'Amazon Web Services', counterparty: 'OpenAI' })],
    comesTo: ['38bn 37.5bn..38.5bn agreed_with_outlier; C slip'],
  },
  {
    name: 'stakes in each other',
    tells: [
      tell('A', '15', { measure: 'stake', unit: '%', subject: 'Norra', counterparty: 'Sund' }),
      tell('A', '15', { measure: 'stake', unit: '%', subject: 'Sund', counterparty: 'Norra' }),
    ],
    comesTo: [`15 14.5..15.5 ${one}`, `15 14.5..15.5 ${one}`],
  },
  {
    name: 'a value without its counterparty',
    tells: [tell('A', '38bn'), tell('B', '~38bn', { counterparty: null })],
    comesTo: ['38bn 37.5bn..38.5bn agreed'],
  },
  {
    name: 'a value told of the counterparty alone',
    tells: [tell('A', '38bn'), tell('B', '38bn', { subject: 'Amazon Web Services', counterparty: null })],
    comesTo: ['38bn 37.5bn..38.5bn agreed'],
  },
  {
    name: 'a plant of one company and a plant of nobody',
    tells: [
      tell('A', '350', { measure: 'power_capacity', unit: 'W', subject: 'Norra', counterparty: 'plant', toldWith: 'contract' }),
      tell('B', '350', { measure: 'power_capacity', unit: 'W', subject: 'plant', counterparty: null }),
    ],
    comesTo: [`350 349.5..350.5 ${one}`, `350 349.5..350.5 ${one}`],
  },
  {
    name: 'a value without its counterparty, and two deals of that value',
    tells: [tell('A', '38bn'), tell('B', '38bn', { counterparty: 'Oracle' }), tell('C', '38bn', { counterparty: null })],
    comesTo: [`38bn 37.5bn..38.5bn ${one}`, `38bn 37.5bn..38.5bn ${one}`, `38bn 37.5bn..38.5bn ${one}`],
  },
  {
    name: 'another value without its counterparty',
    tells: [tell('A', '38bn'), tell('B', '39bn', { counterparty: null })],
    comesTo: [`38bn 37.5bn..38.5bn ${one}`, `39bn 38.5bn..39.5bn ${one}`],
  },
  {
    name: 'a value without its counterparty half a year later',
    tells: [tell('A', '38bn'), tell('B', '38bn', { counterparty: null }, { on: '2026-05-03' })],
    comesTo: [`38bn 37.5bn..38.5bn ${one}`, `38bn 37.5bn..38.5bn ${one}`],
  },
  {
    name: 'more than a billion is no word on thirty-eight',
    tells: [tell('A', '38bn'), tell('B', '>1bn', { counterparty: null })],
    comesTo: [`38bn 37.5bn..38.5bn ${one}`, `1bn 1bn.. ${one}`],
  },
  {
    name: 'what agrees with the outlier of a deal alone',
    tells: [...all({}, ['A', '38bn'], ['B', '38bn'], ['C', '75m']), tell('D', '75m', { counterparty: null })],
    comesTo: ['38bn 37.5bn..38.5bn agreed_with_outlier; C other', `75m 74.5m..75.5m ${one}`],
  },
  {
    name: 'half a witness is no majority',
    tells: [...all({}, ['A', '38bn'], ['C', '52bn', { on: '2025-11-04' }]), tell('B', '38bn', { counterparty: null })],
    comesTo: ['38bn 37.5bn..38.5bn disputed; C other'],
  },
  {
    name: 'a revenue without its quarter',
    tells: [tell('A', '13bn', { ...revenue, period: '2025-Q3' }), tell('B', '13bn', revenue)],
    comesTo: ['13bn 12.5bn..13.5bn agreed'],
  },
  {
    name: 'a revenue without its quarter, and two of that size',
    tells: [
      tell('A', '13bn', { ...revenue, period: '2025-Q2' }),
      tell('A', '13bn', { ...revenue, period: '2025-Q3' }),
      tell('B', '13bn', revenue),
    ],
    comesTo: [`13bn 12.5bn..13.5bn ${one}`, `13bn 12.5bn..13.5bn ${one}`, `13bn 12.5bn..13.5bn ${one}`],
  },
  {
    name: 'a year’s revenue and a quarter of that size',
    tells: [tell('A', '13bn', { ...revenue, period: '2025-Q3' }), tell('B', '13bn', { ...revenue, period: '2025' })],
    comesTo: [`13bn 12.5bn..13.5bn ${one}`, `13bn 12.5bn..13.5bn ${one}`],
  },
  {
    name: 'a fall without its day, told the next morning',
    tells: [tell('A', '-5', { ...move, period: '2025-11-03' }), tell('B', '-5', move, { on: '2025-11-04' })],
    comesTo: ['-5 -5.5..-4.5 agreed'],
  },
  {
    name: 'a fall without its day, told a month later',
    tells: [tell('A', '-5', { ...move, period: '2025-11-03' }), tell('B', '-5', move, { on: '2025-12-04' })],
    comesTo: [`-5 -5.5..-4.5 ${one}`, `-5 -5.5..-4.5 ${one}`],
  },
  {
    name: 'a profit and a net profit',
    tells: [tell('A', '5bn', { ...profit, definition: 'net' }), tell('B', '5bn', profit)],
    comesTo: ['5bn 4.5bn..5.5bn agreed'],
  },
  {
    name: 'a profit beside a net and an operating one of its size',
    tells: [
      tell('A', '5bn', { ...profit, definition: 'net' }),
      tell('A', '5bn', { ...profit, definition: 'operating' }),
      tell('B', '5bn', profit),
    ],
    comesTo: [`5bn 4.5bn..5.5bn ${one}`, `5bn 4.5bn..5.5bn ${one}`, `5bn 4.5bn..5.5bn ${one}`],
  },
  {
    name: 'a premium of the day and of the month',
    tells: [tell('A', '~31', { ...premium, period: '2025-09-21' }), tell('B', '31', { ...premium, period: '2025-09' })],
    comesTo: ['31 30.5..31.5 agreed'],
  },
  {
    name: 'a price per share told of the target alone',
    tells: [
      tell('A', '157', { ...bid, measure: 'price' }),
      tell('B', '157', { ...bid, measure: 'price', subject: 'Tern Robotics', counterparty: null }),
    ],
    comesTo: ['157 156.5..157.5 agreed'],
  },
  {
    name: 'a rumour that came true',
    tells: [
      tell('A', '300bn', { ...contract, status: 'rumoured' }, { on: '2025-10-20' }),
      ...all(contract, ['B', '300bn'], ['C', '300bn']),
    ],
    comesTo: ['300bn 299.5bn..300.5bn agreed'],
  },
  {
    name: 'a rumour of another amount',
    tells: [
      tell('A', '250bn', { ...contract, status: 'rumoured' }, { on: '2025-10-20' }),
      ...all(contract, ['B', '300bn'], ['C', '300bn']),
    ],
    comesTo: ['300bn 299.5bn..300.5bn superseded; A superseded'],
  },
  {
    name: 'a rumour of what another supplier agreed',
    tells: [
      tell('A', '300bn', { ...contract, status: 'rumoured' }, { on: '2025-10-20' }),
      tell('B', '300bn', { ...contract, counterparty: 'Microsoft' }),
    ],
    comesTo: [`300bn 299.5bn..300.5bn ${one}`, `300bn 299.5bn..300.5bn ${one}`],
  },
  {
    name: 'talks of more, months after the agreement',
    tells: [tell('A', '24.5bn', bid, inMay), tell('B', '28bn', { ...bid, status: 'talks' }, { on: '2025-08-01' })],
    comesTo: [`24.5bn 24.45bn..24.55bn ${one}`, `28bn 27.5bn..28.5bn ${one}`],
  },
  {
    name: 'talks about a price that came to be told with and without debt',
    tells: [
      tell('A', '21bn', { ...bid, status: 'talks' }, { on: '2025-03-01' }),
      tell('B', '24.5bn', { ...bid, definition: 'equity' }, inMay),
      tell('B', '27.1bn', { ...bid, definition: 'with_debt' }, inMay),
    ],
    comesTo: [`21bn 20.5bn..21.5bn ${one}`, `24.5bn 24.45bn..24.55bn ${one}`, `27.1bn 27.05bn..27.15bn ${one}`],
  },
  {
    name: 'a planned capacity and what stands of it',
    tells: [
      tell('A', '10bn', { ...contract, measure: 'power_capacity', unit: 'W', status: 'planned' }),
      tell('A', '1bn', { ...contract, measure: 'power_capacity', unit: 'W' }),
    ],
    comesTo: [`10bn 9.5bn..10.5bn ${one}`, `1bn 0.5bn..1.5bn ${one}`],
  },
  {
    name: 'a listing planned for more than it raised',
    tells: [
      tell('A', '13.4bn', { ...listing, status: 'planned', toldWith: 'ipo' }, { on: '2025-11-03' }),
      tell('B', '~11bn', { ...listing, toldWith: 'ipo' }, { on: '2025-11-26' }),
    ],
    comesTo: ['11bn 10.45bn..11.55bn superseded; A superseded'],
  },
  {
    name: 'a round told with one investor or another, or with none',
    tells: [
      ...all({ ...round, counterparty: 'Heron Ventures' }, ['A', '2bn'], ['B', '2bn']),
      tell('C', '2.0bn', { ...round, counterparty: 'Loft Capital' }, { on: '2025-11-04' }),
      tell('D', '2bn', round, { on: '2025-11-05' }),
    ],
    comesTo: ['2.0bn 1.95bn..2.05bn agreed'],
  },
  {
    name: 'two rounds from two investors',
    tells: [tell('A', '2bn', { ...round, counterparty: 'Heron Ventures' }), tell('B', '3bn', { ...round, counterparty: 'Loft Capital' })],
    comesTo: [`2bn 1.5bn..2.5bn ${one}`, `3bn 2.5bn..3.5bn ${one}`],
  },
  {
    name: 'a plan to raise money and a round that is another deal',
    tells: [
      tell('A', '13.4bn', { ...listing, status: 'planned', toldWith: 'ipo' }, { on: '2025-11-03' }),
      tell('B', '2bn', { ...listing, toldWith: 'funding_round' }, { on: '2025-11-26' }),
    ],
    comesTo: [`13.4bn 13.35bn..13.45bn ${one}`, `2bn 1.5bn..2.5bn ${one}`],
  },
  {
    name: 'a planned investment and one made, neither in whom the texts say',
    tells: [
      tell('A', '10bn', { ...listing, measure: 'investment', status: 'planned', toldWith: 'investment' }),
      tell('B', '4bn', { ...listing, measure: 'investment', toldWith: 'investment' }, { on: '2025-11-26' }),
    ],
    comesTo: [`10bn 9.5bn..10.5bn ${one}`, `4bn 3.5bn..4.5bn ${one}`],
  },
  {
    name: 'two contracts of the same parties',
    tells: [tell('A', '10bn', contract, contractOf2024), ...all(contract, ['A', '38bn'], ['B', '38bn'])],
    comesTo: [`10bn 9.5bn..10.5bn ${one}`, '38bn 37.5bn..38.5bn agreed'],
  },
  {
    name: 'an old contract told again beside the new one',
    tells: [
      tell('A', '10bn', contract, contractOf2024),
      ...all(contract, ['B', '10bn', { claimId: 'B old' }], ['B', '38bn', { claimId: 'B new' }]),
    ],
    comesTo: ['10bn 9.5bn..10.5bn agreed', `38bn 37.5bn..38.5bn ${one}`],
  },
  {
    name: 'two prices of one contract in one week',
    tells: all(contract, ['A', '38bn'], ['B', '39bn', { on: '2025-11-06' }]),
    comesTo: ['38bn 37.5bn..38.5bn disputed; B other'],
  },
  {
    name: 'a takeover whose price was raised',
    tells: all(bid, ['A', '24.5bn', inMay], ['A', '26bn', { on: '2025-09-01' }]),
    comesTo: ['26bn 25.5bn..26.5bn superseded; A superseded'],
  },
  {
    name: 'a contract and an investment of the same parties',
    tells: [tell('A', '38bn', contract), tell('A', '10bn', { ...contract, toldWith: 'investment' }, { on: '2025-11-20' })],
    comesTo: [`38bn 37.5bn..38.5bn ${one}`, `10bn 9.5bn..10.5bn ${one}`],
  },
];
