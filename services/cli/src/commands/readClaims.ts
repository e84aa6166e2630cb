import { createEntityList, type DealClaim, type Explanation, extractClaims, type FigureClaim } from '@newsledger/claims';
import { type Config, loadEntities } from '@newsledger/platform';
import { formatAmount, isPlaced, PLACED_FROM } from '@newsledger/read-models';
import colours from 'picocolors';
import type { Printer } from '../output/printer.ts';
import { readInput } from './readInput.ts';
import { createLocator } from './readPlaces.ts';

/** What an article is known by; what is left out is taken from the page or file. */
export interface ArticleFacts {
  readonly title?: string;
  readonly published?: string;
  readonly publisher?: string;
}

/**
 * Prints every figure and deal that a text claims, how surely each was read, and the rule and the words that gave each field.
 * @param config names an entities.yaml, whose names are known besides the built-in ones, and the certainty from which claims count.
 */
export async function printClaims(
  printer: Printer,
  target: string,
  facts: ArticleFacts,
  config: Pick<Config, 'entities' | 'certainty'>,
): Promise<void> {
  const entities = createEntityList(config.entities === null ? [] : await loadEntities(config.entities));
  const input = await readInput(target);
  const title = facts.title ?? input.title;
  const text = input.text.startsWith(title) ? input.text : `${title}\n\n${input.text}`;
  const publishedAt = facts.published ?? input.publishedAt;
  const { figures, deals } = extractClaims({ title, text, publishedAt, publisher: facts.publisher ?? null, entities }, { explain: true });
  const locate = createLocator(text);
  const claims = [
    ...figures.map((claim) => ({ claim: 'figure' as const, ...claim })),
    ...deals.map((claim) => ({ claim: 'deal' as const, ...claim })),
  ].sort((a, b) => a.evidence.start - b.evidence.start);
  if (claims.length === 0) printer.note('No figure and no deal is claimed in it.');
  for (const found of claims) {
    const place = locate(found.evidence.start);
    const placed = isPlaced(found.certainty, config.certainty ?? PLACED_FROM);
    if (printer.json) printer.line(JSON.stringify({ ...place, ...found, placed }));
    else {
      const head = found.claim === 'figure' ? figureHead(found) : dealHead(found);
      const certainty = `certainty ${found.certainty}, ${placed ? 'placed' : colours.yellow('unplaced')}`;
      printer.line(`${colours.dim(`${place.line}:${place.column}`)}  ${head}  ${colours.dim(certainty)}`);
      const values = found.claim === 'figure' ? figureFields(found) : dealFields(found);
      printer.line(`${reasons(values, found.because ?? {})}\n`);
    }
  }
  if (publishedAt === null && claims.length > 0)
    printer.note('Without a day of publication, “last Friday” and “this year” name no period: --published YYYY-MM-DD tells it.');
}

function figureHead({ figure, evidence }: FigureClaim): string {
  return `${colours.bold(evidence.quote.replace(/\s+/g, ' '))}  ${formatAmount({ ...figure.amount, unit: figure.unit })}`;
}

function dealHead({ deal }: DealClaim): string {
  return colours.bold(`Deal: ${deal.type.replaceAll('_', ' ')}`);
}

type Fields = readonly (readonly [field: string, value: string | null])[];

function figureFields({ figure }: FigureClaim): Fields {
  const definition = figure.definition ?? figure.noun;
  return [
    ['subject', figure.subject],
    ['measure', definition === null ? figure.measure : `${figure.measure} (${definition})`],
    ['counterparty', figure.counterparty],
    ['period', figure.period?.label ?? null],
    ['status', figure.status],
    ['speaker', figure.speaker],
  ];
}

function dealFields({ deal }: DealClaim): Fields {
  return [
    ['type', deal.type],
    ...deal.parties.map(({ role, entity }, index) => [`parties.${index}`, `${entity} (${role})`] as const),
    ['status', deal.status],
    ['value', deal.value === null ? null : formatAmount({ ...deal.value.amount, unit: deal.value.unit })],
    ['termYears', deal.termYears === null ? null : `${deal.termYears} years`],
    ['announcedOn', deal.announcedOn],
  ];
}

/** A line for each field that has a value: what it is, by which rule, out of which words. */
function reasons(fields: Fields, because: Explanation): string {
  const rows = fields.flatMap(([field, value]) =>
    value === null ? [] : [{ field: field.replace(/\.\d+$/, ''), value, reason: because[field] }],
  );
  const width = Math.max(...rows.map(({ value }) => value.length));
  return rows
    .map(({ field, value, reason }) => {
      const words = reason === undefined || reason.words === '' ? '' : `  “${reason.words.replace(/\s+/g, ' ')}”`;
      return `      ${field.padEnd(13)} ${value.padEnd(width)}  ${colours.dim(`${reason?.rule ?? ''}${words}`)}`;
    })
    .join('\n');
}
