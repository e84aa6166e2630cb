import type { DealRole, DealType } from '@newsledger/events';
import { clauseSubject } from '../figures/chooseSubject.ts';
import { clauseAround, isPossessive, isVerbItem, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import {
  agentOf,
  indirectObject,
  modifiersOf,
  type Named,
  namedAfter,
  namedAt,
  ofFocus,
  possessorOf,
  withCoordinated,
} from './findParties.ts';
import { isSeller } from './supplyDeals.ts';
import { agreementKinds, type NounTrigger, nounTriggers } from './triggers.ts';

export const nouns = new Map<string, NounTrigger>(
  nounTriggers.flatMap((trigger) =>
    trigger.nouns.split(' ').flatMap((noun): [string, NounTrigger][] => [
      [noun, trigger],
      [`${noun}s`, trigger],
    ]),
  ),
);

import { add, type DealDraft, make, type Party } from './dealDraft.ts';

/** A deal told by a noun: `X's purchase of Y`, `a contract with Y`, `the merger of X and Y`. */
export function nounDeal(sentence: ReadSentence, at: number, lastDeal: DealDraft | null): DealDraft | null {
  const { items } = sentence;
  let trigger = nouns.get(items[at]?.lower ?? '');
  if (items[at]?.lower === 'venture' && items[at - 1]?.lower === 'joint') trigger = nouns.get('joint-venture');
  if (trigger === undefined || isVerbUse(items, at)) return null;
  if (isOtherSense(items, at)) return null;
  // `takeover offer`: the offer tells of it.
  if (trigger.type === 'acquisition' && /^(?:bid|offer|proposal|approach)$/.test(items[at + 1]?.lower ?? '')) return null;
  const parties: Party[] = [];
  let type = trigger.type;
  if (trigger.nouns.startsWith('contract')) type = agreementType(items, at);
  const rule = type === trigger.type ? trigger.name : `${trigger.name}, about ${type}`;
  const roles = rolesFor(type, trigger);
  // Whoever wins an order is paid for it.
  const wins = type === 'supply_contract' && /\b(?:won|wins?|winning|landed|lands)\b/.test(wordsOf(items, at - 7, at));
  const [agentRole, otherRole] = wins ? [roles[1], roles[0]] : roles;
  const between =
    items[at + 1]?.lower === 'between' ||
    (trigger.type === 'merger' && items[at + 1]?.lower === 'of') ||
    (trigger.type === 'joint_venture' && items[at + 1]?.lower === 'of');
  const after = namedAfter(items, at, trigger.prepositions);
  if (after.length > 1 && /^(?:contracts|agreements|deals|pacts|orders)$/.test(items[at]?.lower ?? '')) return null;
  const modifiers = after.length > 0 ? [] : modifiersOf(items, at);
  const offered = trigger.nouns === 'bid offer' ? receivedOffer(sentence, at, modifiers) : null;
  if (offered !== null) return make(sentence, at, type, offered, false, rule);
  const inside = after.length > 0 ? after : modifiers;
  const others = inside.length > 0 ? inside : (inBrackets(items, at) ?? indirectObject(items, at));
  const by = namedAfter(items, at, 'by');
  const agent = by[0] ?? possessorOf(items, at);
  if (between && others.length >= 2) for (const other of others) add(parties, otherRole, other);
  else {
    if (agent !== null) add(parties, agentRole, agent);
    else {
      const subject = clauseSubject(items, at);
      if (subject !== null && others.length > 0) add(parties, agentRole, subject);
      else if (subject !== null && hasDealVerb(items, at))
        for (const named of withCoordinated(items, subject)) add(parties, parties.length === 0 ? agentRole : otherRole, named);
      else if (others.length === 0 && sentence.headline)
        for (const named of headlineAgents(sentence, at)) add(parties, parties.length === 0 ? agentRole : otherRole, named);
      else if (others.length > 0) add(parties, agentRole, unnamedAgent(sentence, at, type, others, lastDeal));
    }
    for (const other of others) add(parties, otherRole, other);
  }
  if (
    type === 'partnership' &&
    /^(?:contracts?|orders?|leases?|deals?|agreements?)$/.test(items[at]?.lower ?? '') &&
    parties.length === 2 &&
    parties.filter((party) => isSeller(party.entity)).length === 1
  )
    type = 'supply_contract';
  const definite = /^(?:the|this|that)$/.test(determiner(items, at));
  if (parties.length < 2) {
    // Without a deal told before, "the combination" may be one of drugs and "the offer" one of sandwiches.
    if (lastDeal === null && /^(?:offers?|bids?|combinations?|orders?|purchases?)$/.test(items[at]?.lower ?? '')) return null;
    if (definite || parties.length === 0 || determiner(items, at) === 'its')
      return definite || /^(?:its|their)$/.test(determiner(items, at)) ? make(sentence, at, type, [], true, rule) : null;
    if (!hasDealVerb(items, at)) return null;
    if (type !== 'supply_contract') return null;
    const lone = parties[0];
    const customer = lone === undefined ? null : unnamedAgent(sentence, at, type, [lone], lastDeal);
    if (lone !== undefined && customer !== null && isSeller(lone.entity) && !isSeller(customer.entity)) add(parties, 'customer', customer);
  }
  if (type === 'supply_contract') return make(sentence, at, type, parties, false, rule);
  return make(sentence, at, type, parties, false, rule);
}

/** `HP confirms Xerox takeover offer`: the bidder stands in front of the noun, and who answers is the target. */
function receivedOffer(sentence: ReadSentence, at: number, modifiers: readonly Named[]): Party[] | null {
  const bidder = modifiers.at(-1);
  if (bidder === undefined || !ANSWERS.test(wordsOf(sentence.items, at - 9, at))) return null;
  const target = agentOf(sentence, at - modifiers.length);
  if (target === null || target.entity === bidder.entity) return null;
  const parties: Party[] = [];
  add(parties, 'acquirer', bidder);
  add(parties, 'target', target);
  return parties;
}

const ANSWERS = /\b(?:confirm|reject|accept|receiv|rebuff|spurn|welcom|weigh|consider|get|got|review|fend|stud|decid|snub|refus|turn)\w*\b/;

/** `its record acquisition (Scientific Atlanta, $7B)`. */
function inBrackets(items: readonly Item[], at: number): Named[] | null {
  const named = items[at + 1]?.text === '(' ? namedAt(items, at + 2, 'in brackets behind the noun') : null;
  return named === null ? null : [named];
}

/** Whose contract it is when the sentence doesn't say: whose the last one of the kind was, else whom the text was about. */
export function unnamedAgent(
  sentence: ReadSentence,
  at: number,
  type: DealType,
  others: readonly Named[],
  lastDeal: DealDraft | null,
): Named | null {
  const isOther = (entity: string): boolean => others.some((other) => other.entity === entity);
  const customer =
    lastDeal?.type === type ? lastDeal.parties.find((party) => /^(?:customer|acquirer|investor|partner)$/.test(party.role)) : undefined;
  if (customer !== undefined && !isOther(customer.entity))
    return { entity: customer.entity, index: null, because: { ...customer.because, rule: 'as in the deal told before' } };
  const agent = agentOf(sentence, at);
  if (agent !== null && !isOther(agent.entity)) return agent;
  return sentence.focus === null || isOther(sentence.focus) ? null : ofFocus(sentence);
}

function agreementType(items: readonly Item[], at: number): DealType {
  const [from, to] = clauseAround(items, at);
  const words = wordsOf(items, Math.max(from, at - 12), Math.min(to, at + 16));
  const found = agreementKinds.filter((kind) => kind.words.test(words)).map(({ type }) => type);
  // `a contract to buy computing power` buys goods; `a deal to buy Splunk` is left to its verb.
  if (
    found[0] === 'acquisition' &&
    found.includes('supply_contract') &&
    !/takeover|buyout|acquisition|acquire|all-cash|all-stock|cash-and-stock/.test(words)
  )
    return 'supply_contract';
  if (found[0] !== undefined) return found[0];
  return 'partnership';
}

function rolesFor(type: DealType, trigger: NounTrigger): readonly [DealRole, DealRole] {
  if (type === trigger.type) return [trigger.agent, trigger.other];
  if (type === 'acquisition') return ['acquirer', 'target'];
  return ['partner', 'partner'];
}

/** `Oracle and OpenAI announce …` in a title, where verbs stand in a form that the clause rule takes for nouns. */
function headlineAgents(sentence: ReadSentence, at: number): Named[] {
  const agent = agentOf(sentence, at);
  return agent === null ? [] : withCoordinated(sentence.items, agent);
}

/** `customer acquisition`, `what Amazon already offers`: words of deals in another sense. */
function isOtherSense(items: readonly Item[], at: number): boolean {
  const word = items[at]?.lower ?? '';
  if (/^acquisitions?$/.test(word))
    return /^(?:customers?|talent|content|data|users?|subscribers?|player|land|language|vaccine)$/.test(items[at - 1]?.lower ?? '');
  if (word === 'investment')
    return /^(?:banks?|bankers?|banking|research|risks?|advi[cs]e|advisers?|advisors?|managers?|management|firms?|grade|funds?|trusts?|theory|thesis|vehicles?|returns?|income)$/.test(
      items[at + 1]?.lower ?? '',
    );
  if (!/^(?:offers?|bids?)$/.test(word) || items[at + 1]?.lower === 'for') return false;
  return !/\b(?:the|this|that|an?|its|their|his|any|no|revised|improved|sweetened|hostile|unsolicited|cash|takeover|buyout|acquisition|new|higher|binding|initial|'s|’s|rival|stock|latest|final|formal|counter|tender)\b/.test(
    wordsOf(items, at - 4, at),
  );
}

/** `to purchase`, `will offer`: a verb, though it looks like a noun. */
function isVerbUse(items: readonly Item[], at: number): boolean {
  if (
    /^offers?$/.test(items[at]?.lower ?? '') &&
    (/^(?:which|that|who|also|first|now|it|they|we)$/.test(items[at - 1]?.lower ?? '') ||
      (items[at]?.lower === 'offers' &&
        items[at + 1]?.kind === 'word' &&
        !/^(?:for|of|from|to|by|that|and|or|was|were|are|in|at|on|worth|have|had)$/.test(items[at + 1]?.lower ?? '')))
  )
    return true;
  if (
    /^(?:offers|bids|contracts|leases|orders|deals|partners|offer|bid)$/.test(items[at]?.lower ?? '') &&
    items[at - 1]?.kind === 'mention' &&
    !isPossessive(items, at - 1) &&
    items[at + 1]?.lower !== 'for'
  )
    return true;
  return (
    /^(?:to|will|would|could|can|may|might|should|they|we|not)$/.test(items[at - 1]?.lower ?? '') &&
    /^(?:purchase|offer|bid|contract|lease|order|deal|partner)$/.test(items[at]?.lower ?? '')
  );
}

function hasDealVerb(items: readonly Item[], at: number): boolean {
  return /\b(?:has|have|had|got|gets|holds?|sign(?:ed|s|ing)?|struck|strikes?|reach(?:ed|es)?|announc\w+|won|wins?|secured|agreed|inked|clinched|entered)\b/.test(
    wordsOf(items, at - 9, at),
  );
}

function determiner(items: readonly Item[], at: number): string {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const lower = items[i]?.lower ?? '';
    if (/^(?:the|this|that|its|their|a|an)$/.test(lower)) return lower;
    if (isVerbItem(items[i]) || items[i]?.kind === 'mark') return '';
  }
  return '';
}
