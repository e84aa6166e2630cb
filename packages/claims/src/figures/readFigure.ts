import type { Figure, FigureStatus } from '@newsledger/events';
import type { Candidate } from '../candidates/candidate.ts';
import type { FigurePlace, Reading } from '../candidates/reading.ts';
import { certaintyOptions, type Sureness } from '../decisions/certainty.ts';
import { type UnitCandidate, unitOptions } from '../decisions/countedUnit.ts';
import { type Direction, directionOptions, hasDirection } from '../decisions/direction.ts';
import { type MeasureOrNone, measureOptions } from '../decisions/measure.ts';
import type { Models } from '../decisions/models.ts';
import { periodOptions } from '../decisions/period.ts';
import { counterpartyOptions, type RoleCandidate, roleCandidates, speakerOptions, subjectOptions } from '../decisions/roles.ts';
import { statusOptions } from '../decisions/status.ts';
import { type Answer, choose } from '../scores/choose.ts';
import { definitionOf } from './definitionOf.ts';
import { nounOf } from './nounOf.ts';
import { periodOf } from './periodOf.ts';
import { saysWhatIsMeasured } from './saysWhatIsMeasured.ts';
import { statedAmount } from './statedAmount.ts';

/** A figure as it was read, before deals claim theirs. */
export interface ReadFigure {
  readonly place: FigurePlace;
  readonly figure: Figure;
  readonly subject: Candidate;
  /** The probability that value, unit, subject and measure are all right, three decimals. */
  readonly certainty: number;
}

/** The choices of one figure, the chosen answer of each decision first, then the others by probability. */
export interface FigureChoices {
  readonly measure: readonly Answer<MeasureOrNone>[];
  /** Of the measure that was chosen. */
  readonly subject: readonly Answer<Candidate>[];
  readonly direction: readonly Answer<Direction>[];
  /** What is counted; empty for money, percentages, durations and the like. */
  readonly unit: readonly Answer<UnitCandidate>[];
  readonly candidates: readonly RoleCandidate[];
}

/** What a quantity measures and of whom; null when it is no figure or nobody is named. */
export function chooseMain(reading: Reading, place: FigurePlace, models: Models): FigureChoices | null {
  const measure = choose(measureOptions(place), models.measure);
  const none = measure.find(({ value }) => value === 'none')?.probability ?? 0;
  if (none >= 0.5) return null;
  const candidates = roleCandidates(reading, place);
  const best = chooseTogether(
    measure.filter(({ value }) => value !== 'none'),
    candidates,
    models,
  );
  const first = best?.measure[0];
  if (best === null || first === undefined) return null;
  const direction = hasDirection(first.value)
    ? choose(directionOptions(place, first.value), models.direction)
    : [{ value: 'up' as const, key: 'up', probability: 1 }];
  const isCount = place.quantity.kind === 'count' || place.quantity.kind === 'number';
  const unit = isCount ? choose(unitOptions(reading, place, first.value), models.unit) : [];
  return { ...best, direction, unit, candidates };
}

/**
 * The measure and the subject that are likeliest together: who is asked for depends on what is measured, so where it is hardly clear what, it
 * shows in whom it may be of ("the yield of 4 %" is the bond's; "a growth of 4 %" would be its issuer's).
 */
function chooseTogether(
  measures: readonly Answer<MeasureOrNone>[],
  candidates: readonly RoleCandidate[],
  models: Models,
): Pick<FigureChoices, 'measure' | 'subject'> | null {
  let best: (Pick<FigureChoices, 'subject'> & { readonly measure: Answer<MeasureOrNone>; readonly chance: number }) | null = null;
  for (const measure of measures) {
    // Together with anybody, it is no likelier than by itself.
    if (best !== null && measure.probability <= best.chance) break;
    const subject = choose(subjectOptions(candidates, measure.value), models.subject);
    const chance = measure.probability * (subject[0]?.probability ?? 0);
    if (subject.length > 0 && chance > (best?.chance ?? 0)) best = { measure, subject, chance };
  }
  if (best === null) return null;
  const { measure: chosen, subject } = best;
  return { measure: [chosen, ...measures.filter((measure) => measure !== chosen)], subject };
}

