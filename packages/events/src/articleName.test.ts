import { expect, test } from 'vitest';
import { articleName } from './articleName.ts';

const url = 'https://news.example.com/1';

test('an article is called by its title', () => {
  expect(articleName({ title: 'Harbour Chips builds', summary: 'It costs $5 billion.', url })).toBe('Harbour Chips builds');
});

test('an article without a title is called by the first words of its text, whole ones', () => {
  const summary = 'Harbour Chips said on Monday that it would build a plant for\n$2.5 billion, its largest so far, in the north.';
  expect(articleName({ title: ' ', summary, url })).toBe('Harbour Chips said on Monday that it would build a plant for $2.5 billion, its…');
  expect(articleName({ title: '', summary: 'It costs $5 billion.', url })).toBe('It costs $5 billion.');
});

test('a text without spaces is cut where it is, never within a character', () => {
  expect(articleName({ title: '', summary: '値'.repeat(100), url })).toBe(`${'値'.repeat(80)}…`);
  expect(articleName({ title: '', summary: `${'a'.repeat(79)}😀b`, url })).toBe(`${'a'.repeat(79)}…`);
});

test('an article of which nothing is said is called by its address', () => {
  expect(articleName({ title: '', summary: '', url })).toBe(url);
});
