import type { Figure, FigureStatus } from '@newsledger/events';
import type { Candidate } from '../candidates/candidate.ts';
import type { FigurePlace, Reading } from '../candidates/reading.ts';
import { certaintyOptions, type Sureness } from '../decisions/certainty.ts';
import { type Direction, directionOptions, hasDirection } from '../decisions/direction.ts';
import { type MeasureOrNone, measureOptions } from '../decisions/measure.ts';
import type { Models } from '../decisions/models.ts';
import { type PeriodCandidate, periodOptions } from '../decisions/period.ts';
import { counterpartyOptions, type RoleCandidate, roleCandidates, speakerOptions, subjectOptions } from '../decisions/roles.ts';
import { statusOptions } from '../decisions/status.ts';
import { type Answer, choose } from '../scores/choose.ts';
import { definitionOf } from './definitionOf.ts';
import { nounOf } from './nounOf.ts';
import { statedAmount } from './statedAmount.ts';

/** A figure as it was read, before deals claim theirs. */
export interface ReadFigure {
  readonly place: FigurePlace;
  readonly figure: Figure;
  readonly subject: Candidate;
  /** The probability that value, unit, subject and measure are all right, three decimals. */
  readonly certainty: number;
}

/** The choices of one figure, the most probable answer of each decision first. */
export interface FigureChoices {
  readonly measure: readonly Answer<MeasureOrNone>[];
  readonly subject: readonly Answer<Candidate>[];
  readonly direction: readonly Answer<Direction>[];
  readonly candidates: readonly RoleCandidate[];
}

/** What a quantity measures and of whom; null when it is no figure or nobody is named. */
export function chooseMain(reading: Reading, place: FigurePlace, models: Models): FigureChoices | null {
  const measure = choose(measureOptions(place), models.measure);
  const none = measure.find(({ value }) => value === 'none')?.probability ?? 0;
  if (none >= 0.5) return null;
  const best = measure.filter(({ value }) => value !== 'none');
  const [first] = best;
  if (first === undefined) return null;
  const candidates = roleCandidates(reading, place);
  const subject = choose(subjectOptions(candidates, first.value), models.subject);
  if (subject.length === 0) return null;
  const direction = hasDirection(first.value)
    ? choose(directionOptions(place, first.value), models.direction)
    : [{ value: 'up' as const, key: 'up', probability: 1 }];
  return { measure: best, subject, direction, candidates };
}

/** How sure the main choices were. */
export function surenessOf({ measure, subject, direction }: FigureChoices, place: FigurePlace): Sureness {
  const figure = measure.reduce((sum, { probability }) => sum + probability, 0);
  const [first, rival] = subject;
  const where = first === undefined ? '' : first.value.sentence === place.sentence ? 'here' : first.value.sentence.headline ? 'title' : 'before';
  return {
    figure,
    measure: (measure[0]?.probability ?? 0) / Math.max(figure, 1e-6),
    subject: first?.probability ?? 0,
    rival: rival?.probability ?? 0,
    direction: direction[0]?.probability ?? 0,
    subjectForm: `${first?.value.form} ${where}`,
  };
}

/** Reads one quantity as a figure; null when it is none. */
export function readFigure(reading: Reading, place: FigurePlace, models: Models): ReadFigure | null {
  const choices = chooseMain(reading, place, models);
  const measure = choices?.measure[0]?.value;
  const subject = choices?.subject[0]?.value;
  if (choices === null || measure === undefined || measure === 'none' || subject === undefined) return null;
  const { candidates } = choices;
  const { sentence, at } = place;
  const counterparty = choose(counterpartyOptions(candidates, place, measure, subject.key), models.counterparty)[0]?.value ?? null;
  const speaker = choose(speakerOptions(candidates, place, subject.key), models.speaker)[0]?.value ?? null;
  const status: FigureStatus = choose(statusOptions(place, measure), models.status)[0]?.value ?? 'actual';
  const period: PeriodCandidate | undefined = choose(periodOptions(reading, place, measure), models.period)[0]?.value;
  const { unit, amount } = statedAmount(place.quantity, measure, choices.direction[0]?.value ?? 'up');
  const certainty = choose(certaintyOptions(place, measure, surenessOf(choices, place)), models.certainty).find(({ value }) => value)?.probability ?? 0;
  return {
    place,
    subject,
    certainty: Math.round(certainty * 1000) / 1000,
    figure: {
      subject: subject.entity.slice(0, 200),
      counterparty: counterparty?.entity.slice(0, 200) ?? null,
      measure,
      definition: definitionOf(measure, sentence, at),
      noun: nounOf(measure, sentence.items, at),
      period: period?.period ?? null,
      status,
      unit,
      amount,
      speaker: speaker?.entity.slice(0, 200) ?? null,
    },
  };
}
