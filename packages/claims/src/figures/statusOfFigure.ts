import type { FigureStatus } from '@newsledger/events';
import type { DealDraft } from '../deals/dealDraft.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { chooseStatus } from './chooseStatus.ts';
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

/** The status of a figure: what its clause says, over what its deal says, over what the sentence says. A deal that was agreed makes its value a fact. */
export function statusOf(
  clause: string,
  sentence: ReadSentence,
  choice: MeasureChoice,
  deal: DealDraft | null,
  compared: boolean,
  agreed: boolean,
): FigureStatus {
  const whole = sentence.text.toLowerCase();
  const status = chooseStatus(clause);
  const hearsay = chooseStatus(whole);
  if (hearsay === 'denied') return hearsay;
  if (
    choice.measure === 'valuation' &&
    /^(?:talks|planned|forecast|rumoured)$/.test(status) &&
    /\b(?:listing|ipo|offering|flotation|float|list)\b/.test(whole)
  )
    return 'rumoured';
  if ((HEARSAY.test(whole) || (OF_DEALS.has(choice.measure) && BLOGGED.test(whole))) && status !== 'talks') return 'rumoured';
  if (hearsay === 'talks' && /^(?:actual|forecast|planned|talks)$/.test(status) && OF_DEALS.has(choice.measure)) return 'talks';
  if (deal !== null && OF_DEALS.has(choice.measure) && choice.measure !== 'stake') return DEAL_FIGURE[deal.status];
  if (
    choice.measure === 'stake' &&
    agreed &&
    status === 'forecast' &&
    /\bwill (?:\w+ )?(?:hold|own|have|keep|retain|get|receive)\b/.test(clause)
  )
    return 'actual';
  if (compared && (status === 'forecast' || status === 'planned')) return /guidance|forecast|outlook/.test(clause) ? 'historic' : 'actual';
  if (choice.measure === 'spending_commitment' && status === 'planned') return 'actual';
  return status;
}

/** Words that put a whole sentence on somebody else's account. */
const HEARSAY =
  /\b(?:people (?:familiar|close|with)|persons? (?:familiar|close)|sources (?:said|say|close)|reportedly|rumou?r\w*|speculation (?:that|about|over)|unconfirmed)\b/;

/** What a blog says of a deal is hearsay, too. */
const BLOGGED =
  /\b(?:an?|one|some|the) (?:[\w-]+ )?(?:blogs?|newsletters?|tweets?|posts?|tabloids?) (?:\w+ ){0,2}?(?:reported|said|says|claimed|claims|suggested|wrote)\b/;
