import type { FigurePlace } from '../candidates/reading.ts';
import { certaintyOptions } from '../decisions/certainty.ts';
import { unitOptions } from '../decisions/countedUnit.ts';
import { directionOptions, hasDirection } from '../decisions/direction.ts';
import { type MeasureOrNone, measureOptions } from '../decisions/measure.ts';
import { type DecisionName, type Models, type PackedModels, unpackModels } from '../decisions/models.ts';
import { periodOptions } from '../decisions/period.ts';
import { counterpartyOptions, speakerOptions, subjectOptions } from '../decisions/roles.ts';
import { statusOptions } from '../decisions/status.ts';
import { chooseMain, surenessOf } from '../figures/readFigure.ts';
import { statedAmount } from '../figures/statedAmount.ts';
import { type ChoiceModel, type PackedWeights, packModel, unpackModel } from '../scores/choiceModel.ts';
import { choose, idsOf, type Option } from '../scores/choose.ts';
import { type Choices, type Decision, layOut } from './choices.ts';
import { figureLessons } from './figureLessons.ts';
import { fitPacked } from './fitPacked.ts';
import { LESSON_FOLD } from './grammarLessons.ts';
import { type LabelledPlace, type LabelledReading, readLabelled } from './labelledReading.ts';
import type { LabelledFigure } from './labelledText.ts';
import { isRightAmount, isRightMeasure, isRightPeriod, isSameUnit } from './rightness.ts';
import { sameName } from './sameName.ts';

/** L2 penalties of a feature of a hundred decisions, chosen by cross-validation: the more candidates a decision has, the stronger. */
const PENALTY: Readonly<Record<DecisionName, number>> = {
  measure: 2,
  subject: 12,
  counterparty: 8,
  speaker: 3,
  direction: 2,
  unit: 2,
  status: 6,
  period: 12,
  certainty: 1,
};

/**
 * Frequent features are held to zero more strongly than rare ones, by the fourth root of the number of their decisions: half a point of subjects
 * and a quarter of measures more is right, and chances are truer. Deals, of which there are few, gain nothing by it.
 */
function heldByNumber(decisions: number): number {
  return Math.sqrt(Math.sqrt(decisions / 100));
}

/** A side remark that readers may pass over tells less of how news is written than what all of them want. */
const OPTIONAL = 0.6;

/** Decisions that build on no other's answer: the same for every fit, but for the folds that it leaves out. */
const ALONE: ReadonlySet<DecisionName> = new Set(['measure', 'direction', 'unit', 'status', 'period']);

/**
 * Fits the models of figures. A decision that builds on another learns from the other's answers on texts that the other had not seen, as it
 * will in use: hence models with one, two and three folds left out, each fitted once.
 */
export class FigureFitter {
  private readonly readings: readonly LabelledReading[];
  private readonly fitted = new Map<string, PackedWeights>();
  private readonly models = new Map<string, ChoiceModel>();
  private readonly alone = new Map<DecisionName, Choices>();
  private readonly measures = new WeakMap<FigurePlace, readonly Option<MeasureOrNone>[]>();

  constructor(readings: readonly LabelledReading[]) {
    this.readings = [...readings, ...figureLessons().map(readLabelled)];
  }

  /** The models of all texts but those of the folds in `leftOut`. */
  fit(leftOut: readonly number[]): PackedModels {
    return {
      measure: this.weights('measure', leftOut),
      subject: this.weights('subject', leftOut),
      counterparty: this.weights('counterparty', leftOut),
      speaker: this.weights('speaker', leftOut),
      direction: this.weights('direction', leftOut),
      unit: this.weights('unit', leftOut),
      status: this.weights('status', leftOut),
      period: this.weights('period', leftOut),
      certainty: this.weights('certainty', leftOut),
    };
  }

  private weights(name: DecisionName, leftOut: readonly number[]): PackedWeights {
    const key = `${name} ${[...leftOut].sort((a, b) => a - b).join(',')}`;
    const known = this.fitted.get(key);
    if (known !== undefined) return known;
    const penalty = (decisions: number): number => PENALTY[name] * heldByNumber(decisions);
    const weights = fitPacked(this.choices(name, leftOut), { penalty, leftOut });
    this.fitted.set(key, weights);
    this.models.set(key, unpackModel(weights));
    return weights;
  }

  private choices(name: DecisionName, leftOut: readonly number[]): Choices {
    if (!ALONE.has(name)) return layOut(this.decisions(name, leftOut));
    const choices = this.alone.get(name) ?? layOut(this.decisions(name, []));
    this.alone.set(name, choices);
    return choices;
  }

  private *decisions(name: DecisionName, leftOut: readonly number[]): Generator<Decision> {
    for (const reading of this.readings) {
      if (leftOut.includes(reading.fold)) continue;
      const unseen = [...leftOut, reading.fold];
      for (const place of reading.places) {
        const options = this.question(name, reading, place, unseen);
        if (options !== null) yield counting(options, reading);
      }
    }
  }

