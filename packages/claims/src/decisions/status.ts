import { type FigureStatus, figureStatuses } from '@newsledger/events';
import type { FigurePlace, Reading } from '../candidates/reading.ts';
import { statusFeatures } from '../features/statusFeatures.ts';
import type { Option } from '../scores/choose.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import type { MeasureOrNone } from './measure.ts';

/** Whether a figure is told as a fact, a plan, an expectation, hearsay or the past. */
export function statusOptions({ document }: Reading, place: FigurePlace, measure: MeasureOrNone, explains = false): Option<FigureStatus>[] {
  const shared = new FeatureBag(explains);
  const features = new FeatureBag(explains);
  statusFeatures(document, place, shared);
  shared.add('measure', measure);
  return figureStatuses.map((status) => ({ value: status, key: status, features, within: status, shared }));
}
