import type { FigureStatus } from '@newsledger/events';
import type { DealDraft } from '../deals/dealDraft.ts';
import { byDefault, type Chosen, type Ground, groundInWords } from '../explain/ground.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { rememberingLast } from '../text/rememberingLast.ts';
import { bitOf } from '../text/wordHints.ts';
import { chooseStatus } from './chooseStatus.ts';
import { withoutExpectations } from './expectedAmount.ts';
import { OF_DEALS } from './linkDeal.ts';
import type { MeasureChoice } from './measureChoice.ts';

const DEAL_FIGURE: Readonly<Record<DealDraft['status'], FigureStatus>> = {
  rumoured: 'rumoured',
  talks: 'talks',
  denied: 'denied',
  agreed: 'actual',
  announced: 'actual',
  completed: 'actual',
  terminated: 'actual',
  blocked: 'actual',
};

/** The clause around a quantity: its items from `from` on, as `words`. */
interface Clause {
  readonly from: number;
  readonly words: string;
}

/** The status of a figure: what its clause says, over what its deal says, over what the sentence says. A deal that was agreed makes its value a fact. */
export function statusOf(
  { from, words: clause }: Clause,
  sentence: ReadSentence,
  choice: MeasureChoice,
  deal: DealDraft | null,
  compared: boolean,
  agreed: boolean,
): Chosen<FigureStatus> {
  const whole = sentence.lower;
  const { hearsay, account } = wordsOfSentence(sentence);
  // What no row says of the sentence, none says of its clause.
  const told = hearsay === null ? null : chooseStatus(withoutExpectations(clause), sentence.hints);
  const status = told?.status ?? 'actual';
  const inSentence = (rule: string, match: RegExpExecArray | null): Ground =>
    match === null
      ? byDefault(rule)
      : { rule, start: sentence.start + match.index, end: Math.min(sentence.end, sentence.start + match.index + match[0].length) };
  const inClause = (rule: string): Ground => (told === null ? byDefault(rule) : groundInWords(rule, sentence.items, from, told.match));
  if (hearsay?.status === 'denied') return { value: 'denied', because: inSentence('words of denied in the sentence', hearsay.match) };
  if (choice.measure === 'valuation' && /^(?:talks|planned|forecast|rumoured)$/.test(status)) {
    const listing = LISTING.exec(whole);
    if (listing !== null) return { value: 'rumoured', because: inSentence('value before a listing', listing) };
  }
  const anybody = status === 'planned' && account.anybody !== null ? ON_HEARSAY.exec(whole) : account.anybody;
  const others = anybody ?? (OF_DEALS.has(choice.measure) ? account.blogs : null);
  if (others !== null && status !== 'talks') return { value: 'rumoured', because: inSentence('on the account of others', others) };
  if (hearsay?.status === 'talks' && /^(?:actual|forecast|planned|talks)$/.test(status) && OF_DEALS.has(choice.measure))
    return { value: 'talks', because: inSentence('words of talks in the sentence', hearsay.match) };
  const isPlannedYet = status === 'planned' && deal?.status === 'rumoured' && others === null;
  if (deal !== null && OF_DEALS.has(choice.measure) && choice.measure !== 'stake' && !isPlannedYet)
    return {
      value: DEAL_FIGURE[deal.status],
      because: { ...deal.because.status, rule: `status of the deal: ${deal.because.status.rule}` },
    };
  if (
    choice.measure === 'stake' &&
    agreed &&
    status === 'forecast' &&
    /\bwill (?:\w+ )?(?:hold|own|have|keep|retain|get|receive)\b/.test(clause)
  )
    return { value: 'actual', because: inClause('stake under an agreed deal') };
  if (compared && (status === 'forecast' || status === 'planned'))
    return /guidance|forecast|outlook/.test(clause)
      ? { value: 'historic', because: inClause('compared with guidance') }
      : { value: 'actual', because: inClause('what a forecast is compared with') };
  if (choice.measure === 'spending_commitment' && status === 'planned') return { value: 'actual', because: inClause('promised spending') };
  return { value: status, because: told === null ? byDefault('nothing says otherwise') : inClause(`words of ${status}`) };
}

const RUMOURED = bitOf('rumoured');
const BLOG = bitOf('blog');

/** A valuation in such a sentence is what the market may pay. */
const LISTING = /\b(?:listing|ipo|offering|flotation|float|list)\b/;

/** What a whole sentence, in small letters, says of the status of its figures. */
const wordsOfSentence = rememberingLast(({ lower, hints }: ReadSentence) => ({
  hearsay: chooseStatus(lower, hints),
  account: {
    anybody: (hints & RUMOURED) === 0 ? null : HEARSAY.exec(lower),
    blogs: (hints & BLOG) === 0 ? null : BLOGGED.exec(lower),
  },
}));

/** Words that put a whole sentence on somebody else's account. */
export const HEARSAY =
  /\b(?:people (?:familiar|close|with)|persons? (?:familiar|close)|sources (?:said|say|close)|reportedly|rumou?r\w*|speculation (?:that|about|over)|unconfirmed)\b/;

/** The same without those who know the matter: a plan that they tell of is planned. */
const ON_HEARSAY = /\b(?:reportedly|rumou?r\w*|speculation (?:that|about|over)|unconfirmed)\b/;

/** What a blog says of a deal is hearsay, too. */
export const BLOGGED =
  /\b(?:an?|one|some|the) (?:[\w-]+ )?(?:blogs?|newsletters?|tweets?|posts?|tabloids?) (?:\w+ ){0,2}?(?:reported|said|says|claimed|claims|suggested|wrote)\b/;
