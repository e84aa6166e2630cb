import { expect, it } from 'vitest';
import { amounts } from './amounts.ts';
import { definitions } from './definitions.ts';
import { joining } from './joining.ts';
import { comeTo, inFull } from './story.ts';
import { times } from './times.ts';
import { witnesses } from './witnesses.ts';

const stories = [...amounts, ...witnesses, ...times, ...definitions, ...joining];

it.each(stories)('reads like an analyst: $name', (story) => {
  expect(comeTo(story)).toEqual(story.comesTo.map(inFull));
});

it('finds a dispute where an analyst does, and no other', () => {
  const judged = stories.flatMap((story) => {
    const found = comeTo(story);
    return story.comesTo.map((expected, index) => ({ expected: isDispute(expected), found: isDispute(found[index] ?? '') }));
  });
  const disputes = judged.filter(({ expected }) => expected);
  const others = judged.filter(({ expected }) => !expected);
  const falseRate = others.filter(({ found }) => found).length / others.length;
  const missedRate = disputes.filter(({ found }) => !found).length / disputes.length;
  process.stdout.write(
    `${judged.length} figures, ${disputes.length} disputed: ${percent(falseRate)} false disputes, ${percent(missedRate)} missed\n`,
  );
  expect(judged.length).toBeGreaterThanOrEqual(180);
  expect(falseRate).toBeLessThanOrEqual(0.03);
  expect(missedRate).toBeLessThanOrEqual(0.05);
});

function isDispute(expectation: string): boolean {
  return expectation.split('; ')[0]?.endsWith(' disputed') ?? false;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
