import type { ReadFigure } from './readFigure.ts';

/** A title shortens: a figure of it that the body states again means what the body says. */
export function agreeWithBody(figures: readonly ReadFigure[]): ReadFigure[] {
  return figures.map((own) => {
    if (!own.place.sentence.headline) return own;
    const same = figures.filter(({ place, figure }) => !place.sentence.headline && isSameAmount(figure, own.figure));
    const body = same.find(({ figure }) => figure.measure === own.figure.measure) ?? (same.length === 1 ? same[0] : undefined);
    return body === undefined || (body.certainty < own.certainty && body.figure.subject !== own.figure.subject)
      ? own
      : { ...own, subject: body.subject, figure: { ...body.figure, amount: own.figure.amount }, certainty: body.certainty };
  });
}

function isSameAmount(a: ReadFigure['figure'], b: ReadFigure['figure']): boolean {
  return a.unit === b.unit && a.amount.value === b.amount.value && a.amount.low === b.amount.low && a.amount.high === b.amount.high;
}

/** A plain price that is the same amount as one the article defines (equity, with debt, final) is that one. */
export function agreeOnDefinition(figures: readonly ReadFigure[]): ReadFigure[] {
  return figures.map((own) => {
    const { figure } = own;
    const { low, high } = figure.amount;
    if (figure.measure !== 'deal_value' || figure.definition !== null || low === null || high === null) return own;
    const defined = figures.find(
      ({ figure: other }) =>
        other.measure === 'deal_value' &&
        other.definition !== null &&
        other.subject === figure.subject &&
        other.counterparty === figure.counterparty &&
        other.unit === figure.unit &&
        other.amount.value !== null &&
        Number(other.amount.value) >= Number(low) &&
        Number(other.amount.value) <= Number(high),
    );
    return defined === undefined ? own : { ...own, figure: { ...figure, definition: defined.figure.definition } };
  });
}
