import { type DealModels, knowingNothing } from '../deals/dealModels.ts';
import type { PackedDealWeights } from '../deals/dealWeights.ts';
import { dealsOfTellings } from '../deals/findDeals.ts';
import { findTellings } from '../deals/findTellings.ts';
import { type ChoiceModel, type PackedWeights, unpackModel } from '../scores/choiceModel.ts';
import { type Choices, type Decision, layOut } from './choices.ts';
import {
  castDecisions,
  certaintyDecisions,
  counting,
  countsOf,
  joinDecisions,
  partyDecisions,
  setDecisions,
  statusDecisions,
  tellingDecisions,
  valueDecisions,
} from './dealDecisions.ts';
import { fitPacked } from './fitPacked.ts';
import { grammarLessons, LESSON_FOLD } from './grammarLessons.ts';
import { type LabelledDealReading, labelledDeals } from './labelledDeals.ts';

/** How strongly weights are held to zero, chosen by cross-validation. */
const PENALTY = { telling: 4, party: 20, join: 2, cast: 2, together: 6, value: 6, status: 6, certainty: 12 } as const;

/** Features of fewer decisions are left out. */
const AT_LEAST = { telling: 2, party: 3, value: 2, status: 4 } as const;

/** How much a made-up lesson counts beside a labelled text; for roles more, since those it teaches best. Chosen by cross-validation. */
const LESSON_COUNTS = { telling: 0.3, party: 0.7, value: 0.3, status: 0 } as const;

/** Models that build on no other's answer. */
type First = keyof typeof AT_LEAST;

type FirstWeights = Readonly<Record<First, PackedWeights>>;

const decisionsOf = { telling: tellingDecisions, party: partyDecisions, value: valueDecisions, status: statusDecisions } as const;

/** Fits the models for deals. Those that judge what others found learn from texts that the others were not fitted to; what two fits share is fitted once. */
export class DealFitter {
  private readonly texts: readonly LabelledDealReading[];
  private readonly folds: readonly number[];
  private readonly choices: Readonly<Record<First, Choices>>;
  private readonly fitted = new Map<string, FirstWeights>();

  constructor(labelled: readonly LabelledDealReading[]) {
    this.texts = labelled;
    this.folds = [...new Set(labelled.map(({ text }) => text.fold))].sort((a, b) => a - b);
    const all = [...labelled, ...grammarLessons().map(labelledDeals)];
    const laidOut = (what: First): Choices => layOut(decisionsIn(all, what), AT_LEAST[what]);
    this.choices = { telling: laidOut('telling'), party: laidOut('party'), value: laidOut('value'), status: laidOut('status') };
  }

  /** The models of all texts but those of the folds in `leftOut`. */
  fit(leftOut: readonly number[]): PackedDealWeights {
    const others = this.folds.filter((fold) => !leftOut.includes(fold));
    const held = others.flatMap((fold) => {
      const models = firstModels(this.first([...leftOut, fold]));
      return this.texts
        .filter(({ text }) => text.fold === fold)
        .map((text) => ({ text, models, tellings: findTellings(text.reading, models) }));
    });
    const join = fitHeld(held, joinDecisions, PENALTY.join);
    const joined = held.map(({ text, models: found, tellings }) => {
      const models = { ...found, join: join.without(text.text.fold) };
      return { text, models, candidates: dealsOfTellings(tellings, models) };
    });
    const cast = fitHeld(joined, castDecisions, PENALTY.cast);
    const castParts = joined.map((part) => ({ ...part, models: { ...part.models, cast: cast.without(part.text.text.fold) } }));
    const together = fitHeld(castParts, setDecisions, PENALTY.together);
    const judged = castParts.map((part) => ({
      ...part,
      models: { ...part.models, together: together.without(part.text.text.fold) },
    }));
    const certainty = fitPacked(layOut(judged.flatMap(certaintyDecisions)), { penalty: PENALTY.certainty });
    return { ...this.first(leftOut), join: join.all, cast: cast.all, together: together.all, certainty };
  }

  private first(leftOut: readonly number[]): FirstWeights {
    const key = leftOut.toSorted((a, b) => a - b).join();
    const fitTo = (what: First): PackedWeights => fitPacked(this.choices[what], { penalty: PENALTY[what], leftOut });
    const weights = this.fitted.get(key) ?? {
      telling: fitTo('telling'),
      party: fitTo('party'),
      value: fitTo('value'),
      status: fitTo('status'),
    };
    this.fitted.set(key, weights);
    return weights;
  }
}

function* decisionsIn(texts: readonly LabelledDealReading[], what: First): Generator<Decision> {
  for (const text of texts) {
    const { fold } = text.text;
    const counts = fold === LESSON_FOLD ? LESSON_COUNTS[what] : countsOf(text);
    if (counts > 0) for (const one of counting(decisionsOf[what](text), counts)) yield { ...one, fold };
  }
}

function firstModels({ telling, party, value, status }: FirstWeights): DealModels {
  return {
    ...knowingNothing,
    telling: unpackModel(telling),
    party: unpackModel(party),
    value: unpackModel(value),
    status: unpackModel(status),
  };
}

/** Weights that all parts teach, and for each fold the model of what the others do. */
function fitHeld<Part extends { readonly text: LabelledDealReading }>(
  parts: readonly Part[],
  ask: (part: Part) => Decision[],
  penalty: number,
): { readonly all: PackedWeights; readonly without: (fold: number) => ChoiceModel } {
  const choices = layOut(parts.flatMap((part) => ask(part).map((one) => ({ ...one, fold: part.text.text.fold }))));
  const known = new Map<number, ChoiceModel>();
  return {
    all: fitPacked(choices, { penalty }),
    without: (fold) => {
      const model = known.get(fold) ?? unpackModel(fitPacked(choices, { penalty, leftOut: [fold] }));
      known.set(fold, model);
      return model;
    },
  };
}
