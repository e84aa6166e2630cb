import {
  type DealRole,
  type DealStatus,
  type DealType,
  dealRoles,
  dealStatuses,
  dealTypes,
  type FigureStatus,
  figureStatuses,
  type Measure,
  measureNames,
} from '@newsledger/events';
import { type Quantity, scan } from '@newsledger/quantities';
import { statedAmount } from '../figures/statedAmount.ts';
import type { LabelledDeal, LabelledFigure, LabelledText } from './labelledText.ts';
import { writtenBounds } from './rightness.ts';

/** A marked text that can't be used; the message says which one, and what is wrong with it. */
export class MarkedTextError extends Error {}

/** A mark and where its words stand in the text without marks. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly fields: readonly string[];
}

/**
 * Labelled texts as people write them: lines `title:`, `publisher:`, `published:`, a blank line, then the text with its figures marked where they
 * stand, `{7 %|growth|Harlow Mills|period=2011}`, and lines that begin with `@deal`. Texts are separated by `---`. What the amounts come to is
 * worked out from the text, as in reading; `down` says that a change is a fall, `unit=` what is counted.
 *
 * @param name what the texts' ids begin with; the fold of a text goes by its place.
 * @throws MarkedTextError when a mark or a deal can't be understood.
 */
export function readMarkedTexts(content: string, name: string, folds = 5): LabelledText[] {
  return content
    .split(/^---\s*$/m)
    .filter((part) => part.trim() !== '')
    .map((part, index) => readMarkedText(part.trim(), `${name}/${index + 1}`, index % folds));
}

function readMarkedText(content: string, id: string, fold: number): LabelledText {
  const lines = content.split('\n');
  const blank = lines.indexOf('');
  const head = new Map(
    lines.slice(0, blank).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    }),
  );
  const body = lines.slice(blank + 1).filter((line) => !line.startsWith('@deal'));
  const { text, marks } = withoutMarks(body.join('\n').trim());
  const title = head.get('title') || null;
  const quantities = scan(text);
  const wrong = (what: string): never => {
    throw new MarkedTextError(`${id}: ${what}`);
  };
  return {
    id,
    title,
    text,
    publisher: head.get('publisher') || null,
    published: head.get('published') || wrong('it has no line “published: YYYY-MM-DD”'),
    fold,
    figures: marks.map((mark) => figureOf(mark, quantities, wrong)),
    deals: lines.filter((line) => line.startsWith('@deal')).map((line) => dealOf(line, { title, text, quantities }, wrong)),
  };
}

function withoutMarks(marked: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(/\{([^{}|]+)\|([^{}]+)\}/g)) {
    const [whole, quote = '', fields = ''] = match;
    text += marked.slice(from, match.index);
    marks.push({ start: text.length, end: text.length + quote.length, quote, fields: fields.split('|').map((field) => field.trim()) });
    text += quote;
    from = match.index + whole.length;
  }
  return { text: text + marked.slice(from), marks };
}

type Wrong = (what: string) => never;

function figureOf({ start, end, quote, fields }: Mark, quantities: readonly Quantity[], wrong: Wrong): LabelledFigure {
  const [measureName = '', subject = '', ...further] = fields;
  const value = (key: string): string | null => further.find((field) => field.startsWith(`${key}=`))?.slice(key.length + 1) ?? null;
  const measure = one<Measure>(measureNames, measureName, wrong);
  const quantity = quantities.find((found) => found.start < end && start < found.end) ?? wrong(`“${quote}” is read as no amount`);
  const stated = statedAmount(quantity, measure, further.includes('down') ? 'down' : 'up', value('unit') ?? quantity.noun?.phrase ?? null);
  return {
    quote,
    start,
    end,
    ...writtenBounds(stated.amount),
    unit: stated.unit,
    subject,
    counterparty: value('with'),
    measure,
    period: value('period'),
    status: one<FigureStatus>(figureStatuses, value('status') ?? 'actual', wrong),
    attributed_to: value('speaker'),
    must: !further.includes('optional'),
  };
}

/** `@deal acquisition | acquirer: A, target: B | value: $3 billion | status: agreed | announced: 2012-03-14 | quote: A agreed to buy B.` */
function dealOf(
  line: string,
  { title, text, quantities }: { readonly title: string | null; readonly text: string; readonly quantities: readonly Quantity[] },
  wrong: Wrong,
): LabelledDeal {
  const [type = '', parties = '', ...fields] = line
    .slice('@deal'.length)
    .split(' | ')
    .map((field) => field.trim());
  const values = (key: string): string[] =>
    fields.flatMap((field) => (field.startsWith(`${key}:`) ? [field.slice(key.length + 1).trim()] : []));
  const [worth] = values('value');
  const amount =
    worth === undefined ? null : (quantities.find(({ text: words }) => worth.includes(words) || words.includes(worth)) ?? null);
  if (worth !== undefined && amount === null) wrong(`the deal's value “${worth}” does not stand in the text`);
  const bounds = amount === null ? { low: null, high: null } : writtenBounds(statedAmount(amount, 'deal_value', 'up', null).amount);
  const tellings = values('quote').map((quote) => {
    const start = text.indexOf(quote);
    if (start >= 0) return { where: 'text', start, end: start + quote.length, full: true } as const;
    const inTitle = title?.indexOf(quote) ?? -1;
    if (inTitle < 0) wrong(`the deal's quote “${quote}” does not stand in the text`);
    return { where: 'title', start: inTitle, end: inTitle + quote.length, full: true } as const;
  });
  return {
    type: one<DealType>(dealTypes, type, wrong),
    parties: parties.split(/, (?=[a-z]+:)/).map((party) => {
      const colon = party.indexOf(':');
      return { role: one<DealRole>(dealRoles, party.slice(0, colon).trim(), wrong), name: party.slice(colon + 1).trim() };
    }),
    value_low: bounds.low,
    value_high: bounds.high,
    unit: amount?.unit ?? null,
    term_years: null,
    announced: values('announced')[0] ?? null,
    status: one<DealStatus>(dealStatuses, values('status')[0] ?? 'announced', wrong),
    quote: values('quote')[0] ?? wrong('a deal has no “quote:”'),
    tellings,
  };
}

function one<Word extends string>(words: readonly Word[], word: string, wrong: Wrong): Word {
  return words.find((known) => known === word) ?? wrong(`“${word}” is none of ${words.join(', ')}`);
}
