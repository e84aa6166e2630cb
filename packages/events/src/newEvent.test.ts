import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, deterministicId, InvalidEventError, newEvent } from './newEvent.ts';

const articleId = '0b7c8a54-6d2f-5c11-8f3a-2f1f0f6d9a01';
const discovered = {
  articleId,
  sourceId: 'geekwire',
  url: 'https://example.com/a',
  title: 'Amazon to spend $38bn',
  summary: '',
  author: null,
  publishedAt: '2025-11-03T14:00:00.000Z',
  updatedAt: null,
};

test('the same fact has the same id for ever', () => {
  expect(newEvent('ArticleDiscovered', discovered).id).toBe('d8c2e470-5fb5-5d8e-a66f-c7d93f6769b8');
});

test('the order of keys makes no other fact', () => {
  const reversed = Object.fromEntries(Object.entries(discovered).reverse()) as typeof discovered;

  expect(newEvent('ArticleDiscovered', reversed).id).toBe(newEvent('ArticleDiscovered', discovered).id);
});

test('another word makes another id', () => {
  const changed = newEvent('ArticleDiscovered', { ...discovered, title: 'Amazon to spend $39bn' });

  expect(changed.id).not.toBe(newEvent('ArticleDiscovered', discovered).id);
});

test('the same data under another type is another fact', () => {
  const settings = {
    sourceId: 'x',
    name: 'X',
    url: 'https://example.com/feed',
    kind: null,
    primaryFor: [],
    everySeconds: 900,
    select: null,
    declaredBy: 'file' as const,
  };

  expect(newEvent('SourceRegistered', settings).id).not.toBe(newEvent('SourceChanged', settings).id);
});

test('words that run together when joined still give different ids', () => {
  expect(deterministicId('a', 'bc')).not.toBe(deterministicId('ab', 'c'));
});

test('data that does not fit its schema is refused, with the place of the fault', () => {
  expect(() => newEvent('ArticleDiscovered', { ...discovered, articleId: 'seven' })).toThrow(InvalidEventError);
  expect(() => newEvent('ArticleDiscovered', { ...discovered, articleId: 'seven' })).toThrow(/articleId: /);
});

test('an unknown key is refused, since nobody would read it', () => {
  const extra = { ...discovered, mood: 'sunny' };

  expect(() => newEvent('ArticleDiscovered', extra)).toThrow(/mood/);
});

test('8 KiB are allowed, and one byte more is not', () => {
  const room = 8192 - Buffer.byteLength(canonicalJson(discovered));
  const fitting = '数'.repeat(Math.trunc(room / 3)) + 'x'.repeat(room % 3);

  const event = newEvent('ArticleDiscovered', { ...discovered, summary: fitting });

  expect(Buffer.byteLength(canonicalJson(event.data))).toBe(8192);
  expect(() => newEvent('ArticleDiscovered', { ...discovered, summary: `${fitting}x` })).toThrow(/8193 bytes, and at most 8192/);
});

test('the limit counts bytes, not characters', () => {
  expect(newEvent('ArticleDiscovered', { ...discovered, summary: 'x'.repeat(3000) }).type).toBe('ArticleDiscovered');
  expect(() => newEvent('ArticleDiscovered', { ...discovered, summary: '数'.repeat(2900) })).toThrow(/bytes/);
});

test('what PostgreSQL cannot store in JSON is replaced, character for character, so that no offset moves', () => {
  const { data } = newEvent('ArticleDiscovered', { ...discovered, title: 'a\u0000b', summary: `cut in half \ud83d` });

  expect(data.title).toBe('a\ufffdb');
  expect(data.summary).toBe('cut in half \ufffd');
});

test('canonical JSON is the same for equal values and parses back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
