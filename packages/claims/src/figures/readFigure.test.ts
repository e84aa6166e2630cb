import { expect, test } from 'vitest';
import { readCandidates } from '../candidates/reading.ts';
import weights from '../decisions/figureWeights.json' with { type: 'json' };
import { measureOptions } from '../decisions/measure.ts';
import { unpackModels } from '../decisions/models.ts';
import { roleCandidates, subjectOptions } from '../decisions/roles.ts';
import { choose } from '../scores/choose.ts';
import { readDocument } from '../text/readDocument.ts';
import { chooseMain } from './readFigure.ts';

const fitted = unpackModels(weights);
/** Less sure of what is measured than the fitted ones, so that it often shows in whom it is of. */
const models = { ...fitted, measure: { ...fitted.measure, scale: fitted.measure.scale / 8 } };
const TEXT = [
  'Halden put $40 million into its works at Corve last year, and Osprey twice as much.',
  'The yard cost the town £3m, a fifth of what Brightmoor had paid. Rents in Corve rose 4%, against 2% for wages.',
  'Osprey, which Halden values at $900 million, took orders for $120 million; analysts had hoped for $150 million.',
].join('\n\n');

test('of all measures and all whom they may be of, chooses the pair that is likeliest', () => {
  const reading = readCandidates(readDocument({ title: '', text: TEXT, publishedAt: '2025-11-03T12:00:00Z', publisher: null }));
  let second = 0;
  for (const place of reading.places) {
    const chosen = chooseMain(reading, place, models);
    if (chosen === null) continue;
    const measures = choose(measureOptions(place), models.measure).filter(({ value }) => value !== 'none');
    const pairs = measures.flatMap((measure) =>
      choose(subjectOptions(roleCandidates(reading, place), measure.value), models.subject).map((subject) => ({
        measure: measure.value,
        subject: subject.key,
        chance: measure.probability * subject.probability,
      })),
    );
    const best = pairs.reduce((a, b) => (b.chance > a.chance ? b : a));
    expect({ measure: chosen.measure[0]?.value, subject: chosen.subject[0]?.key }).toEqual({
      measure: best.measure,
      subject: best.subject,
    });
    expect(new Set(chosen.measure)).toEqual(new Set(measures));
    if (best.measure !== measures[0]?.value) second++;
  }
  // Else this would hold if each were chosen by itself.
  expect(second).toBeGreaterThan(0);
});
