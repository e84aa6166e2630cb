import { type Evidence, type Measure, measureClassOf } from '@newsledger/events';
import { type Quantity, scan } from '@newsledger/quantities';
import type { z } from 'zod';
import { canonicalName } from '../entities/canonicalName.ts';
import { noEntities } from '../entities/entityList.ts';
import { listedNameAt } from '../entities/names.ts';
import type { DealClaim, Extraction, FigureClaim } from '../extractClaims.ts';
import { amountOf } from '../figures/amountOf.ts';
import type { ArticleText } from '../text/readDocument.ts';
import { tokenise } from '../text/tokens.ts';
import { modelAnswer, modelDeal, modelFigure } from './modelAnswer.ts';
import { readPeriodLabel } from './readPeriodLabel.ts';

/**
 * How certain a model's claim is. The article bears out its value, unit and names; what it measures and of whom is the model's own word,
 * which nobody has measured for the model that a user chose. So it is as certain as what is placed must be on the whole: it counts, and
 * gives way to whatever was read more surely.
 */
const MODEL_CERTAINTY = 0.8;

/** What a model's answer is worth: the claims that the article bears out, and why the others are not taken. */
export interface ModelReading extends Extraction {
  readonly rejected: readonly string[];
}

/**
 * Takes from a model's answer the claims that the article bears out: the sentence and the quote stand there character by character, the
 * scanner reads the same number and unit in the quote, and whoever is named is named there too. Amounts are the scanner's, not the
 * model's. Never throws.
 */
export function readModelAnswer(article: ArticleText, content: string): ModelReading {
  const parsed = parseJson(content);
  const answer = modelAnswer.safeParse(parsed);
  if (!answer.success) return { figures: [], deals: [], rejected: ['the answer is no JSON object of figures and deals'] };
  const text = readText(article);
  const rejected: string[] = [];
  const taken = <Claim>(claims: readonly unknown[], read: (claim: unknown) => Claim): Claim[] =>
    claims.flatMap((claim) => {
      try {
        return [read(claim)];
      } catch (error) {
        if (!(error instanceof Unfounded)) throw error;
        rejected.push(error.message);
        return [];
      }
    });
  return {
    figures: taken(answer.data.figures, (claim) => figureOf(text, parse(modelFigure, claim))),
    deals: taken(answer.data.deals, (claim) => dealOf(text, parse(modelDeal, claim))),
    rejected,
  };
}

/** The article doesn't bear the claim out. */
class Unfounded extends Error {}

interface Text {
  readonly text: string;
  readonly folded: string;
  readonly quantities: readonly Quantity[];
  readonly article: ArticleText;
}

function readText(article: ArticleText): Text {
  return { text: article.text, folded: article.text.toLowerCase(), quantities: scan(article.text), article };
}

