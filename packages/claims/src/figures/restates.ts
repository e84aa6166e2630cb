import type { Ground } from '../explain/ground.ts';
import type { Item } from '../text/items.ts';
import type { FigureDraft } from './figureDraft.ts';
import type { MeasureChoice } from './measureChoice.ts';

/** `$21 a share, or about $340 million`; `S$80 million ($61 million)`: one amount said twice. */
export function restates(items: readonly Item[], before: number, at: number): boolean {
  if (at - before > 9) return false;
  let joined = false;
  for (let i = before + 1; i < at; i++) {
    const item = items[i];
    if (item === undefined || item.kind === 'quantity') return false;
    if (item.lower === 'or' || item.text === '(') joined = true;
    else if (
      joined
        ? !/^(?:about|roughly|around|approximately|nearly|almost|some|just|over|more|than|up|to|under)$/.test(item.lower)
        : !/^(?:a|an|per|share|each|apiece|diluted|,|dollars?|in|cash)$/.test(item.lower)
    )
      return false;
  }
  return joined;
}

export function sameKind(a: string, b: string): boolean {
  const money = (unit: string): boolean => /^[A-Z]{3}(?:\/share)?$/.test(unit);
  return a === b || (money(a) && money(b));
}

/** What a share costs and what the company costs are one deal said in two measures. */
export function asBefore(choice: MeasureChoice, { figure, start, end }: FigureDraft): MeasureChoice {
  const because: Ground = { rule: 'as the figure before', start, end };
  if (figure.measure === 'price' && figure.unit.includes('/') && !choice.unit.includes('/'))
    return { ...choice, measure: 'deal_value', definition: null, noun: null, cue: 'restated', because };
  return { ...choice, measure: figure.measure, definition: figure.definition, noun: figure.noun, cue: choice.cue ?? 'restated', because };
}
