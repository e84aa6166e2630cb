import type { Candidate } from '../candidates/candidate.ts';
import type { FigurePlace, Reading } from '../candidates/reading.ts';
import { type MeasureOrNone, measureOptions } from '../decisions/measure.ts';
import type { Models } from '../decisions/models.ts';
import { type PeriodCandidate, periodOptions } from '../decisions/period.ts';
import { counterpartyOptions, roleCandidates, speakerOptions, subjectOptions } from '../decisions/roles.ts';
import { statusOptions } from '../decisions/status.ts';
import { chooseMain, type ReadFigure } from '../figures/readFigure.ts';
import type { ChoiceModel } from '../scores/choiceModel.ts';
import { type Answer, choose, type Option } from '../scores/choose.ts';
import { byDefault, type Ground, groundAt } from './ground.ts';
import { spokenFor } from './spokenFor.ts';

/** Why each field of a figure is what it is: what else was considered, and the three features that spoke loudest for it. */
export function explainFigure(
  { place, figure, subject }: ReadFigure,
  reading: Reading,
  models: Models,
): Readonly<Record<string, Ground | null>> {
  const candidates = roleCandidates(reading, place, true);
  const { measure } = figure;
  const who = (options: readonly Option<Candidate | null>[], model: ChoiceModel, entity: string | null): Ground | null =>
    entity === null ? null : groundOf(options, model, place, entity);
  return {
    subject: groundOf(subjectOptions(candidates, measure), models.subject, place, figure.subject),
    measure: groundAt(whyMeasure(measureOptions(place, true), reading, place, models, measure), place.sentence.items, place.at),
    counterparty: who(counterpartyOptions(candidates, place, measure, subject, true), models.counterparty, figure.counterparty),
    period:
      figure.period === null ? null : groundOfPeriod(periodOptions(reading, place, measure, true), models.period, figure.period.label),
    status: groundAt(whatFor(statusOptions(reading, place, measure, true), models.status, String), place.sentence.items, place.at),
    speaker: who(speakerOptions(reading, candidates, place, subject, true), models.speaker, figure.speaker),
  };
}

function whyMeasure(
  options: readonly Option<MeasureOrNone>[],
  reading: Reading,
  place: FigurePlace,
  models: Models,
  measure: MeasureOrNone,
): string {
  const chosen = chooseMain(reading, place, models)?.measure ?? [];
  return chosen[0]?.value === measure
    ? spokenFor(choose(options, models.measure), options, models.measure, String, chosen[0])
    : decidedElsewhere(measure);
}

function decidedElsewhere(what: string): string {
  return `${what}: as its deal or another telling of the same says`;
}

function whatFor<Value>(options: readonly Option<Value>[], model: ChoiceModel, nameOf: (value: Value) => string): string {
  return spokenFor(choose(options, model), options, model, nameOf);
}

function groundOf(options: readonly Option<Candidate | null>[], model: ChoiceModel, place: FigurePlace, entity: string): Ground {
  const answers = choose(options, model);
  const winner = answers.find(({ value }) => value?.entity === entity);
  if (winner === undefined) return groundAt(decidedElsewhere(entity), place.sentence.items, place.at);
  const rule = spokenFor(answers, options, model, (value) => value?.entity ?? 'nobody', winner);
  const found = winner.value;
  return found == null ? groundAt(rule, place.sentence.items, place.at) : groundAt(rule, found.sentence.items, found.from, found.to);
}

function groundOfPeriod(options: readonly Option<PeriodCandidate>[], model: ChoiceModel, label: string): Ground {
  const answers: readonly Answer<PeriodCandidate>[] = choose(options, model);
  const winner = answers.find(({ value }) => value.period?.label === label);
  const rule = spokenFor(answers, options, model, ({ period }) => period?.label ?? 'none', winner);
  const at = winner?.value;
  return at?.sentence == null ? byDefault(rule) : groundAt(rule, at.sentence.items, at.at);
}
