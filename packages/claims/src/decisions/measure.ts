import { type Measure, measureClassOf, measureNames } from '@newsledger/events';
import type { QuantityKind } from '@newsledger/quantities';
import type { FigurePlace } from '../candidates/reading.ts';
import { agreementFeatures, cuesNear } from '../features/cueFeatures.ts';
import { measureFeatures } from '../features/measureFeatures.ts';
import type { Option } from '../scores/choose.ts';
import { FeatureBag } from '../scores/featureBag.ts';

/** What a quantity measures; `none` when it is no figure at all: a date, a rank, an idiom, a score. */
export type MeasureOrNone = Measure | 'none';

/** The measures that a quantity can be of by its kind: money is never a count of users. Words decide among them. */
const measuresOf: Readonly<Record<QuantityKind, readonly MeasureOrNone[]>> = {
  money: ofClasses('money'),
  percent: ofClasses('percent'),
  duration: ofClasses('duration'),
  physical: ofClasses('physical', 'count'),
  count: ofClasses('count', 'physical', 'percent'),
  number: ofClasses('count', 'physical', 'percent'),
};

function ofClasses(...classes: readonly string[]): readonly MeasureOrNone[] {
  return ['none', ...measureNames.filter((measure) => classes.includes(measureClassOf(measure)))];
}

/** Whether a quantity is a figure, and what it measures. */
export function measureOptions(place: FigurePlace, explains = false): Option<MeasureOrNone>[] {
  const cues = cuesNear(place);
  const shared = new FeatureBag(explains);
  measureFeatures(place, cues, shared);
  return measuresOf[place.quantity.kind].map((measure) => {
    const features = new FeatureBag(explains);
    agreementFeatures(cues, measure, features);
    return { value: measure, key: measure, features, within: measure, shared };
  });
}
