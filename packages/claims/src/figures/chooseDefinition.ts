import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { yearly } from './chooseMoneyMeasure.ts';
import type { MeasureChoice } from './measureChoice.ts';

/** From the last "or", "and" or clause end to the next amount: words that qualify this amount and no other. */
function ownWords(items: readonly Item[], at: number): readonly [from: number, to: number] {
  let from = at;
  while (from > 0 && at - from < 14 && !/^(?:or|and|;|:)$/.test(items[from - 1]?.lower ?? '')) from--;
  let to = at + 1;
  while (to < items.length && to - at < 7 && items[to]?.kind !== 'quantity' && !/^[;:]$/.test(items[to]?.text ?? '')) to++;
  return [from, to];
}

/** `completes the purchase at $24.6 billion`: the price paid at last. `completed its $5bn purchase` says only which purchase. */
const COMPLETED_AT =
  /\b(?:complet(?:es?|ed|ing)|clos(?:es?|ed|ing)|conclud(?:es?|ed|ing)|finali[sz](?:es?|ed|ing))\b[^;]* at(?: a (?:final )?price of)?(?: about| roughly| some)?$/;

/** Which of several definitions under one measure the words around a quantity mean. */
export function definitionOf(choice: MeasureChoice, items: readonly Item[], at: number, sentence: ReadSentence): string | null {
  const near = ` ${wordsOf(items, at - 8, at + 9)} `;
  if (choice.measure === 'deal_value') {
    const [from, to] = ownWords(items, at);
    const close = ` ${wordsOf(items, from, to)} `;
    if (
      / (?:including (?:its |the |assumed |net |all )?debt|enterprise value|with debt|debt included|including the assumption of debt|inclusive of debt|(?:counting|with|plus) (?:the |its |all )?debts?) /.test(
        close,
      )
    )
      return 'with_debt';
    if (/ (?:equity value|in equity|of equity|excluding debt|equity) /.test(close)) return 'equity';
    if (/\b(?:adjust\p{L}+|final price)/u.test(sentence.lower) && /\b(?:complet|clos|final)/.test(sentence.lower)) return 'final_price';
    return COMPLETED_AT.test(wordsOf(items, at - 14, at)) ? 'final_price' : null;
  }
  if (choice.measure === 'spending_commitment') {
    const item = items[at];
    if (item?.kind === 'quantity' && yearly(items, at, item.quantity)) return 'annual_rate';
    return / (?:total|totals|totalling|totaling|commitments|altogether|in all|combined|sum|adds? up|added up|obligations) /.test(near)
      ? 'cumulative'
      : choice.definition;
  }
  if (choice.measure === 'investment') {
    if (
      / (?:another|further|additional|new|more|extra|second) /.test(` ${wordsOf(items, at - 4, at)} `) ||
      / more (?:in|into|to) /.test(` ${wordsOf(items, at + 1, at + 4)} `)
    )
      return 'additional';
    return 'cumulative';
  }
  if (choice.measure === 'revenue' && choice.definition === null && / (?:annuali[sz]ed|run rate|run-rate) /.test(near))
    return 'annual_rate';
  return choice.definition;
}
