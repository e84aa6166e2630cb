import { all, type Story } from './story.ts';

const heads = { measure: 'employees', unit: 'employee', period: '2025-11', counterparty: null } as const;
const move = { measure: 'share_price_change', unit: '%', period: '2025-11-03', counterparty: null } as const;
const power = { measure: 'power_capacity', unit: 'W', counterparty: null } as const;

/** One figure each: rounding, hedges, bounds, ranges, orders of magnitude. */
export const amounts: readonly Story[] = [
  {
    name: 'three roundings of one number',
    tells: all({}, ['A', '38bn'], ['B', '38.2bn'], ['C', '38.24bn']),
    comesTo: ['38.24bn 38.235bn..38.245bn agreed'],
  },
  {
    name: 'an amount in millions and in billions',
    tells: all({}, ['A', '1.5bn'], ['B', '1524m']),
    comesTo: ['1524m 1523.5m..1524.5m agreed'],
  },
  {
    name: 'neighbouring roundings that exclude each other',
    tells: all({}, ['A', '38bn'], ['B', '39bn', { on: '2025-11-04' }]),
    comesTo: ['38bn 37.5bn..38.5bn disputed; B other'],
  },
  { name: 'about forty is thirty-eight', tells: all({}, ['A', '~40bn'], ['B', '38bn']), comesTo: ['38bn 38bn..38.5bn agreed'] },
  {
    name: 'about forty is not forty-four',
    tells: all({}, ['A', '~40bn'], ['B', '44bn']),
    comesTo: ['44bn 43.5bn..44.5bn disputed; A other'],
  },
  { name: 'nearly 140 and 138', tells: all({}, ['A', '<~140bn'], ['B', '138bn']), comesTo: ['138bn 137.5bn..138.5bn agreed'] },
  { name: 'nearly 140 and about 138', tells: all({}, ['A', '<~140bn'], ['B', '~138bn']), comesTo: ['138bn 131.6bn..140bn agreed'] },
  {
    name: 'nearly 600, 593 and 589',
    tells: all(move, ['A', '<~600'], ['B', '593'], ['C', '589', { on: '2025-11-04' }]),
    comesTo: ['593 592.5..593.5 agreed_with_outlier; C other'],
  },
  { name: 'more than 500,000 and 540,000', tells: all(heads, ['A', '>500k'], ['B', '540k']), comesTo: ['540k 539.5k..540.5k agreed'] },
  { name: 'two lower bounds', tells: all(heads, ['A', '>500k'], ['B', '>520k']), comesTo: ['520k 520k.. agreed'] },
  {
    name: 'a lower bound that a number breaks',
    tells: all(heads, ['A', '>500k'], ['B', '450k']),
    comesTo: ['450k 449.5k..450.5k disputed; A other'],
  },
  { name: 'up to four and what was paid', tells: all({}, ['A', '<=4bn'], ['B', '1.25bn']), comesTo: ['1.25bn 1.245bn..1.255bn agreed'] },
  { name: 'up to four and five', tells: all({}, ['A', '<=4bn'], ['B', '5bn']), comesTo: ['5bn 4.5bn..5.5bn disputed; A other'] },
  { name: 'two upper bounds', tells: all({}, ['A', '<=5bn'], ['B', '<=4bn']), comesTo: ['4bn ..4bn agreed'] },
  { name: 'a bound from below and one from above', tells: all({}, ['A', '>30bn'], ['B', '<=40bn']), comesTo: ['35bn 30bn..40bn agreed'] },
  { name: 'under six million and roughly six million', tells: all({}, ['A', '<=6m'], ['B', '~6m']), comesTo: ['6m 5.5m..6m agreed'] },
  { name: 'a range and a number in it', tells: all({}, ['A', '1.3tn..1.5tn'], ['B', '~1.4tn']), comesTo: ['1.4tn 1.33tn..1.47tn agreed'] },
  {
    name: 'a range, a bound and a number',
    tells: all({}, ['A', '1.3tn..1.5tn'], ['B', '1.4tn'], ['C', '>1tn']),
    comesTo: ['1.4tn 1.35tn..1.45tn agreed'],
  },
  { name: 'ranges that overlap', tells: all({}, ['A', '21bn..23bn'], ['B', '22bn..25bn']), comesTo: ['22.5bn 22bn..23bn agreed'] },
  {
    name: 'ranges that do not',
    tells: all({}, ['A', '21bn..23bn'], ['B', '25bn..27bn', { on: '2025-11-04' }]),
    comesTo: ['22bn 21bn..23bn disputed; B other'],
  },
  {
    name: 'hundreds of thousands and 350,000',
    tells: all(heads, ['A', 'order 100k..1m'], ['B', '350k']),
    comesTo: ['350k 349.5k..350.5k agreed'],
  },
  { name: 'tens of millions by one source alone', tells: all(heads, ['A', 'order 10m..100m']), comesTo: ['? 10m..100m single_source'] },
  { name: 'a rounded fall and an exact one', tells: all(move, ['A', '-5'], ['B', '-5.44']), comesTo: ['-5.44 -5.445..-5.435 agreed'] },
  { name: 'about forty per cent and 39', tells: all(move, ['A', '39'], ['B', '~40']), comesTo: ['39 38.5..39.5 agreed'] },
  {
    name: 'two moments of one day',
    tells: all(move, ['A', '-1.41'], ['B', '-1.8', { on: '2025-11-04' }]),
    comesTo: ['-1.41 -1.415..-1.405 disputed; B other'],
  },
  { name: 'seventeen per cent cut and rounded', tells: all(move, ['A', '-17'], ['B', '-16.9']), comesTo: ['-16.9 -16.95..-16.85 agreed'] },
  {
    name: 'an exact count in three papers',
    tells: all(heads, ['A', 'exactly 1250'], ['B', 'exactly 1250'], ['C', '~1.2k']),
    comesTo: ['1250 1250..1250 agreed'],
  },
  {
    name: 'an exact count and one that differs',
    tells: all(heads, ['A', 'exactly 1250'], ['B', 'exactly 1251', { on: '2025-11-04' }]),
    comesTo: ['1250 1250..1250 disputed; B other'],
  },
  {
    name: '835 megawatts, thrice',
    tells: all(power, ['A', '835m'], ['B', '835m'], ['C', '~0.8bn']),
    comesTo: ['835m 834.5m..835.5m agreed'],
  },
  { name: 'no amount told beside one', tells: all({}, ['A', 'none'], ['B', '38bn']), comesTo: ['38bn 37.5bn..38.5bn agreed'] },
  { name: 'half a per cent and nothing', tells: all(move, ['A', '0.5'], ['B', '0']), comesTo: ['0.5 0.45..0.5 agreed'] },
  {
    name: 'a loss told as a fall and as a rise',
    tells: all(move, ['A', '-5'], ['B', '-5'], ['C', '5']),
    comesTo: ['-5 -5.5..-4.5 agreed_with_outlier; C slip'],
  },
];
