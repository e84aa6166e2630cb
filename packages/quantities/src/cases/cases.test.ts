import { describe, expect, test } from 'vitest';
import { scan, scanTypedSpans } from '../index.ts';
import { amounts } from './amounts.ts';
import { describeQuantity, describeTypedSpan } from './cases.ts';
import { measures } from './measures.ts';
import { notFigures } from './notFigures.ts';
import { parts } from './parts.ts';
import { scaledForms } from './scaledForms.ts';
import { science } from './science.ts';
import { spellings } from './spellings.ts';
import { wording } from './wording.ts';
import { world } from './world.ts';

describe.each(Object.entries({ ...amounts, ...measures, ...wording, ...science, ...spellings, ...scaledForms, ...parts, ...world }))(
  '%s',
  (_feature, cases) => {
    test.each(cases)('"%s" is read as %s', (text, reading) => {
      expect(scan(text).map(describeQuantity).join('; ')).toBe(reading);
    });
  },
);

describe.each(Object.entries(notFigures))('%s', (_feature, cases) => {
  test.each(cases)('"%s" has no quantity', (text, spans) => {
    expect(scan(text).map(describeQuantity)).toEqual([]);
    expect(scanTypedSpans(text).map(describeTypedSpan).join('; ')).toBe(spans);
  });
});
