import { type ClaimRow, formatAmount, formatRange, listClaims } from '@newsledger/read-models';
import type pg from 'pg';
import colours from 'picocolors';
import { createScale } from '../output/drawInterval.ts';
import type { Printer } from '../output/printer.ts';
import { figureColumns } from './figures.ts';
import { describeFigure, findFigure } from './findFigure.ts';

const WIDTH = 44;

const paint: Record<string, (text: string) => string> = {
  winner: colours.green,
  agrees: colours.green,
  loses: colours.red,
  superseded: colours.dim,
  withdrawn: colours.dim,
};

/** Tells why a figure has its value: the sentence, then every claim as an interval, with its words and verdict, grouped by origin. */
export async function printWhy(pool: pg.Pool, printer: Printer, words: readonly string[]): Promise<void> {
  const { figure, others } = await findFigure(pool, words);
  const claims = await listClaims(pool, figure.figure_id);
  if (printer.json) {
    printer.rows([{ ...figure, claims }], figureColumns, '');
    return;
  }
  printer.line(
    colours.bold(
      [
        figure.subject,
        figure.counterparty,
        figure.measure.replaceAll('_', ' '),
        figure.definition ?? figure.noun,
        figure.period,
        figure.status,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  );
  printer.line(
    `${formatAmount(figure)}   (${formatRange(figure)})   ${figure.agreement.replaceAll('_', ' ')}, confidence ${Number(figure.confidence).toFixed(2)}`,
  );
  printer.line(`\n${figure.explanation}\n`);
  const draw = createScale([figure, ...claims].map(interval), WIDTH);
  printer.line(`${draw(interval(figure))}  ${colours.bold('reconciled')}`);
  let origin: string | null | undefined;
  for (const claim of claims) {
    if (claim.origin_id !== origin) printer.line('');
    const copy = claim.origin_id !== null && claim.origin_id === origin;
    origin = claim.origin_id;
    printer.line(describe(claim, draw(interval(claim)), copy));
  }
  if (others.length > 0)
    printer.note(`\nThese figures fit too; name one by its id:\n${others.map((other) => `  ${describeFigure(other)}`).join('\n')}`);
}

function interval({ low, high }: { low: string | null; high: string | null }) {
  return { low: low === null ? null : Number(low), high: high === null ? null : Number(high) };
}

function describe(claim: ClaimRow, drawn: string, copy: boolean): string {
  const colour = paint[claim.verdict] ?? ((text: string) => text);
  const day = claim.published_at?.toISOString().slice(0, 10) ?? 'undated';
  const who = [
    claim.source,
    day,
    claim.is_primary ? 'party to it' : '',
    claim.speaker === null ? '' : `quoting ${claim.speaker}`,
    copy ? 'same origin as above' : '',
  ]
    .filter((word) => word !== '')
    .join(', ');
  const pad = ' '.repeat(WIDTH + 2);
  return [
    `${colour(drawn)}  ${colour(claim.verdict)}  ${who}`,
    `${pad}“${claim.sentence}”`,
    `${pad}${colours.dim(claim.article_url)}`,
    ...(claim.reason === null || claim.reason === '' ? [] : [`${pad}${colours.dim(claim.reason)}`]),
  ].join('\n');
}
