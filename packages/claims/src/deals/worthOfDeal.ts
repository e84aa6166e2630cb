import type { DealType } from '@newsledger/events';
import type { Quantity } from '@newsledger/quantities';
import type { SentenceOfText } from '../features/tellingFeatures.ts';
import { noValueFeatures, valueFeatures, type Worth } from '../features/valueFeatures.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { chances, type DealModels, type Question } from './dealModels.ts';

/** All amounts of money in the sentences that tell a deal. */
export function amountsIn(tellings: readonly SentenceOfText[]): Worth[] {
  return tellings.flatMap((place) =>
    place.sentence.items.flatMap((item, at) =>
      item.kind === 'quantity' && item.quantity.kind === 'money' ? [{ place, at, quantity: item.quantity }] : [],
    ),
  );
}

/** What it is worth: nothing told, then the amounts. */
export function whichWorth(amounts: readonly Worth[], type: DealType): Question {
  const none = new FeatureBag();
  noValueFeatures(type, amounts, none);
  const bags = amounts.map((amount) => {
    const bag = new FeatureBag();
    valueFeatures(amount, type, amounts, bag);
    return bag;
  });
  const answers = [none, ...bags].map(({ ids }) => [...ids]);
  return { sums: ({ sum }) => answers.map(sum), answers: () => answers };
}

/** The likeliest amount, all places that tell the same counted together; null when the deal is likelier without. */
export function worthOf(
  amounts: readonly Worth[],
  type: DealType,
  models: DealModels,
): { readonly worth: Worth | null; readonly chance: number } {
  if (amounts.length === 0) return { worth: null, chance: 1 };
  const [none = 1, ...each] = chances(models.value, whichWorth(amounts, type));
  let best: Worth | null = null;
  let chance = none;
  for (const amount of bodyFirst(amounts)) {
    const total = amounts.reduce((sum, other, index) => sum + (isSameAmount(other.quantity, amount.quantity) ? (each[index] ?? 0) : 0), 0);
    // A hair more: the same sum in another order is not likelier.
    if (total > chance + 1e-9) [best, chance] = [amount, total];
  }
  return { worth: best, chance };
}

/** Of places that tell the same amount, those of the body have the words around. */
function bodyFirst(amounts: readonly Worth[]): Worth[] {
  return amounts.toSorted((a, b) => Number(a.place.sentence.headline) - Number(b.place.sentence.headline));
}

function isSameAmount(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit && a.value === b.value && a.low === b.low && a.high === b.high && a.per === b.per;
}
