import { expect, it } from 'vitest';
import { type GeneratedEvent, generateLog, type LogShape } from './generateLog.ts';

const SIZE = 6000;

const logOf = (shape: Partial<LogShape>): GeneratedEvent[] => [...generateLog({ events: SIZE, names: 'zipf', ...shape })];

const subjectsOf = (log: readonly GeneratedEvent[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { type, data } of log)
    if (type === 'FigureReported') {
      const { subject } = JSON.parse(data).figure;
      counts.set(subject, (counts.get(subject) ?? 0) + 1);
    }
  return counts;
};

it('gives as many events as asked, each id once, in the order of their time', () => {
  const log = logOf({});

  expect(log).toHaveLength(SIZE);
  expect(new Set(log.map(({ id }) => id)).size).toBe(SIZE);
  expect(log.map(({ recordedAt }) => recordedAt.getTime())).toEqual(
    log.map(({ recordedAt }) => recordedAt.getTime()).sort((a, b) => a - b),
  );
});

it('gives the same log for the same seed, and another for another', () => {
  expect(logOf({ seed: 7 })).toEqual(logOf({ seed: 7 }));
  expect(logOf({ seed: 8 })).not.toEqual(logOf({ seed: 7 }));
});

it('makes every claim id of a copy its own, and names the same one where a list names it', () => {
  const log = logOf({ names: 'same' });
  const reported = log.flatMap(({ type, data }) => (type.endsWith('Reported') ? [JSON.parse(data).claimId] : []));
  const listed = log.flatMap(({ type, data }) => (type === 'ExtractionCompleted' ? JSON.parse(data).claimIds : []));

  expect(new Set(reported).size).toBe(reported.length);
  expect(listed.length).toBeGreaterThan(SIZE / 2);
  expect(new Set(reported).isSupersetOf(new Set(listed))).toBe(true);
});

it('tells of new names in every copy, of the same in all, or of some far more often than of others', () => {
  const [fresh, same, zipf] = [
    subjectsOf(logOf({ names: 'new' })),
    subjectsOf(logOf({ names: 'same' })),
    subjectsOf(logOf({ names: 'zipf' })),
  ];

  expect(fresh.size).toBeGreaterThan(4 * same.size);
  expect(zipf.size).toBeGreaterThan(same.size);
  expect(zipf.size).toBeLessThan(fresh.size);
});
