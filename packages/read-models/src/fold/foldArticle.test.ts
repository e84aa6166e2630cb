import { articleIdOf, type EventData, newEvent } from '@newsledger/events';
import { expect, it } from 'vitest';
import { recorded } from '../random/recorded.ts';
import { foldEvent } from './foldEvent.ts';
import { FoldState } from './state.ts';

const URL = 'https://wire.example/a';
const articleId = articleIdOf(URL);

it('calls an article by its title, else by the first words of its summary, else by its address', () => {
  expect(fold({ title: 'Harbour Chips builds', summary: 'It costs $5 billion.' })?.title).toBe('Harbour Chips builds');
  expect(fold({ title: '', summary: 'It costs $5 billion.' })?.title).toBe('It costs $5 billion.');
  expect(fold({ title: '', summary: '' })?.title).toBe(URL);
});

it('shows an article that has no page yet at the address where its source lists it now, not where others do', () => {
  expect(fold({}, { url: 'https://wire.example/b' }, { url: 'https://m.wire.example/a', sourceId: 'phones' })?.url).toBe(
    'https://wire.example/b',
  );
});

/** The article after a source has said these things of it, one after another. */
function fold(...said: readonly Partial<EventData<'ArticleDiscovered'>>[]) {
  const state = new FoldState();
  const entry = { articleId, sourceId: 'wire', url: URL, title: 'A story', summary: '', author: null, publishedAt: null, updatedAt: null };
  const log = said.map((change) => ({ stream: `article-${articleId}`, event: newEvent('ArticleDiscovered', { ...entry, ...change }) }));
  for (const event of recorded(log)) foldEvent(state, event);
  return state.articles.get(articleId);
}
