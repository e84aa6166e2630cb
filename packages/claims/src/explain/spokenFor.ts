import type { ChoiceModel } from '../scores/choiceModel.ts';
import { type Answer, idsOf, type Option, scoreOf } from '../scores/choose.ts';

/** How many features, and how many of the candidates that lost, are told. */
const LOUDEST = 3;
const LOSERS = 3;

/**
 * Why an answer won, in words: `Acme .71, likelier than Borealis .2: subject of verb: rise; nearest name`. Where it won though
 * another is likelier by itself (a measure together with whose it is; a side, since an empty one tells nothing): `price .41, though cost .44 is
 * likelier, likelier than fine .05: …`. The features are those that speak loudest for the winner, each by its weight.
 */
export function spokenFor<Value>(
  answers: readonly Answer<Value>[],
  options: readonly Option<Value>[],
  model: ChoiceModel,
  nameOf: (value: Value) => string,
  winner: Answer<Value> | undefined = answers[0],
): string {
  if (winner === undefined) return '';
  const best = bestOption(options, winner, model);
  const others = answers.filter(({ key }) => key !== winner.key).slice(0, LOSERS);
  const told = ({ value, probability }: Answer<Value>): string => `${nameOf(value)} ${inHundredths(probability)}`;
  const likelier = others.filter(({ probability }) => probability > winner.probability).map(told);
  const losers = others.filter(({ probability }) => probability <= winner.probability).map(told);
  const words = best === undefined ? [] : loudest(namesOf(best), idsOf(best), model);
  return [
    told(winner),
    likelier.length === 0 ? '' : `, though ${likelier.join(', ')} ${likelier.length === 1 ? 'is' : 'are'} likelier`,
    losers.length === 0 ? '' : `, likelier than ${losers.join(', ')}`,
    words.length === 0 ? '' : `: ${words.join('; ')}`,
  ].join('');
}

/** The features of an option in words, in the order of its ids. */
function namesOf<Value>({ features, pair, standing, within, shared }: Option<Value>): string[] {
  const plain = [...(features.names ?? []), ...(pair?.names ?? []), ...(standing ?? []).flatMap(({ names }) => names ?? [])];
  return within === undefined ? plain : [...plain, ...plain, ...(shared?.names ?? [])];
}

/** The features that add most, `ids` being theirs one by one; what a feature adds together with a circumstance is its own. */
function loudest(names: readonly string[], ids: readonly number[], { weightOf }: ChoiceModel): string[] {
  const weights = new Map<string, number>();
  for (const [i, name] of names.entries()) weights.set(name, (weights.get(name) ?? 0) + weightOf(ids[i] ?? 0));
  return [...weights]
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, LOUDEST)
    .map(([name]) => name);
}

function bestOption<Value>(options: readonly Option<Value>[], winner: Answer<Value>, model: ChoiceModel): Option<Value> | undefined {
  let best: Option<Value> | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const option of options) {
    if (option.key !== winner.key) continue;
    const sum = scoreOf(option, model);
    if (sum > most) [best, most] = [option, sum];
  }
  return best;
}

function inHundredths(probability: number): string {
  return probability.toFixed(2).replace(/^0/, '');
}
