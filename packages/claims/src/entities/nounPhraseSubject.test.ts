import { expect, test } from 'vitest';
import { nounPhraseSubject } from './nounPhraseSubject.ts';

test.each([
  ['Consumer prices rose 3%.', 'Consumer prices'],
  ['The unemployment rate fell to 4.1%.', 'Unemployment rate'],
  ['It rose 3%.', null],
  ['', null],
  ['In the past three weeks, average wages in the city rose 3%.', 'Average wages in the city'],
  ['In that agreement was a fee of 3%.', null],
  ['But the offer fell to $3 a share.', 'Offer'],
  ['Nearly half of the managers sold 3%.', 'Half of the managers'],
  ['The chips that they sell cost $3 each.', 'Chips'],
])('"%s" is about %s', (sentence, subject) => {
  expect(nounPhraseSubject(sentence)).toBe(subject);
});
