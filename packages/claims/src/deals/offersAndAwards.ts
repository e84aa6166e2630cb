import { clauseSubject } from '../figures/chooseSubject.ts';
import { wordsOf } from '../text/itemQueries.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { add, type Party } from './dealDraft.ts';
import { agentOf } from './findAgents.ts';
import { indirectObject, modifiersOf, namedAfter } from './findParties.ts';
import type { NounTrigger } from './nounTriggers.ts';

/** `accepted a takeover offer from Veltrix`, `agreed to a buyout by Veltrix`, `HP confirms Xerox takeover offer`: who answers is the target. */
export function answeredOffer(sentence: ReadSentence, at: number, trigger: NounTrigger): Party[] | null {
  const { items } = sentence;
  const ofTakeover = trigger.type === 'acquisition' || /^(?:takeover|buyout|acquisition)$/.test(items[at - 1]?.lower ?? '');
  const words = wordsOf(items, at - 9, at);
  // `its shares jumped on a takeover offer from Veltrix`
  const moves =
    /^(?:from|by)$/.test(items[at + 1]?.lower ?? '') &&
    /\b(?:response to|after|on|following)\b/.test(words) &&
    SHARES.test(wordsOf(items, 0, at));
  if (!ofTakeover || /^(?:of|for)$/.test(items[at + 1]?.lower ?? '') || !(moves || ANSWERS.test(words))) return null;
  const offers = trigger.nouns.startsWith('bid');
  const modifiers = modifiersOf(items, at);
  const behind = namedAfter(items, at, trigger.type === 'acquisition' ? 'from by' : 'with by', 8);
  const isOffer = offers || trigger.type !== 'acquisition' || /^(?:deal|agreement)$/.test(items[at + 1]?.lower ?? '');
  const bidder = behind[0] ?? (isOffer ? modifiers.at(-1) : undefined);
  if (bidder === undefined) return null;
  const target = agentOf(sentence, at - modifiers.length);
  if (target === null || target.entity === bidder.entity) return null;
  const parties: Party[] = [];
  add(parties, 'acquirer', bidder);
  add(parties, 'target', target);
  return parties;
}

const ANSWERS =
  /\b(?:confirm|reject|accept|receiv|rebuff|spurn|welcom|weigh|consider|get|got|review|fend|stud|decid|snub|refus|turn|resist|back|recommend|agree[ds]? (?:to|on)|agreeing to)/;

const SHARES = /\b(?:shares|stock)\b/;

/** Words by which a contract is given to somebody. */
export const AWARDED = /\b(?:awarded|awards|awarding|handed|hands|gave|gives)\b/;

/** `awarded Veltrix a contract`, `was awarded a contract by Ostmark`: who gets it supplies. */
export function awardedContract(sentence: ReadSentence, at: number): Party[] | null {
  const { items } = sentence;
  const [receiver] = indirectObject(items, at);
  const subject = clauseSubject(items, at);
  const [by] = namedAfter(items, at, 'by from');
  const [to] = namedAfter(items, at, 'to');
  const passive = /\b(?:was|were|been|being|is|are) (?:\S+ )?awarded\b/.test(wordsOf(items, at - 9, at));
  const [supplier, customer] = passive ? [subject, by] : [receiver ?? to, subject];
  const parties: Party[] = [];
  add(parties, 'customer', customer);
  add(parties, 'supplier', supplier);
  return parties.length < 2 ? null : parties;
}
