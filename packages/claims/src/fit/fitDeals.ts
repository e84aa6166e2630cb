import { type DealModels, knowingNothing } from '../deals/dealModels.ts';
import { dealsOfTellings } from '../deals/findDeals.ts';
import { findTellings } from '../deals/findTellings.ts';
import type { ChoiceModel } from '../scores/choiceModel.ts';
import { mix } from '../scores/hash.ts';
import { type Decision, layOut } from './choices.ts';
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
import { fitChoices } from './fitChoices.ts';
import { grammarLessons, LESSON_FOLD } from './grammarLessons.ts';
import { type LabelledDealReading, labelledDeals } from './labelledDeals.ts';

/** Weights of every model for deals, by feature hash. */
export type DealWeights = Readonly<Record<keyof DealModels, ReadonlyMap<number, number>>>;

/** How strongly weights are held to zero, chosen by cross-validation. */
const PENALTY = { telling: 2, party: 12, join: 2, cast: 2, together: 6, value: 3, status: 3, certainty: 12 } as const;

/** Fits all models for deals. The same texts in the same order give the same weights. */
export function fitDeals(labelled: readonly LabelledDealReading[]): DealWeights {
  const texts = withGrammar(labelled);
  return fitJudges(texts, (held) => fitFirst(texts.filter((text) => text.text.fold !== held)), fitFirst(texts));
}

/** Weights for each fold, fitted to all others; what two of them share is fitted once. */
export function fitDealsByFold(labelled: readonly LabelledDealReading[], onFold: (fold: number, weights: DealWeights) => void): void {
  const texts = withGrammar(labelled);
  const without = new Map<string, FirstWeights>();
  const firstWithout = (...folds: number[]): FirstWeights => {
    const key = folds.toSorted((a, b) => a - b).join();
    const known = without.get(key) ?? fitFirst(texts.filter(({ text }) => !folds.includes(text.fold)));
    without.set(key, known);
    return known;
  };
  for (const fold of foldsOf(texts)) {
    const others = texts.filter(({ text }) => text.fold !== fold);
    onFold(
      fold,
      fitJudges(others, (held) => firstWithout(fold, held), firstWithout(fold)),
    );
  }
}

function withGrammar(texts: readonly LabelledDealReading[]): LabelledDealReading[] {
  return [...texts, ...grammarLessons().map(labelledDeals)];
}

/** Adds the models that judge what the others found: they learn from texts that those were not fitted to. */
function fitJudges(texts: readonly LabelledDealReading[], firstWithout: (fold: number) => FirstWeights, first: FirstWeights): DealWeights {
  const held = foldsOf(texts).flatMap((fold) => {
    const models = firstModels(firstWithout(fold));
    return texts.filter(({ text }) => text.fold === fold).map((text) => ({ text, models, tellings: findTellings(text.reading, models) }));
  });
  const join = fitHeld(held, joinDecisions, PENALTY.join);
  const joined = held.map(({ text, models: found, tellings }) => {
    const models = { ...found, join: modelOf(join.without(text.text.fold)) };
    return { text, models, candidates: dealsOfTellings(tellings, models) };
  });
  const cast = fitHeld(joined, castDecisions, PENALTY.cast);
  const castParts = joined.map((part) => ({ ...part, models: { ...part.models, cast: modelOf(cast.without(part.text.text.fold)) } }));
  const together = fitHeld(castParts, setDecisions, PENALTY.together);
  const judged = castParts.map((part) => ({
    ...part,
    models: { ...part.models, together: modelOf(together.without(part.text.text.fold)) },
  }));
  return {
    ...first,
    join: join.all,
    cast: cast.all,
    together: together.all,
    certainty: fit(judged.flatMap(certaintyDecisions), PENALTY.certainty),
  };
}

/** Weights that all parts teach, and for each fold those that the others do. */
function fitHeld<Part extends { readonly text: LabelledDealReading }>(
  parts: readonly Part[],
  decisionsOf: (part: Part) => Decision[],
  penalty: number,
): { readonly all: ReadonlyMap<number, number>; readonly without: (fold: number) => ReadonlyMap<number, number> } {
  const decisions = parts.map((part) => ({ fold: part.text.text.fold, of: decisionsOf(part) }));
  const known = new Map<number, ReadonlyMap<number, number>>();
  const fitBut = (fold: number): ReadonlyMap<number, number> => {
    const others = decisions.filter((part) => part.fold !== fold);
    return fit(
      others.flatMap(({ of }) => of),
      penalty,
    );
  };
  return {
    all: fit(
      decisions.flatMap(({ of }) => of),
      penalty,
    ),
    without: (fold) => {
      const weights = known.get(fold) ?? fitBut(fold);
      known.set(fold, weights);
      return weights;
    },
  };
}

function foldsOf(texts: readonly LabelledDealReading[]): number[] {
  return [...new Set(texts.map(({ text }) => text.fold))].filter((fold) => fold !== LESSON_FOLD).sort((a, b) => a - b);
}

type FirstWeights = Readonly<Record<'telling' | 'party' | 'value' | 'status', ReadonlyMap<number, number>>>;

/** How much a made-up lesson counts beside a labelled text; for roles more, since those it teaches best. Chosen by cross-validation. */
const LESSON_COUNTS = { telling: 0.3, party: 0.7, value: 0.3, status: 0 } as const;

function fitFirst(texts: readonly LabelledDealReading[]): FirstWeights {
  const fitTo = (what: keyof Lessons, atLeast: number): ReadonlyMap<number, number> =>
    fit(
      texts.flatMap((text) => {
        const counts = text.text.fold === LESSON_FOLD ? LESSON_COUNTS[what] : countsOf(text);
        return counts === 0 ? [] : counting(lessonsOf(text)[what], counts);
      }),
      PENALTY[what],
      atLeast,
    );
  return { telling: fitTo('telling', 2), party: fitTo('party', 3), value: fitTo('value', 2), status: fitTo('status', 4) };
}

interface Lessons {
  readonly telling: readonly Decision[];
  readonly party: readonly Decision[];
  readonly value: readonly Decision[];
  readonly status: readonly Decision[];
}

/** What each text teaches, worked out once however many folds it is in. */
const lessons = new WeakMap<LabelledDealReading, Lessons>();

function lessonsOf(text: LabelledDealReading): Lessons {
  const known = lessons.get(text) ?? {
    telling: tellingDecisions(text),
    party: partyDecisions(text),
    value: valueDecisions(text),
    status: statusDecisions(text),
  };
  lessons.set(text, known);
  return known;
}

function firstModels({ telling, party, value, status }: FirstWeights): DealModels {
  return { ...knowingNothing, telling: modelOf(telling), party: modelOf(party), value: modelOf(value), status: modelOf(status) };
}

export function dealModelsOf(weights: DealWeights): DealModels {
  return {
    ...firstModels(weights),
    join: modelOf(weights.join),
    cast: modelOf(weights.cast),
    together: modelOf(weights.together),
    certainty: modelOf(weights.certainty),
  };
}

function modelOf(weights: ReadonlyMap<number, number>): ChoiceModel {
  const weightOf = (id: number): number => weights.get(id) ?? 0;
  return {
    scale: 1,
    weightOf,
    sum: (ids) => Array.from(ids).reduce((sum, id) => sum + weightOf(id), 0),
    sumWithin: (ids, circumstance) => Array.from(ids).reduce((sum, id) => sum + weightOf(mix(id, circumstance)), 0),
  };
}

function fit(decisions: readonly Decision[], penalty: number, atLeast = 2): ReadonlyMap<number, number> {
  return fitChoices(layOut(decisions, atLeast), penalty, 40);
}