/** How sure the main choices were. */
export function surenessOf({ measure, subject, direction, unit }: FigureChoices, place: FigurePlace): Sureness {
  const figure = measure.reduce((sum, { probability }) => sum + probability, 0);
  const [first, rival] = subject;
  const where =
    first === undefined ? '' : first.value.sentence === place.sentence ? 'here' : first.value.sentence.headline ? 'title' : 'before';
  return {
    figure,
    measure: (measure[0]?.probability ?? 0) / Math.max(figure, 1e-6),
    subject: first?.probability ?? 0,
    rival: rival?.probability ?? 0,
    direction: direction[0]?.probability ?? 0,
    unit: unit[0]?.probability ?? 1,
    subjectForm: `${first?.value.form} ${where}`,
  };
}

/**
 * From which probability a field is filled rather than left empty, where recall and precision balance in cross-validation. Fields that most
 * figures lack (another side, a speaker) would else never be filled. What is misread four times of five is no claim at all: below that, a
 * claim more costs more precision than it brings recall.
 */
const LEAST = { counterparty: 0.13, speaker: 0.12, certainty: 0.19 } as const;

type Somebody = Answer<Candidate | null>;

function ifLikely(answers: readonly Somebody[], least: number): Somebody | null {
  const somebody = answers.find(({ value }) => value !== null);
  return somebody !== undefined && somebody.probability >= least ? somebody : null;
}

/** Who stands across, and who says so: nobody is both. */
function othersOf(counterparties: readonly Somebody[], speakers: readonly Somebody[]) {
  const counterparty = ifLikely(counterparties, LEAST.counterparty);
  const speaker = ifLikely(speakers, LEAST.speaker);
  if (counterparty === null || speaker === null || counterparty.key !== speaker.key)
    return { counterparty: counterparty?.value ?? null, speaker: speaker?.value ?? null };
  return speaker.probability >= counterparty.probability
    ? { counterparty: null, speaker: speaker.value }
    : { counterparty: counterparty.value, speaker: null };
}

/** Reads one quantity as a figure; null when it is none. */
export function readFigure(reading: Reading, place: FigurePlace, models: Models): ReadFigure | null {
  const choices = chooseMain(reading, place, models);
  const measure = choices?.measure[0]?.value;
  const subject = choices?.subject[0]?.value;
  if (choices === null || measure === undefined || measure === 'none' || subject === undefined) return null;
  const certainty =
    choose(certaintyOptions(place, measure, surenessOf(choices, place)), models.certainty).find(({ value }) => value)?.probability ?? 0;
  if (certainty < LEAST.certainty) return null;
  const { candidates } = choices;
  const { sentence, at } = place;
  const { counterparty, speaker } = othersOf(
    choose(counterpartyOptions(candidates, place, measure, subject), models.counterparty),
    choose(speakerOptions(reading, candidates, place, subject), models.speaker),
  );
  const status: FigureStatus = choose(statusOptions(reading, place, measure), models.status)[0]?.value ?? 'actual';
  const definition = definitionOf(measure, sentence, at);
  const period = periodOf(
    choose(periodOptions(reading, place, measure), models.period),
    measure,
    definition,
    place,
    reading.document.today,
  );
  const { unit, amount } = statedAmount(place.quantity, measure, choices.direction[0]?.value ?? 'up', choices.unit[0]?.value.unit ?? null);
  return {
    place,
    subject,
    certainty: Math.round(certainty * 1000) / 1000,
    figure: {
      subject: subject.entity.slice(0, 200),
      counterparty:
        counterparty === null || saysWhatIsMeasured(counterparty.entity, measure, definition) ? null : counterparty.entity.slice(0, 200),
      measure,
      definition,
      noun: nounOf(measure, sentence.items, at),
      period,
      status,
      unit,
      amount,
      speaker: speaker?.entity.slice(0, 200) ?? null,
    },
  };
}