/** Some models put their JSON into a fence of Markdown. */
function parseJson(content: string): unknown {
  const [, fenced] = /^\s*```(?:json)?\s*\n([\s\S]*?)\n```\s*$/.exec(content) ?? [];
  try {
    return JSON.parse(fenced ?? content);
  } catch {
    return null;
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, claim: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(claim);
  if (parsed.success) return parsed.data;
  throw new Unfounded(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}

function figureOf(text: Text, claim: z.infer<typeof modelFigure>): FigureClaim {
  const { start: sentenceStart } = placeOf(text, claim.sentence);
  const { start, end } = placeOf(text, claim.quote, sentenceStart, sentenceStart + claim.sentence.length);
  const quantity = quantityIn(text, start, end);
  if (!sameUnit(quantity, claim.unit)) throw new Unfounded(`"${claim.quote}" is in ${quantity.unit || 'no unit'}, not in ${claim.unit}`);
  if (!sameNumber(quantity, claim)) throw new Unfounded(`"${claim.quote}" does not say ${claim.low} to ${claim.high}`);
  if (!fits(claim.measure, quantity)) throw new Unfounded(`"${claim.quote}" can be no ${claim.measure}`);
  const isOther = claim.measure.startsWith('other_');
  return {
    figure: {
      subject: entityIn(text, claim.subject),
      counterparty: claim.counterparty === null ? null : entityIn(text, claim.counterparty),
      measure: claim.measure,
      definition: null,
      noun: isOther ? claim.noun : null,
      period: claim.period === null ? null : readPeriodLabel(claim.period),
      status: claim.status,
      unit: quantity.unit,
      amount: amountOf(quantity, 1),
      speaker: claim.speaker === null ? null : entityIn(text, claim.speaker),
    },
    evidence: evidenceOf(text, claim.sentence, quantity.start, quantity.end),
    dealIndex: null,
    certainty: MODEL_CERTAINTY,
  };
}

function dealOf(text: Text, claim: z.infer<typeof modelDeal>): DealClaim {
  const { start, end } = placeOf(text, claim.sentence);
  const value = claim.value === null ? null : placeOf(text, claim.value, start, end);
  const quantity = value === null ? null : quantityIn(text, value.start, value.end);
  if (quantity !== null && quantity.kind !== 'money') throw new Unfounded(`"${claim.value}" is no money`);
  return {
    deal: {
      type: claim.type,
      status: claim.status,
      parties: claim.parties.map(({ role, name }) => ({ role, entity: entityIn(text, name) })),
      value: quantity === null ? null : { unit: quantity.unit, definition: null, amount: amountOf(quantity, 1) },
      termYears: null,
      announcedOn: null,
      speaker: null,
    },
    evidence: evidenceOf(text, claim.sentence, start, Math.min(end, start + 400)),
    certainty: MODEL_CERTAINTY,
  };
}

function placeOf({ text }: Text, words: string, from = 0, to = text.length): { start: number; end: number } {
  const start = text.indexOf(words, from);
  if (start < 0 || start + words.length > to) throw new Unfounded(`the article does not say "${words.slice(0, 80)}"`);
  return { start, end: start + words.length };
}

/** The one amount that the scanner reads in these words, its hedge beside it included. */
function quantityIn({ text, quantities }: Text, start: number, end: number): Quantity {
  const inside = quantities.filter((quantity) => quantity.start < end && start < quantity.end);
  const [quantity] = inside;
  if (quantity === undefined || inside.length > 1) throw new Unfounded(`"${text.slice(start, end)}" does not hold one amount`);
  return quantity;
}

/** Names mean whom the list says; others must stand in the article as they are. */
function entityIn({ folded, article }: Text, name: string): string {
  if (!folded.includes(name.toLowerCase())) throw new Unfounded(`the article does not name "${name}"`);
  const tokens = tokenise(name, 0);
  const listed = listedNameAt(tokens, 0, article.entities ?? noEntities);
  return listed !== null && listed.words.length === tokens.length ? listed.entity : canonicalName(name);
}

const SIGNIFICANT = 1e-6;

/** The written number, or the ends of what was written, whichever way round a model puts a bound. */
function sameNumber({ value, low, high }: Quantity, claim: { readonly low: number | null; readonly high: number | null }): boolean {
  const close = (written: string | null, told: number | null): boolean =>
    told === null || (written !== null && Math.abs(Math.abs(Number(written)) - Math.abs(told)) <= SIGNIFICANT * Math.abs(told));
  if (claim.low === null && claim.high === null) return false;
  return (close(value, claim.low) && close(value, claim.high)) || (close(low, claim.low) && close(high, claim.high));
}

function sameUnit({ unit, noun, kind }: Quantity, told: string): boolean {
  const folded = (words: string): string => words.toLowerCase().replace(/s$/, '');
  const known = [unit, ...(noun === null ? [] : [noun.phrase, noun.phrase.split(' ').at(-1) ?? ''])].map(folded);
  if (known.includes(folded(told))) return true;
  return (kind === 'count' || kind === 'number') && unit === '';
}

const CLASSES: Readonly<Record<Quantity['kind'], readonly string[]>> = {
  money: ['money'],
  percent: ['percent'],
  physical: ['physical'],
  duration: ['duration'],
  count: ['count'],
  number: ['count'],
};

function fits(measure: Measure, { kind }: Quantity): boolean {
  return CLASSES[kind].includes(measureClassOf(measure));
}

function evidenceOf({ text }: Text, sentence: string, start: number, end: number): Evidence {
  const quote = text.slice(start, Math.min(end, start + 400));
  return { quote, sentence: sentence.replace(/\s+/g, ' ').slice(0, 1000), start, end: start + quote.length };
}
