import { organisationNamed } from '../entities/organisations.ts';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { POSSESSOR } from './chooseSubject.ts';
import type { Surroundings } from './linkDeal.ts';
import type { MeasureChoice } from './measureChoice.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** The move of a share price that a growth without a thing of its own goes on with: `the rise followed one of 10 % on Friday`. */
export function followedMove(
  choice: MeasureChoice,
  items: readonly Item[],
  at: number,
  { lastMove }: Surroundings,
): Surroundings['lastMove'] {
  if (choice.measure !== 'growth' || choice.definition !== null || lastMove === null) return null;
  return /\b(?:followed|follows|came after|extended|extends|on top of)\b/.test(wordsOf(items, at - 7, at)) ? lastMove : null;
}

/** What knowing the subject makes of a measure. */
export function settleMeasure(
  choice: MeasureChoice,
  subject: SubjectChoice,
  sentence: ReadSentence,
  { lastMove, document }: Surroundings,
): MeasureChoice {
  const { items } = sentence;
  if (
    choice.measure === 'valuation' &&
    isListed(subject.entity) &&
    !isOfferedAt(choice, sentence) &&
    !isStartup(subject.entity, document.text)
  )
    return { ...choice, measure: 'market_cap', because: { ...choice.because, rule: `${choice.because.rule}, of a listed company` } };
  if (choice.measure === 'growth' && choice.definition === null) {
    const goesOn = lastMove?.subject === subject.entity && subject.because.rule !== POSSESSOR;
    return goesOn || (movesLikeShares(items, choice.anchor, subject) && !actsOnSomething(items, choice.anchor) && !tellsOfSales(sentence))
      ? { ...choice, measure: 'share_price_change', because: { ...choice.because, rule: `${choice.because.rule}, of a company itself` } }
      : choice;
  }
  if (choice.measure === 'cost' && /^costs?$/.test(choice.cue ?? '') && isMarket(subject, items))
    return { ...choice, measure: 'price', because: { ...choice.because, rule: `${choice.because.rule}, of a kind of thing` } };
  return choice;
}

/** The subject is a whole market or kind of thing. */
export function isMarket(subject: SubjectChoice, items: readonly Item[]): boolean {
  const item = subject.index === null ? undefined : items[subject.index];
  return item?.kind === 'mention' && item.mention.kind === 'market';
}

/** `Kelso Bay Cloud up 6 %`, `Alibaba rose 7.7 %`: a company itself rises and falls only on the exchange; what grows is its business. */
function movesLikeShares(items: readonly Item[], anchor: number, subject: SubjectChoice): boolean {
  if (subject.index === null || /^(?:grow|grew|grown|growth|growing|expand|increase|double|triple)/.test(items[anchor]?.lower ?? ''))
    return false;
  const item = items[subject.index];
  if (item?.kind !== 'mention' || item.mention.kind !== 'organisation' || subject.index > anchor) return false;
  for (let i = behindAside(items, subject.index + 1, anchor); i < anchor; i++)
    if (
      !/^(?:\(|\)|['’]s|was|were|is|has|have|had|closed|ended|finished|also|itself)$/.test(items[i]?.lower ?? '') &&
      items[i]?.text !== items[i]?.text.toUpperCase()
    )
      return false;
  return true;
}

/** In `the top five saw a decline in shipments: Dell fell 5 %` it is what they sold that fell. */
function tellsOfSales({ text }: ReadSentence): boolean {
  return /\b(?:shipments|deliveries|market share|of the market)\b/.test(text) && !/\b(?:shares|stock|trading|investors)\b/.test(text);
}

/** `The Fed cut rates by 0.25 points`: what stands behind the verb is what changes. */
function actsOnSomething(items: readonly Item[], verb: number): boolean {
  const next = items[verb + 1];
  return (
    next?.kind === 'word' &&
    !/^(?:by|about|around|roughly|nearly|almost|as|more|over|up|to|some|just|another|a|an|further|early|on|in|at|for|from|after|less|sharply)$|ly$/.test(
      next.lower,
    )
  );
}

/** `Nvidia, now worth more than $4 trillion, has gained 40%`: behind what stands between commas. */
function behindAside(items: readonly Item[], from: number, to: number): number {
  if (items[from]?.text !== ',') return from;
  for (let i = from + 1; i < to; i++) if (items[i]?.text === ',') return i + 1;
  return from;
}

/** A listed company's worth is its market value. Those of the list that are neither start-ups nor in private hands are listed. */
function isListed(entity: string): boolean {
  const traits = organisationNamed(entity)?.traits;
  return (
    traits !== undefined &&
    !traits.some((trait) => /^(?:startup|private|unit|investor|researcher|publisher|authority|consultancy)$/.test(trait))
  );
}

/** The list says what companies are today; older news of a start-up's rounds is of one that wasn't listed yet. */
function isStartup(entity: string, text: string): boolean {
  if (!/\b(?:start-?up|unicorn|funding round|fundraising|series [A-H]\b|venture capital)/i.test(text)) return false;
  const name = entity.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `\\b(?:start-?up|unicorn)s? ${name}\\b|\\b${name}\\b[^.]{0,60}\\b(?:start-?up|unicorn|funding round|raised|series [A-H]\\b|fundrais)`,
    'i',
  ).test(text);
}

/** `The price range values Aramco at $1.7 trillion`: a value that an offer implies, before the market has had its say. */
function isOfferedAt(choice: MeasureChoice, { text }: ReadSentence): boolean {
  return (
    /^valu/.test(choice.cue ?? '') &&
    /\b(?:IPO|initial public offering|listing|flotation|price range|share sale|fundraising|funding round)\b/i.test(text)
  );
}
