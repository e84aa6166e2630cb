import type { EntityEntry } from '@newsledger/claims';
import { expect, test } from 'vitest';
import readClaims, { type ReadingOrder } from './readClaims.ts';

const order = (entities: readonly EntityEntry[]): ReadingOrder => ({
  articleId: '00000000-0000-5000-8000-000000000001',
  revision: 1,
  text: { from: 'entry', title: 'Results', summary: 'ZQ reported revenue of $3 billion in 2024.' },
  publishedAt: '2025-11-03T09:00:00.000Z',
  publisher: null,
  entities,
  identity: { name: 'newsledger', version: 1 },
  wantsText: false,
});

test('each order is read with its own entities, whatever the one before it had', () => {
  const zorn: EntityEntry = { name: 'Zorn Quarry', aliases: ['ZQ'], kind: 'organisation' };
  const zilch: EntityEntry = { name: 'Zilch Quays', aliases: ['ZQ'], kind: 'organisation' };

  const [first, second, third] = [[zorn], [zilch], [zorn]].map((entities) => JSON.stringify(readClaims(order(entities)).events));

  expect(first).toContain('Zorn Quarry');
  expect(second).toContain('Zilch Quays');
  expect(third).toBe(first);
});

test('a number that the page states for machines is certain', () => {
  const fact = '<script type="application/ld+json">{"@type":"Corporation","name":"Northfold","numberOfEmployees":4321}</script>';
  const page = `<html><head>${fact}</head><body><article><p>Northfold has 4,321 employees in all of its offices.</p></article></body></html>`;
  const { events } = readClaims({
    ...order([]),
    text: {
      from: 'page',
      body: new TextEncoder().encode(page),
      contentType: 'text/html',
      url: 'https://northfold.example/about',
      title: 'About us',
      language: 'en',
    },
  });

  expect(events).toContainEqual(
    expect.objectContaining({ data: expect.objectContaining({ figure: expect.objectContaining({ measure: 'employees' }), certainty: 1 }) }),
  );
});
