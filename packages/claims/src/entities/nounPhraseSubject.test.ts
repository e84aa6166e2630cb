import { expect, test } from 'vitest';
import { nounPhraseSubject } from './nounPhraseSubject.ts';

test.each([
  ['Consumer prices rose 3%.', 'Consumer prices'],
  ['The unemployment rate fell to 4.1%.', 'Unemployment rate'],
  ['It rose 3%.', null],
  ['', null],
])('"%s" is about %s', (sentence, subject) => {
  expect(nounPhraseSubject(sentence)).toBe(subject);
});
