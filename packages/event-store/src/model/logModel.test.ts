import { expect, inject, test } from 'vitest';
import { explore } from './explore.ts';
import { logModel } from './logModel.ts';
import { asBuilt, bugs, type Protocol, withSavepoint } from './protocol.ts';

const size = { writers: 3, readers: 2, pages: inject('form') === 'long' ? 2 : 1, limit: 2 };
/** A hundred thousand worlds and more: seconds, but of a machine that may have other work. */
const PATIENCE_MS = 600_000;

test('no schedule of three writers and two readers breaks the protocol as built', { timeout: PATIENCE_MS }, () => {
  const { worlds, broken } = explore(logModel(asBuilt, size));

  expect(broken).toBeNull();
  expect(worlds).toBeGreaterThan(90_000);
});

test('no schedule breaks it when a reader pages through all that three writers append', { timeout: PATIENCE_MS }, () => {
  expect(explore(logModel(asBuilt, { ...size, readers: 1, pages: 3, limit: 1 })).broken).toBeNull();
});

test('no schedule breaks it when writers undo what they appended and append again', { timeout: PATIENCE_MS }, () => {
  expect(explore(logModel(withSavepoint, { ...size, writers: 2, readers: 1, pages: 2 })).broken).toBeNull();
});

test('a bug is found: the floor is locked after the position is taken', () => {
  expect(shortestWayToBreak('the floor is locked after the position is taken')).toEqual([
    'writer 1 notes the last position: 0',
    'writer 1 takes position 1',
    'reader 1 reads the checkpoint: 0',
    'reader 1 reads the last position: 1',
    'reader 1 reads the lowest floor: none',
    'writer 1 locks floor 0',
    'reader 1 reads events after 0 up to 1: none',
    'writer 1 commits: 1 can be seen',
    'reader 1 locks the checkpoint',
    'reader 1 commits the effects of nothing and checkpoint 1',
    '=> event 1 is skipped for ever: the checkpoint is at 1',
  ]);
});

test('a bug is found: the floor is unlocked before the commit shows', () => {
  expect(shortestWayToBreak('the floor is unlocked before the commit shows')).toEqual([
    'writer 1 notes the last position: 0',
    'writer 1 locks floor 0',
    'writer 1 takes position 1',
    'writer 1 unlocks its floor',
    'reader 1 reads the checkpoint: 0',
    'reader 1 reads the last position: 1',
    'reader 1 reads the lowest floor: none',
    'reader 1 reads events after 0 up to 1: none',
    'writer 1 commits: 1 can be seen',
    'reader 1 locks the checkpoint',
    'reader 1 commits the effects of nothing and checkpoint 1',
    '=> event 1 is skipped for ever: the checkpoint is at 1',
  ]);
});

test('a bug is found: after a savepoint that took the floor away, the writer believes that it has one', () => {
  expect(shortestWayToBreak('after a savepoint that took the floor away, the writer believes that it has one')).toEqual([
    'writer 1 notes the last position: 0',
    'writer 1 locks floor 0',
    'writer 1 takes position 1',
    'writer 1 rolls back to its savepoint: what it appended is gone, and so is its lock',
    'writer 1 takes position 2',
    'reader 1 reads the checkpoint: 0',
    'reader 1 reads the last position: 2',
    'reader 1 reads the lowest floor: none',
    'reader 1 reads events after 0 up to 2: none',
    'writer 1 commits: 2 can be seen',
    'reader 1 locks the checkpoint',
    'reader 1 commits the effects of nothing and checkpoint 2',
    '=> event 2 is skipped for ever: the checkpoint is at 2',
  ]);
});

test('a bug is found: readers go up to the last position, whoever is at work', () => {
  expect(shortestWayToBreak('readers go up to the last position, whoever is at work')).toEqual([
    'writer 1 notes the last position: 0',
    'writer 1 locks floor 0',
    'writer 1 takes position 1',
    'reader 1 reads the checkpoint: 0',
    'reader 1 reads the last position: 1',
    'reader 1 reads events after 0 up to 1: none',
    'writer 1 commits: 1 can be seen',
    'reader 1 locks the checkpoint',
    'reader 1 commits the effects of nothing and checkpoint 1',
    '=> event 1 is skipped for ever: the checkpoint is at 1',
  ]);
});