  private model(name: DecisionName, leftOut: readonly number[]): ChoiceModel {
    this.weights(name, leftOut);
    return this.models.get(`${name} ${[...leftOut].sort((a, b) => a - b).join(',')}`) ?? unpackModel(packModel(new Map()));
  }

  private question(name: DecisionName, reading: LabelledReading, labelled: LabelledPlace, unseen: readonly number[]): Decision | null {
    const { place, label, candidates } = labelled;
    if (name === 'measure') return decision(this.measureOptions(place), (measure) => measure === (label?.measure ?? 'none'), label);
    const isLesson = reading.fold === LESSON_FOLD;
    if (name === 'certainty') return isLesson ? null : this.certainty(reading, labelled, unseen);
    if (label === null) return null;
    if (name === 'direction')
      return hasDirection(label.measure)
        ? decision(directionOptions(place, label.measure), (way) => way === directionOf(label), label)
        : null;
    if (name === 'unit')
      return place.quantity.kind === 'count' || place.quantity.kind === 'number'
        ? decision(unitOptions(reading.reading, place, label.measure), ({ unit }) => isSameUnit(label.unit, unit), label)
        : null;
    if (name === 'status')
      return decision(statusOptions(reading.reading, place, label.measure), (status) => status === label.status, label);
    if (name === 'period') {
      const options = periodOptions(reading.reading, place, label.measure);
      // A day, its month and its year overlap; where the very period is among them, it is the one that is meant.
      const isThere = options.some(({ value }) => value.period?.label === label.period);
      return decision(
        options,
        ({ period }) => (isThere ? period?.label === label.period : isRightPeriod(label.period, period?.label ?? null)),
        label,
      );
    }
    // Lessons are in every model: what they say themselves stands for what a model that hasn't seen them would read.
    const measure = isLesson ? label.measure : this.measureOf(labelled, unseen);
    if (name === 'subject') return decision(subjectOptions(candidates, measure), ({ entity }) => sameName(label.subject, entity), label);
    const subject = isLesson
      ? (candidates.find(({ candidate }) => sameName(label.subject, candidate.entity))?.candidate ?? null)
      : (choose(subjectOptions(candidates, measure), this.model('subject', unseen))[0]?.value ?? null);
    return name === 'counterparty'
      ? decision(
          counterpartyOptions(candidates, place, measure, subject),
          (who) => sameName(label.counterparty, who?.entity ?? null),
          label,
        )
      : decision(
          speakerOptions(reading.reading, candidates, place, subject),
          (who) => sameName(label.attributed_to, who?.entity ?? null),
          label,
        );
  }

  /** The measure as a model reads it that has not seen the text. */
  private measureOf({ place }: LabelledPlace, unseen: readonly number[]): MeasureOrNone {
    return choose(this.measureOptions(place), this.model('measure', unseen)).find(({ value }) => value !== 'none')?.value ?? 'none';
  }

  /** Asked of every text by each model that hasn't seen it. */
  private measureOptions(place: FigurePlace): readonly Option<MeasureOrNone>[] {
    const options = this.measures.get(place) ?? measureOptions(place);
    this.measures.set(place, options);
    return options;
  }

  private certainty({ reading }: LabelledReading, { place, label }: LabelledPlace, unseen: readonly number[]): Decision | null {
    const models: Models = {
      ...unpackModels({}),
      measure: this.model('measure', unseen),
      subject: this.model('subject', unseen),
      direction: this.model('direction', unseen),
      unit: this.model('unit', unseen),
    };
    const choices = chooseMain(reading, place, models);
    const measure = choices?.measure[0]?.value;
    if (choices === null || measure === undefined || measure === 'none') return null;
    const stated = statedAmount(place.quantity, measure, choices.direction[0]?.value ?? 'up', choices.unit[0]?.value.unit ?? null);
    const isRight =
      label !== null &&
      isRightAmount(label, stated) &&
      isRightMeasure(label.measure, measure) &&
      sameName(label.subject, choices.subject[0]?.value.entity ?? null);
    return decision(certaintyOptions(place, measure, surenessOf(choices, place)), (right) => right === isRight, null);
  }
}

function decision<Value>(options: readonly Option<Value>[], isRight: (value: Value) => boolean, label: LabelledFigure | null): Decision {
  return {
    candidates: options.map((option) => ({ ids: idsOf(option), right: isRight(option.value) })),
    weight: label === null || label.must ? 1 : OPTIONAL,
  };
}

function counting(one: Decision, { text, fold }: LabelledReading): Decision {
  return { ...one, fold, weight: (one.weight ?? 1) * (text.counts ?? 1) };
}

function directionOf({ low, high }: LabelledFigure): 'up' | 'down' {
  return (low ?? 0) < 0 || (high ?? 0) < 0 ? 'down' : 'up';
}
