import type { DealRole, DealType } from '@newsledger/events';
import { clauseSubject } from '../figures/chooseSubject.ts';
import { clauseAround, isVerbItem, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { add, type DealDraft, make, type Party } from './dealDraft.ts';
import { nouns, verbs } from './dealWords.ts';
import { agentOf, ofFocus, withCoordinated } from './findAgents.ts';
import { indirectObject, modifiersOf, namedAfter, possessorOf } from './findParties.ts';
import { determiner, JOINT, jointParties, lastTwo, leading } from './jointParties.ts';
import { moneyBefore, moneyNear } from './money.ts';
import { type Named, namedAt } from './named.ts';
import { isOtherSense, isVerbUse } from './nounSense.ts';
import { agreementKinds, type NounTrigger } from './nounTriggers.ts';
import { AWARDED, answeredOffer, awardedContract } from './offersAndAwards.ts';
import { planeOrder } from './readOrder.ts';
import { verbDeal } from './readVerbDeal.ts';
import { anySells, isSeller } from './supplyDeals.ts';

/** A deal told by a noun: `X's purchase of Y`, `a contract with Y`, `the merger of X and Y`. */
export function nounDeal(sentence: ReadSentence, at: number, lastDeal: DealDraft | null): DealDraft | null {
  const { items } = sentence;
  const trigger = triggerAt(items, at);
  if (trigger === null) return null;
  if (trigger.type === 'divestiture') return items[at]?.lower === 'sales' ? null : saleDeal(sentence, at, trigger);
  const planes = planeOrder(sentence, at);
  if (planes !== null) return make(sentence, at, 'supply_contract', planes, false, 'order for planes');
  const answered = answeredOffer(sentence, at, trigger);
  if (answered !== null) return notYetAgreed(make(sentence, at, 'acquisition', answered, false, trigger.name));
  let type: DealType = trigger.type;
  if (trigger.nouns.startsWith('contract')) {
    if (/^(?:venture|joint-venture)$/.test(items[at - 1]?.lower ?? '') || buysBehind(items, at)) return null;
    // `a deal to supply Ostmark with lithium` is told by its verb.
    if (items[at + 1]?.lower === 'to' && verbs.has(items[at + 2]?.lower ?? '') && verbDeal(sentence, at + 2) !== null) return null;
    type = agreementType(items, at);
    // `Under the terms of the Kellanova agreement`: the one told before.
    if (
      lastDeal !== null &&
      /\b(?:under|terms of) the (?:\S+ ){0,2}$/.test(`${wordsOf(items, at - 5, at)} `) &&
      items[at + 1]?.lower !== 'with'
    )
      return make(sentence, at, type, [], true, trigger.name);
  }
  const rule = type === trigger.type ? trigger.name : `${trigger.name}, about ${type}`;
  const roles = rolesFor(type, trigger);
  // Whoever wins an order is paid for it.
  const verbsBefore = type === 'supply_contract' || type === 'partnership' ? wordsOf(items, at - 9, at) : '';
  const awarded = AWARDED.test(verbsBefore) && trigger.nouns.startsWith('contract') ? awardedContract(sentence, at) : null;
  if (awarded !== null) return make(sentence, at, 'supply_contract', awarded, false, rule);
  const wins =
    type === 'supply_contract' && /\b(?:won|wins?|winning|landed|lands|received|receives|booked|clinched|bagged)\b/.test(verbsBefore);
  const delivery = type === 'supply_contract' ? deliveryBehind(items, at) : null;
  const delivers = delivery !== null;
  const ordered = /^(?:orders?|contracts?)$/.test(items[at]?.lower ?? '') && items[at + 1]?.lower === 'from';
  const [agentRole, otherRole] = wins || delivers || ordered ? [roles[1], roles[0]] : roles;
  const between =
    items[at + 1]?.lower === 'between' ||
    (trigger.type === 'merger' && items[at + 1]?.lower === 'of') ||
    (trigger.type === 'joint_venture' && items[at + 1]?.lower === 'of');
  const after = namedAfter(items, at, wins ? `${trigger.prepositions} for` : trigger.prepositions);
  if (after.length > 1 && isPlural(items, at)) return null;
  const modifiers = after.length > 0 ? [] : modifiersOf(items, at);
  const inside = after.length > 0 ? after : modifiers;
  const named =
    inside.length > 0 && !(type === 'investment' && after.length === 0) ? inside : (inBrackets(items, at) ?? indirectObject(items, at));
  const others = named.length > 0 || delivery === null ? named : namedAfter(items, delivery, 'for to', 12);
  const by = namedAfter(items, at, 'by');
  const agent = by[0] ?? possessorOf(items, at);
  if (items[at + 1]?.lower === 'between' && others.length < 2) return null;
  const parties: Party[] = [];
  if (between && others.length >= 2) for (const other of others) add(parties, otherRole, other);
  else addSides(parties, sentence, at, { type, agentRole, otherRole, agent, others }, lastDeal);
  if (
    type === 'partnership' &&
    /^(?:contracts?|orders?|leases?|deals?|agreements?)$/.test(items[at]?.lower ?? '') &&
    parties.length === 2 &&
    parties.filter((party) => isSeller(party.entity)).length === 1
  )
    type = 'supply_contract';
  // `Apple and Amazon have entered into agreements`: each into its own.
  if (
    type === 'supply_contract' &&
    parties.length > 1 &&
    isPlural(items, at) &&
    !between &&
    others.length === 0 &&
    agent === null &&
    !anySells(sentence, parties)
  )
    return null;
  return parties.length < 2
    ? ofOneParty(sentence, at, { trigger, type, rule, after, others, delivers }, parties, lastDeal)
    : make(sentence, at, type, parties, false, rule);
}

function isPlural(items: readonly Item[], at: number): boolean {
  return /^(?:contracts|agreements|deals|pacts|orders)$/.test(items[at]?.lower ?? '');
}

/** The row that the word at `at` opens; null when it stands for a verb or for something else. */
function triggerAt(items: readonly Item[], at: number): NounTrigger | null {
  const word = items[at]?.lower ?? '';
  const trigger = nouns.get(word === 'venture' && items[at - 1]?.lower === 'joint' ? 'joint-venture' : word);
  if (trigger === undefined || isVerbUse(items, at) || isOtherSense(items, at)) return null;
  // `takeover offer`: the offer tells of it.
  if (trigger.type === 'acquisition' && /^(?:bid|offer|proposal|approach)e?s?$/.test(items[at + 1]?.lower ?? '')) return null;
  if (trigger.type === 'investment' && /\b(?:retain|keep|hold|maintain)(?:s|ed|ing)?\b/.test(wordsOf(items, at - 5, at))) return null;
  return trigger;
}

interface Sides {
  readonly type: DealType;
  readonly agentRole: DealRole;
  readonly otherRole: DealRole;
  readonly agent: Named | null;
  readonly others: readonly Named[];
}

/** Adds who acts, the possessor or else the subject, and the other side. */
function addSides(parties: Party[], sentence: ReadSentence, at: number, sides: Sides, lastDeal: DealDraft | null): void {
  const { items } = sentence;
  const { type, agentRole, otherRole, agent, others } = sides;
  const subject = clauseSubject(items, at) ?? leading(items, at);
  const joint = subject === null || others.length > 0 || !JOINT.has(type) ? [] : jointParties(items, at, subject);
  if (joint.length > 1) for (const party of joint) add(parties, agentRole, party);
  else if (agent !== null) add(parties, agentRole, agent);
  else {
    if (subject !== null && others.length > 0) add(parties, agentRole, subject);
    else if (subject !== null && hasDealVerb(items, at))
      for (const named of withCoordinated(items, subject)) add(parties, parties.length === 0 ? agentRole : otherRole, named);
    else if (others.length === 0 && sentence.headline)
      for (const named of headlineAgents(sentence, at)) add(parties, parties.length === 0 ? agentRole : otherRole, named);
    else if (others.length > 0 && !isSomebodyElses(items, at, type, others, lastDeal))
      add(parties, agentRole, unnamedAgent(sentence, at, type, others, lastDeal));
  }
  for (const other of others) add(parties, otherRole, other);
}

interface Lone {
  readonly trigger: NounTrigger;
  readonly type: DealType;
  readonly rule: string;
  readonly after: readonly Named[];
  readonly others: readonly Named[];
  readonly delivers: boolean;
}

/** What a noun with one party or none tells: a deal told before, one whose other side is not named, or nothing. */
function ofOneParty(sentence: ReadSentence, at: number, lone: Lone, parties: Party[], lastDeal: DealDraft | null): DealDraft | null {
  const { items } = sentence;
  const { trigger, type, rule, after, others, delivers } = lone;
  const definite = /^(?:the|this|that)$/.test(determiner(items, at));
  // Without a deal told before, "the combination" may be one of drugs and "the offer" one of sandwiches.
  const both = JOINT.has(type) && others.length === 0 ? lastTwo(sentence, at, lastDeal) : null;
  if (both !== null) return make(sentence, at, type, both, false, rule);
  if (lastDeal === null && /^(?:offers?|bids?|combinations?|orders?|purchases?)$/.test(items[at]?.lower ?? '')) return null;
  if ((definite && (after.length === 0 || type !== 'acquisition')) || parties.length === 0 || determiner(items, at) === 'its')
    return definite || /^(?:its|their)$/.test(determiner(items, at)) ? make(sentence, at, type, [], true, rule) : null;
  // `a $5.2 billion takeover of Yamana Gold`: who takes over is not told.
  if (trigger.prepositions.startsWith('of') && type === 'acquisition' && after.length > 0 && moneyBefore(items, at, 6) !== null)
    return make(
      sentence,
      at,
      type,
      parties.map((party): Party => ({ ...party, role: 'target' })),
      false,
      rule,
    );
  if (type === 'settlement' && moneyBefore(items, at, 6) !== null && hasDealVerb(items, at))
    return make(sentence, at, type, parties, false, rule);
  if (!hasDealVerb(items, at)) return null;
  if (type !== 'supply_contract') return null;
  const supplier = parties[0];
  const customer =
    supplier === undefined || delivers || lastDeal?.sentence.paragraph !== sentence.paragraph
      ? null
      : unnamedAgent(sentence, at, type, [supplier], lastDeal);
  if (supplier !== undefined && customer !== null && isSeller(supplier.entity) && !isSeller(customer.entity))
    add(parties, 'customer', customer);
  return make(sentence, at, type, parties, false, rule);
}

/** `an agreement worth $3 billion to deliver trains for …`: the item of the verb by which the agent supplies. */
function deliveryBehind(items: readonly Item[], at: number): number | null {
  for (let i = at + 1; i < Math.min(at + 12, items.length); i++) {
    if (items[i]?.lower === 'to' && DELIVERS.has(items[i + 1]?.lower ?? '')) return i + 1;
    if (isVerbItem(items[i]) || items[i]?.text === ';') return null;
  }
  return null;
}

const DELIVERS = new Set(['supply', 'deliver', 'build', 'provide', 'make', 'maintain', 'manufacture']);

/** An offer that somebody answers is no deal yet, unless the words say more. */
function notYetAgreed(draft: DealDraft | null): DealDraft | null {
  return draft === null || draft.status !== 'announced' ? draft : { ...draft, status: 'talks' };
}

/** `the sale of its Italian unit to Swisscom`, `IBM's sale of its chip business by auction`: seller, buyer and, where it has a name, what is sold. */
function saleDeal(sentence: ReadSentence, at: number, trigger: NounTrigger): DealDraft | null {
  const { items } = sentence;
  if (items[at + 1]?.lower !== 'of' || /^(?:share|stock|bond|asset|home|land|fire)$/.test(items[at - 1]?.lower ?? '')) return null;
  const [buyer] = namedAfter(items, at, 'to', 18).concat(talksWith(items, at));
  const part = items.findIndex(({ lower }, index) => index > at && index < at + 8 && /^(?:stake|interest)$/.test(lower));
  const [sold] = part < 0 ? namedAfter(items, at, 'of', 6) : namedAfter(items, part, 'in');
  const [by] = namedAfter(items, at, 'by');
  if (buyer === undefined && moneyNear(items, at, 14) === false) return null;
  const parties: Party[] = [];
  add(parties, trigger.agent, by ?? possessorOf(items, at) ?? clauseSubject(items, at));
  if (buyer !== undefined) add(parties, 'acquirer', buyer);
  add(parties, trigger.other, sold);
  return parties.length < 2 ? null : make(sentence, at, trigger.type, parties, false, trigger.name);
}

/** `in discussions with CD&R regarding the sale`: who is talked to buys. */
function talksWith(items: readonly Item[], at: number): Named[] {
  for (let i = at - 1; i >= Math.max(0, at - 14); i--)
    if (/^(?:talks|discussions|negotiations)$/.test(items[i]?.lower ?? '')) return namedAfter(items, i, 'with', 3);
  return [];
}

/** `an agreement with Todd Boehly to purchase the club`: the verb tells of it. */
function buysBehind(items: readonly Item[], at: number): boolean {
  return items[at + 1]?.lower === 'with' && /\bto (?:acquire|buy|purchase|sell|merge)\b/.test(wordsOf(items, at + 3, at + 9));
}

/** `includes a $5.2 billion takeover of Yamana Gold`: told of as one of many, it is not what the text before was about. */
function isSomebodyElses(
  items: readonly Item[],
  at: number,
  type: DealType,
  others: readonly Named[],
  lastDeal: DealDraft | null,
): boolean {
  if (type !== 'acquisition' || lastDeal?.parties.some((party) => others.some((other) => other.entity === party.entity)) === true)
    return false;
  return /^(?:an?|the)$/.test(determiner(items, at)) && moneyBefore(items, at, 6) !== null;
}

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

function hasDealVerb(items: readonly Item[], at: number): boolean {
  return /\b(?:has|have|had|got|gets|holds?|sign(?:ed|s|ing)?|form(?:s|ed|ing)?|struck|strikes?|reach(?:ed|es)?|announc\w+|won|wins?|secured|agreed|inked|clinched|entered)\b/.test(
    wordsOf(items, at - 9, at),
  );
}