test('a bug is found: the lowest floor is read before the last position', () => {
  expect(shortestWayToBreak('the lowest floor is read before the last position')).toEqual([
    'writer 1 notes the last position: 0',
    'reader 1 reads the checkpoint: 0',
    'reader 1 reads the lowest floor: none',
    'writer 1 locks floor 0',
    'writer 1 takes position 1',
    'reader 1 reads the last position: 1',
    'reader 1 reads events after 0 up to 1: none',
    'writer 1 commits: 1 can be seen',
    'reader 1 locks the checkpoint',
    'reader 1 commits the effects of nothing and checkpoint 1',
    '=> event 1 is skipped for ever: the checkpoint is at 1',
  ]);
});

test('a bug is found: events are read in a snapshot that is as old as the floor', () => {
  expect(shortestWayToBreak('events are read in a snapshot that is as old as the floor')).toEqual([
    'writer 1 notes the last position: 0',
    'writer 1 locks floor 0',
    'writer 1 takes position 1',
    'reader 1 reads the checkpoint: 0',
    'reader 1 takes a snapshot',
    'writer 1 commits: 1 can be seen',
    'writer 1 unlocks its floor',
    'reader 1 reads the last position: 1',
    'reader 1 reads the lowest floor: none',
    'reader 1 reads events after 0 up to 1: none',
    'reader 1 locks the checkpoint',
    'reader 1 commits the effects of nothing and checkpoint 1',
    '=> event 1 is skipped for ever: the checkpoint is at 1',
  ]);
});

test('a bug is found: the checkpoint is saved after the effects, in a transaction of its own', () => {
  expect(shortestWayToBreak('the checkpoint is saved after the effects, in a transaction of its own', { readers: 1, pages: 2 })).toEqual([
    'writer 1 notes the last position: 0',
    'writer 1 locks floor 0',
    'writer 1 takes position 1',
    'writer 1 commits: 1 can be seen',
    'writer 1 unlocks its floor',
    'reader 1 reads the checkpoint: 0',
    'reader 1 reads the last position: 1',
    'reader 1 reads the lowest floor: none',
    'reader 1 reads events after 0 up to 1: 1',
    'reader 1 locks the checkpoint',
    'reader 1 commits the effects of 1',
    'reader 1 dies before it commits the checkpoint',
    'reader 1 reads the checkpoint: 0',
    'reader 1 reads the last position: 1',
    'reader 1 reads the lowest floor: none',
    'reader 1 reads events after 0 up to 1: 1',
    'reader 1 locks the checkpoint',
    'reader 1 commits the effects of 1',
    '=> event 1 is handled twice',
  ]);
});

test('a bug is found: the checkpoint is saved before the effects, in a transaction of its own', () => {
  expect(shortestWayToBreak('the checkpoint is saved before the effects, in a transaction of its own')).toEqual([
    'writer 1 notes the last position: 0',
    'writer 1 locks floor 0',
    'writer 1 takes position 1',
    'writer 1 commits: 1 can be seen',
    'writer 1 unlocks its floor',
    'reader 1 reads the checkpoint: 0',
    'reader 1 reads the last position: 1',
    'reader 1 reads the lowest floor: none',
    'reader 1 reads events after 0 up to 1: 1',
    'reader 1 locks the checkpoint',
    'reader 1 commits checkpoint 1',
    'reader 1 dies before it commits effects',
    '=> event 1 is skipped for ever: the checkpoint is at 1',
  ]);
});

test('a bug is found: nobody looks whether another runner has moved the checkpoint', () => {
  expect(shortestWayToBreak('nobody looks whether another runner has moved the checkpoint')).toEqual([
    'writer 1 notes the last position: 0',
    'writer 1 locks floor 0',
    'writer 1 takes position 1',
    'writer 1 commits: 1 can be seen',
    'writer 1 unlocks its floor',
    'reader 1 reads the checkpoint: 0',
    'reader 1 reads the last position: 1',
    'reader 1 reads the lowest floor: none',
    'reader 1 reads events after 0 up to 1: 1',
    'reader 2 reads the checkpoint: 0',
    'reader 1 commits the effects of 1 and checkpoint 1',
    'reader 2 reads the last position: 1',
    'reader 2 reads the lowest floor: none',
    'reader 2 reads events after 0 up to 1: 1',
    'reader 2 commits the effects of 1 and checkpoint 1',
    '=> event 1 is handled twice',
  ]);
});

/** One line a step, and what is wrong at the end; empty when nothing breaks it. One writer is enough for each of the bugs. */
function shortestWayToBreak(bug: keyof typeof bugs, { readers, pages } = { readers: 2, pages: 1 }): string[] {
  const protocol: Protocol = bugs[bug];
  const { broken } = explore(logModel(protocol, { writers: 1, readers, pages, limit: 2 }));
  return broken === null ? [] : [...broken.schedule, `=> ${broken.fault}`];
}
