import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { discovered, extractionCompleted, recorded, revisionEvent, unavailable, withdrawn } from '../test/testEvents.ts';
import { type ArticleState, foldWork } from './foldWork.ts';

const articleId = randomUUID();
const fresh: ArticleState = { revision: 0, unavailable: false, withdrawn: false, extractedVersion: null };

function knownAs(state: Partial<ArticleState>) {
  return new Map([[articleId, { ...fresh, ...state }]]);
}

function idsOf(changes: ReturnType<typeof foldWork>) {
  return changes.add.map(({ jobId }) => jobId);
}

describe('foldWork', () => {
  test('a discovered article is to be captured, under the id of the event', () => {
    const event = recorded(discovered(articleId));
    const { add } = foldWork(new Map(), [event], 3);
    expect(add).toEqual([{ queue: 'capture', jobId: `capture-${event.id}`, data: { articleId, discoveredEventId: event.id } }]);
  });

  test('an article discovered again is captured again, by a job of its own', () => {
    const events = [recorded(discovered(articleId)), recorded(discovered(articleId, { summary: 'changed' }))];
    expect(idsOf(foldWork(new Map(), events, 3))).toEqual(events.map(({ id }) => `capture-${id}`));
  });

  test('a captured article is to be extracted by the current extractor', () => {
    const { add, states } = foldWork(knownAs({}), [recorded(revisionEvent('ArticleCaptured', articleId, 1))], 3);
    expect(add).toEqual([{ queue: 'extract', jobId: `extract-${articleId}-r1-v3`, data: { articleId, revision: 1, extractorVersion: 3 } }]);
    expect(states.get(articleId)).toEqual({ ...fresh, revision: 1 });
  });

  test('of several revisions only the latest is to be extracted', () => {
    const events = [recorded(revisionEvent('ArticleCaptured', articleId, 1)), recorded(revisionEvent('ArticleRevised', articleId, 2))];
    const changes = foldWork(new Map(), events, 3);
    expect(idsOf(changes)).toEqual([`extract-${articleId}-r2-v3`]);
    expect(changes.dropExtractions).toEqual(new Set([articleId]));
  });

  test('a capture that an event says came of a discovery is done', () => {
    const event = recorded(revisionEvent('ArticleCaptured', articleId, 1), 'd1b1c1de-0000-4000-8000-000000000000');
    expect(foldWork(new Map(), [event], 3).done).toEqual(new Set(['capture-d1b1c1de-0000-4000-8000-000000000000']));
  });

  test('an article that is unavailable is read from its feed entry', () => {
    const { add, states } = foldWork(new Map(), [recorded(unavailable(articleId))], 3);
    expect(add).toEqual([{ queue: 'extract', jobId: `extract-${articleId}-r0-v3`, data: { articleId, revision: 0, extractorVersion: 3 } }]);
    expect(states.get(articleId)).toEqual({ ...fresh, unavailable: true });
  });

  test('an article that became unavailable after its capture keeps what was captured', () => {
    const { add, states } = foldWork(knownAs({ revision: 2, extractedVersion: 3 }), [recorded(unavailable(articleId))], 3);
    expect(add).toEqual([]);
    expect(states.get(articleId)).toBeUndefined();
  });

  test('a changed entry of an unavailable article is read anew', () => {
    const event = recorded(discovered(articleId, { summary: 'changed' }));
    expect(idsOf(foldWork(knownAs({ unavailable: true, extractedVersion: 3 }), [event], 3))).toEqual([
      `capture-${event.id}`,
      `extract-${articleId}-r0-v3`,
    ]);
  });

  test('a withdrawn article has no work left, and its entry is not read instead', () => {
    const events = [
      recorded(discovered(articleId)),
      recorded(revisionEvent('ArticleCaptured', articleId, 1)),
      recorded(withdrawn(articleId)),
      recorded(unavailable(articleId)),
    ];
    const changes = foldWork(new Map(), events, 3);
    expect(changes.add).toEqual([]);
    expect(changes.dropAll).toEqual(new Set([articleId]));
    expect(changes.states.get(articleId)).toEqual({ ...fresh, revision: 1, withdrawn: true });
  });

  test('a withdrawn article that can be captured again is extracted again', () => {
    const changes = foldWork(knownAs({ revision: 1, withdrawn: true }), [recorded(revisionEvent('ArticleRevised', articleId, 2))], 3);
    expect(idsOf(changes)).toEqual([`extract-${articleId}-r2-v3`]);
    expect(changes.states.get(articleId)).toMatchObject({ withdrawn: false });
  });

  test('the last part of an extraction ends its work; earlier parts do not', () => {
    const part = (n: number) => recorded(extractionCompleted(articleId, { revision: 1, version: 3, part: n, parts: 2 }));
    expect(foldWork(knownAs({ revision: 1 }), [part(1)], 3).done).toEqual(new Set());
    const changes = foldWork(knownAs({ revision: 1 }), [part(1), part(2)], 3);
    expect(changes.done).toEqual(new Set([`extract-${articleId}-r1-v3`]));
    expect(changes.states.get(articleId)).toMatchObject({ extractedVersion: 3 });
  });

  test('an extraction by a newer extractor ends the work that was asked of this one', () => {
    const event = recorded(extractionCompleted(articleId, { revision: 1, version: 4 }));
    expect(foldWork(knownAs({ revision: 1 }), [event], 3).done).toContain(`extract-${articleId}-r1-v3`);
  });

  test('an extraction by an older extractor leaves the work that is asked of this one', () => {
    const event = recorded(extractionCompleted(articleId, { revision: 1, version: 2 }));
    expect(foldWork(knownAs({ revision: 1 }), [event], 3).done).not.toContain(`extract-${articleId}-r1-v3`);
  });

  test('an extraction that is asked for and ended in one batch leaves no work', () => {
    const events = [
      recorded(revisionEvent('ArticleCaptured', articleId, 1)),
      recorded(extractionCompleted(articleId, { revision: 1, version: 3, part: 1, parts: 1 })),
    ];
    expect(foldWork(new Map(), events, 3).add).toEqual([]);
  });

  test('work of other articles is left alone', () => {
    const other = recorded(discovered(randomUUID()));
    expect(idsOf(foldWork(new Map(), [other, recorded(withdrawn(articleId))], 3))).toEqual([`capture-${other.id}`]);
  });
});
