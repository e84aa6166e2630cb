import { expect, it } from 'vitest';
import { amountWords } from './amountWords.ts';

it.each([
  ['2', 'x', '2 times'],
  ['10000000', 'CPU', '10 million CPUs'],
  ['112.8', 'USD', '112.80 USD'],
  ['2.53', 'USD/share', '2.53 USD/share'],
  ['38000000000', 'USD', '38 billion USD'],
  ['1400000000000', 'USD', '1.4 trillion USD'],
  ['38012500000', 'USD', '38,012.5 million USD'],
  ['-2500000', 'USD', '-2.5 million USD'],
  ['0', 'USD', '0 USD'],
  ['5.4', 'USD/share', '5.40 USD/share'],
  ['30000000000', 'W', '30 GW'],
  ['1500', 'W', '1.5 kW'],
  ['-5.3', '%', '-5.3 %'],
  ['1234.5', '%', '1,234.5 %'],
  ['7', 'year', '7 years'],
  ['1', 'year', '1 year'],
  ['1.5', 'year', '1.5 years'],
  ['500000', 'chip', '500,000 chips'],
  ['12', 'company', '12 companies'],
  ['3', 'survey', '3 surveys'],
  ['4', 'box', '4 boxes'],
  ['20', 'person', '20 people'],
  ['1', 'company', '1 company'],
  ['3', 'x', '3 times'],
  ['25', 'bp', '25 bp'],
  ['6', 'headquarters', '6 headquarters'],
])('reads %s of %s as %s', (decimal, unit, words) => {
  expect(amountWords(decimal, unit)).toBe(words);
});
