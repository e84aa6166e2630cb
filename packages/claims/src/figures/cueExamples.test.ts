import { describe, expect, test } from 'vitest';
import { extractClaims } from '../extractClaims.ts';
import { statusRules } from './chooseStatus.ts';
import { moneyCues } from './moneyCues.ts';
import { durationCues, percentCues } from './otherCues.ts';

const firstFigure = (text: string) =>
  extractClaims({ title: 'Anthropic', text: `Anthropic\n\n${text}`, publishedAt: '2025-11-03T12:00:00Z', publisher: null }).figures[0]
    ?.figure;

describe('measure cues', () => {
  test.each([...moneyCues, ...percentCues, ...durationCues].map((cue) => [cue.measure, cue.example, cue] as const))(
    '%s is read from "%s"',
    (_measure, example, cue) => {
      expect(firstFigure(example)?.measure).toBe(cue.measure);
    },
  );
});

describe('status rules', () => {
  test.each(statusRules.map((rule) => [rule.status, rule.example] as const))('%s is read from "%s"', (status, example) => {
    expect(firstFigure(example)?.status).toBe(status);
  });
});
