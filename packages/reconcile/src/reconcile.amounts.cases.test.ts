import { expect, it } from 'vitest';
import { type ReconcilingCase, tryCase } from './exampleCases.ts';
import { headsKey, percentKey, said } from './exampleClaims.ts';

/** What amounts mean, however they are worded: rounding, hedges, bounds, ranges, orders of magnitude, signs. */
const cases: ReconcilingCase[] = [
  {
    name: 'a lone number is as wide as its rounding',
    claims: [said('Courier', '38bn')],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'single_source'],
    verdicts: 'winner',
  },
  {
    name: 'equal numbers agree, and the first published wins',
    claims: [said('Courier', '38bn', { on: '2025-11-04' }), said('Harbour Post', '38bn')],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'a rounded number agrees with the exact one, which wins',
    claims: [said('Courier', '38bn'), said('Harbour Post', '38.2bn')],
    comesTo: ['38.2bn', '38.15bn', '38.25bn', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'rounding at three depths narrows to the most exact',
    claims: [said('Courier', '38bn'), said('Harbour Post', '38.2bn'), said('Morning Tape', '38.24bn')],
    comesTo: ['38.24bn', '38.235bn', '38.245bn', 'agreed'],
    verdicts: 'agrees agrees winner',
  },
  {
    name: 'numbers that round to neighbours are no agreement, though their ends touch',
    claims: [said('Courier', '38bn'), said('Harbour Post', '39bn', { on: '2025-11-04' })],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'disputed'],
    verdicts: 'winner loses',
  },
  {
    name: 'an amount written in full agrees with its short form',
    claims: [said('Courier', '38bn'), said('Harbour Post', '38012.5m')],
    comesTo: ['38012.5m', '38012.45m', '38012.55m', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'about is wide enough for the exact number',
    claims: [said('Courier', '~40bn'), said('Harbour Post', '38bn')],
    comesTo: ['38bn', '38bn', '38.5bn', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'about is not wide enough for a tenth more',
    claims: [said('Courier', '~40bn'), said('Harbour Post', '44bn')],
    comesTo: ['44bn', '43.5bn', '44.5bn', 'disputed'],
    verdicts: 'loses winner',
  },
  {
    name: 'a lone about keeps its width',
    claims: [said('Courier', '~40bn')],
    comesTo: ['40bn', '38bn', '42bn', 'single_source'],
    verdicts: 'winner',
  },
  {
    name: 'nearly agrees with a number just below',
    claims: [said('Courier', '<~140bn'), said('Harbour Post', '138bn')],
    comesTo: ['138bn', '137.5bn', '138.5bn', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'nearly does not agree with a number above',
    claims: [said('Courier', '<~140bn'), said('Harbour Post', '142bn')],
    comesTo: ['142bn', '141.5bn', '142.5bn', 'disputed'],
    verdicts: 'loses winner',
  },
  {
    name: 'a lower bound agrees with a greater number',
    claims: [said('Courier', '>30bn'), said('Harbour Post', '38bn')],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'a lower bound rules a smaller number out',
    claims: [said('Courier', '>40bn'), said('Harbour Post', '38bn'), said('Morning Tape', '41bn')],
    comesTo: ['41bn', '40.5bn', '41.5bn', 'agreed_with_outlier'],
    verdicts: 'agrees loses winner',
  },
  {
    name: 'a lone lower bound is open above',
    claims: [said('Courier', '>500k')],
    key: headsKey,
    comesTo: ['500k', '500k', null, 'single_source'],
    verdicts: 'winner',
  },
  {
    name: 'two lower bounds agree on the greater',
    claims: [said('Courier', '>500k'), said('Harbour Post', '>520k')],
    key: headsKey,
    comesTo: ['520k', '520k', null, 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'a lone upper bound is open below',
    claims: [said('Courier', '<=4bn')],
    comesTo: ['4bn', null, '4bn', 'single_source'],
    verdicts: 'winner',
  },
  {
    name: 'two upper bounds agree on the smaller',
    claims: [said('Courier', '<=5bn'), said('Harbour Post', '<=4bn')],
    comesTo: ['4bn', null, '4bn', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'an upper bound agrees with what was paid so far',
    claims: [said('Courier', '<=4bn'), said('Harbour Post', '1.25bn')],
    comesTo: ['1.25bn', '1.245bn', '1.255bn', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'an upper bound rules a greater number out',
    claims: [said('Courier', '<=4bn'), said('Harbour Post', '5bn')],
    comesTo: ['5bn', '4.5bn', '5.5bn', 'disputed'],
    verdicts: 'loses winner',
  },
  {
    name: 'bounds from both sides enclose the number',
    claims: [said('Courier', '>30bn'), said('Harbour Post', '<=40bn'), said('Morning Tape', '38bn')],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed'],
    verdicts: 'agrees agrees winner',
  },
  {
    name: 'bounds that leave nothing between them are a dispute',
    claims: [said('Courier', '>40bn'), said('Harbour Post', '<=30bn', { on: '2025-11-04' })],
    comesTo: ['40bn', '40bn', null, 'disputed'],
    verdicts: 'winner loses',
  },
  {
    name: 'more than a number and up to the same number are a dispute',
    claims: [said('Courier', '>40bn'), said('Harbour Post', '<=40bn', { on: '2025-11-04' })],
    comesTo: ['40bn', '40bn', null, 'disputed'],
    verdicts: 'winner loses',
  },
  {
    name: 'a range agrees with a number inside it',
    claims: [said('Courier', '1.3tn..1.5tn'), said('Harbour Post', '1.4tn')],
    comesTo: ['1.4tn', '1.35tn', '1.45tn', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'ranges that overlap agree on what they share',
    claims: [said('Courier', '1.3tn..1.5tn'), said('Harbour Post', '1.4tn..1.8tn')],
    comesTo: ['1.45tn', '1.4tn', '1.5tn', 'agreed'],
    verdicts: 'winner agrees',
  },
  {
    name: 'a number at the edge of a range agrees with it',
    claims: [said('Courier', '1.3tn..1.5tn'), said('Harbour Post', '1.5tn')],
    comesTo: ['1.5tn', '1.45tn', '1.5tn', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'a lone range is given by its middle',
    claims: [said('Courier', '20bn..25bn')],
    comesTo: ['22.5bn', '20bn', '25bn', 'single_source'],
    verdicts: 'winner',
  },
  {
    name: 'an order of magnitude has bounds and no value',
    claims: [said('Courier', 'order 100k..1m')],
    key: headsKey,
    comesTo: [null, '100k', '1m', 'single_source'],
    verdicts: 'winner',
  },
  {
    name: 'an order of magnitude agrees with a number inside it',
    claims: [said('Courier', 'order 100k..1m'), said('Harbour Post', '350k')],
    key: headsKey,
    comesTo: ['350k', '349.5k', '350.5k', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'an order of magnitude is the outlier when two numbers lie above it',
    claims: [said('Courier', 'order 10k..100k'), said('Harbour Post', '350k'), said('Morning Tape', '350k', { on: '2025-11-04' })],
    key: headsKey,
    comesTo: ['350k', '349.5k', '350.5k', 'agreed_with_outlier'],
    verdicts: 'loses winner agrees',
  },
  {
    name: 'exact counts agree only when equal',
    claims: [said('Courier', 'exactly 350'), said('Harbour Post', 'exactly 351', { on: '2025-11-04' }), said('Byteside', 'exactly 350')],
    key: headsKey,
    comesTo: ['350', '350', '350', 'agreed_with_outlier'],
    verdicts: 'agrees loses winner',
  },
  {
    name: 'an exact count at the end of a rounding agrees with it',
    claims: [said('Courier', 'exactly 350.5k'), said('Harbour Post', '350k')],
    key: headsKey,
    comesTo: ['350.5k', '350.5k', '350.5k', 'agreed'],
    verdicts: 'winner agrees',
  },
  {
    name: 'falls are negative and round like rises',
    claims: [said('Courier', '-5'), said('Harbour Post', '-5.3')],
    key: percentKey,
    comesTo: ['-5.3', '-5.35', '-5.25', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'nearly a fall of five per cent is a smaller fall',
    claims: [said('Courier', '<~-5'), said('Harbour Post', '-4.8')],
    key: percentKey,
    comesTo: ['-4.8', '-4.85', '-4.75', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'a fall and a rise are a dispute',
    claims: [said('Courier', '-5'), said('Harbour Post', '5', { on: '2025-11-04' })],
    key: percentKey,
    comesTo: ['-5', '-5.5', '-4.5', 'disputed'],
    verdicts: 'winner loses',
  },
  {
    name: 'no change agrees with a small fall that rounds to it',
    claims: [said('Courier', '0'), said('Harbour Post', '-0.2')],
    key: percentKey,
    comesTo: ['-0.2', '-0.25', '-0.15', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'a claim that says nothing of how much rules nothing out',
    claims: [said('Courier', 'none'), said('Harbour Post', '38bn')],
    comesTo: ['38bn', '37.5bn', '38.5bn', 'agreed'],
    verdicts: 'agrees winner',
  },
  {
    name: 'a claim that says nothing of how much comes to nothing by itself',
    claims: [said('Courier', 'none')],
    comesTo: [null, null, null, 'single_source'],
    verdicts: 'winner',
  },
  {
    name: 'no claims come to nothing',
    claims: [],
    comesTo: [null, null, null, null],
    verdicts: '',
  },
];

it.each(cases)('$name', (example) => {
  const { actual, expected } = tryCase(example);
  expect(actual).toEqual(expected);
});
