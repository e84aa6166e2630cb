import { hasTrait, isSourceName } from '../entities/organisations.ts';
import { isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';

/** Verbs by which somebody only says what an amount is. */
export const SPEECH =
  /^(?:anticipate[ds]?|announce[ds]?|confirm(?:s|ed)|disclosed|revealed|warned|indicated|said|says|say|estimates?|estimated|expects?|expected|forecasts?|forecast|projects?|projected|predicts?|predicted|told|wrote|reported|reports|projecting|forecasting|predicting|estimating|reckons?|believes?|added|notes?|noted|argues?|sees?|thinks?|puts?|calculates?|calculated)$/;

/** A person, publisher or analyst whom a verb of saying follows reports the figure and is not its subject. */
export function isSpeaker(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item?.kind !== 'mention') return false;
  // `According to LSEG, earnings were …`
  if (items[index - 1]?.lower === 'to' && items[index - 2]?.lower === 'according') return true;
  // `analysts surveyed by LSEG`
  if (items[index - 1]?.lower === 'by' && /^(?:surveyed|polled|compiled)$/.test(items[index - 2]?.lower ?? '')) return true;
  const source = item.mention.kind === 'person' || isSourceName(item.mention.entity) || hasTrait(item.mention.entity, 'analyst');
  if (!source) return false;
  // `…, notes TechCrunch, …`
  if (SPEECH.test(items[index - 1]?.lower ?? '')) return true;
  for (let i = index + 1; i < Math.min(index + 12, items.length); i++) {
    const next = items[i];
    if (next === undefined) return false;
    if (next.kind === 'word' && SPEECH.test(next.lower)) return true;
    if (isVerbItem(next) && !/^(?:has|have|had)$/.test(next.lower) && items[index + 1]?.text !== ',') return false;
  }
  return false;
}

/** `its e-commerce arm, which includes Taobao and Tmall, saw …`: one of a list of examples. */
export function isExample(items: readonly Item[], index: number): boolean {
  for (let i = index - 1; i >= Math.max(0, index - 9); i--) {
    const item = items[i];
    if (item === undefined) return false;
    if (/^includ(?:e|es|ed|ing)$/.test(item.lower) || (item.lower === 'as' && items[i - 1]?.lower === 'such')) return true;
    if (
      item.kind !== 'mention' &&
      !/^(?:,|and|or|the|brands|platforms|companies|firms|units|clients|customers|investors|backers)$/.test(item.lower)
    )
      return false;
  }
  return false;
}

/** `surveyed by FactSet, who had expected …`: what is expected is of somebody else. */
export function isExpecting(items: readonly Item[], from: number): boolean {
  return items.slice(from, from + 4).some(({ lower }) => SPEECH.test(lower));
}
