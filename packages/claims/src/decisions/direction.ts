import type { FigurePlace } from '../candidates/reading.ts';
import { directionFeatures } from '../features/directionFeatures.ts';
import type { Option } from '../scores/choose.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import type { MeasureOrNone } from './measure.ts';

export type Direction = 'up' | 'down';

/** Measures whose amounts are negative for a fall; all others are written as they stand. */
export function hasDirection(measure: MeasureOrNone): boolean {
  return /^(?:share_price_change|market_cap_change|growth|other_money)$/.test(measure);
}

/** Whether a change is a rise or a fall: `fell 4 %` is −4. */
export function directionOptions(place: FigurePlace, measure: MeasureOrNone, explains = false): Option<Direction>[] {
  const shared = new FeatureBag(explains);
  const features = new FeatureBag(explains);
  directionFeatures(place, shared);
  shared.add('measure', measure);
  return [
    { value: 'up', key: 'up', features, within: 'up', shared },
    { value: 'down', key: 'down', features, within: 'down', shared },
  ];
}
