import { deterministicId, type Figure } from '@newsledger/events';
import { isState, isTimeless, sameDefinition, samePeriod, sameUnit } from './sameness.ts';

/** What must be equal for two claims to be about one fact. */
export interface FigureKey {
  readonly subject: string;
  readonly counterparty: string | null;
  readonly measure: Figure['measure'];
  readonly definition: string | null;
  /** What is counted, for `other_*` measures; null for all others, whose measure says it. */
  readonly noun: string | null;
  readonly unit: string;
  readonly period: string | null;
  readonly status: Figure['status'];
}

/**
 * The key of a figure, the same for differently worded claims of one fact (docs: reconciling).
 * @param resolve gives the canonical name of an entity.
 */
export function figureKeyOf(figure: Figure, resolve: (name: string) => string = (name) => name): FigureKey {
  const definition = sameDefinition(figure.definition);
  return {
    subject: resolve(figure.subject),
    counterparty: figure.counterparty === null ? null : resolve(figure.counterparty),
    measure: figure.measure,
    definition,
    noun: figure.measure.startsWith('other_') && figure.noun !== null ? figure.noun.trim().toLowerCase() : null,
    unit: sameUnit(figure.measure, figure.unit),
    period: isTimeless(figure.measure) ? null : samePeriod(figure.period?.label ?? null, isState(figure.measure, definition)),
    status: figure.status,
  };
}

/** The id of the one row for a key: the same key has the same id in every database. */
export function figureIdOf(key: FigureKey): string {
  return deterministicId(
    'figure',
    key.subject,
    key.counterparty ?? '',
    key.measure,
    key.definition ?? '',
    key.noun ?? '',
    key.unit,
    key.period ?? '',
    key.status,
  );
}
