import type { ClaimJudgement, Correction, Deal, Figure, FigureStatus, MisreadField } from '@newsledger/events';
import { figureStatuses } from '@newsledger/events';
import { scan } from '@newsledger/quantities';
import { type Sentence, splitSentences } from '../text/sentences.ts';
import type { LabelledDeal, LabelledFigure, LabelledText } from './labelledText.ts';
import { writtenBounds } from './rightness.ts';

/** A claim as it was read, and what a person found when he compared it with its article; offsets are into the reading text. */
export type JudgedClaim = {
  readonly start: number;
  readonly end: number;
  /** Null when nobody looked. */
  readonly judgement: ClaimJudgement | null;
  readonly field: MisreadField | null;
  readonly correction: Correction | null;
} & ({ readonly kind: 'figure'; readonly content: Figure } | { readonly kind: 'deal'; readonly content: Deal });

/** An article whose claims were judged, all of them given that its latest reading holds. */
export interface JudgedArticle {
  readonly id: string;
  readonly title: string;
  /** The reading text: title, blank line, paragraphs. */
  readonly text: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly fold: number;
  readonly claims: readonly JudgedClaim[];
}

export interface JudgedLabels {
  /** Null when no sentence of the article is judged as a whole. */
  readonly labelled: LabelledText | null;
  /** Sentences that somebody judged and that teach nothing yet, each with what is missing. */
  readonly leftOut: readonly { readonly sentence: string; readonly why: string }[];
}

/** What is learned of one claim: a label, that it is none, or why it can't be said. */
type Lesson = LabelledFigure | LabelledDeal | 'none' | { readonly why: string };

/**
 * The sentences of an article that a person judged, as labelled news. A number without a label teaches that it is none, so the text holds only
 * sentences in which every claim is judged, each misread one with what is right, and those without any number, for their names; whatever
 * else is left out of it.
 */
export function judgedText({ claims, ...article }: JudgedArticle): JudgedLabels {
  const leftOut: { sentence: string; why: string }[] = [];
  const kept: { sentence: Sentence; lessons: readonly TaughtClaim[] }[] = [];
  for (const sentence of splitSentences(article.text, article.title)) {
    const inside = claims.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    // Numbers of a title are no places to learn from; its deals are.
    const asked = sentence.headline ? inside.filter(({ kind }) => kind === 'deal') : inside;
    const lessons = asked.map((claim) => ({ claim, lesson: lessonOf(claim, sentence) }));
    const why = lessons.flatMap(({ lesson }) => (isUntold(lesson) ? [lesson.why] : []))[0];
    if (why !== undefined) {
      if (asked.some(({ judgement }) => judgement !== null)) leftOut.push({ sentence: sentence.text, why });
    } else if (lessons.length > 0 || sentence.headline || scan(sentence.text).length === 0) kept.push({ sentence, lessons });
  }
  const isTaught = kept.some(({ lessons, sentence }) => lessons.length > 0 && !sentence.headline);
  return { labelled: isTaught ? layOut(article, kept) : null, leftOut };
}

interface TaughtClaim {
  readonly claim: JudgedClaim;
  readonly lesson: Lesson;
}

function isUntold(lesson: Lesson): lesson is { readonly why: string } {
  return typeof lesson === 'object' && 'why' in lesson;
}

/** Offsets of figures are into the sentence; `layOut` moves them. */
function lessonOf(claim: JudgedClaim, sentence: Sentence): Lesson {
  const { judgement, field } = claim;
  if (judgement === null) return { why: 'another claim of it is not judged' };
  if (judgement === 'misread' && field === 'claim') return 'none';
  if (claim.kind === 'deal')
    return judgement === 'misread' ? { why: 'a misread deal can not be corrected yet' } : dealLabel(claim.content, sentence);
  const { correction } = claim;
  if (judgement === 'misread' && !corrects(field, correction)) return { why: `nobody told what its ${field ?? 'right reading'} is` };
  return figureLabel(claim, claim.content, correction ?? {}, sentence);
}

function corrects(field: MisreadField | null, correction: Correction | null): boolean {
  // Labels don't say which definition is meant.
  if (field === 'definition') return true;
  if (field === null || correction === null) return false;
  return field === 'value' ? correction.low !== undefined && correction.high !== undefined : field in correction;
}

function figureLabel({ start, end }: JudgedClaim, figure: Figure, correction: Correction, sentence: Sentence): LabelledFigure {
  const written = writtenBounds(figure.amount);
  const own = <Value>(corrected: Value | undefined, read: Value): Value => (corrected === undefined ? read : corrected);
  return {
    quote: sentence.text.slice(start - sentence.start, end - sentence.start),
    start: start - sentence.start,
    end: end - sentence.start,
    low: correction.low === undefined ? written.low : numberOf(correction.low),
    high: correction.high === undefined ? written.high : numberOf(correction.high),
    unit: own(correction.unit, figure.unit),
    subject: own(correction.subject, figure.subject),
    counterparty: own(correction.counterparty, figure.counterparty),
    measure: own(correction.measure, figure.measure),
    period: own(correction.period, figure.period?.label ?? null),
    status: figureStatuses.find((status): status is FigureStatus => status === correction.status) ?? figure.status,
    attributed_to: own(correction.speaker, figure.speaker),
    must: true,
  };
}

function dealLabel(deal: Deal, { text }: Sentence): LabelledDeal {
  const bounds = deal.value === null ? { low: null, high: null } : writtenBounds(deal.value.amount);
  return {
    type: deal.type,
    parties: deal.parties.map(({ entity, role }) => ({ name: entity, role })),
    value_low: bounds.low,
    value_high: bounds.high,
    unit: deal.value?.unit ?? null,
    term_years: numberOf(deal.termYears),
    announced: deal.announcedOn,
    status: deal.status,
    quote: text,
  };
}

function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}

/** Puts the kept sentences together, paragraph by paragraph, and moves the labels to where they stand then. */
function layOut(
  { id, title, publisher, published, fold }: Omit<JudgedArticle, 'claims'>,
  kept: readonly { readonly sentence: Sentence; readonly lessons: readonly TaughtClaim[] }[],
): LabelledText {
  const figures: LabelledFigure[] = [];
  const deals: LabelledDeal[] = [];
  let text = '';
  let hasTitle = false;
  let paragraph: number | null = null;
  for (const { sentence, lessons } of kept) {
    if (sentence.headline) hasTitle = true;
    else {
      if (text !== '') text += sentence.paragraph === paragraph ? ' ' : '\n\n';
      paragraph = sentence.paragraph;
    }
    const offset = sentence.headline ? 0 : text.length;
    if (!sentence.headline) text += sentence.text;
    for (const { lesson } of lessons) {
      if (typeof lesson !== 'object' || isUntold(lesson)) continue;
      if ('measure' in lesson) figures.push({ ...lesson, start: lesson.start + offset, end: lesson.end + offset });
      else deals.push({ ...lesson, tellings: [tellingOf(lesson, sentence, offset)] });
    }
  }
  return { id, title: hasTitle ? title : null, text, publisher, published, fold, figures, deals };
}

function tellingOf({ parties }: LabelledDeal, { headline, text }: Sentence, start: number) {
  const full = parties.every(({ name }) => text.includes(name));
  return { where: headline ? ('title' as const) : ('text' as const), start, end: start + text.length, full };
}
