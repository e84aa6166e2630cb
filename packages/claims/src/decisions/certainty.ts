import type { FigurePlace } from '../candidates/reading.ts';
import type { Option } from '../scores/choose.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import type { MeasureOrNone } from './measure.ts';

/** How sure each choice of a figure was. */
export interface Sureness {
  readonly figure: number;
  readonly measure: number;
  readonly subject: number;
  /** The probability of the second-best subject. */
  readonly rival: number;
  readonly direction: number;
  /** Of what is counted; 1 where nothing is. */
  readonly unit: number;
  /** `name`, `reference` or `phrase`, and where it stands. */
  readonly subjectForm: string;
}

/** Steps of the scales on which a probability is read: at least this much. */
const STEPS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];

/** Whether value, unit, subject and measure are all read right, asked of how sure each was. */
export function certaintyOptions(place: FigurePlace, measure: MeasureOrNone, sure: Sureness): Option<boolean>[] {
  const features = new FeatureBag();
  features.add('any');
  scale(features, 'all', sure.figure * sure.measure * sure.subject * sure.unit);
  scale(features, 'figure', sure.figure);
  scale(features, 'measure', sure.measure);
  scale(features, 'subject', sure.subject);
  scale(features, 'rival', sure.rival);
  scale(features, 'direction', sure.direction);
  scale(features, 'unit', sure.unit);
  features.add('measure is', measure);
  features.add('kind', `${place.quantity.kind} ${place.quantity.hedge}`);
  features.add('subject form', sure.subjectForm);
  features.add('headline', place.sentence.headline);
  return [
    { value: true, key: 'right', features },
    { value: false, key: 'wrong', features: new FeatureBag() },
  ];
}

function scale(features: FeatureBag, name: string, probability: number): void {
  for (const step of STEPS) if (probability >= step) features.add(`${name} at least ${step}`);
}
