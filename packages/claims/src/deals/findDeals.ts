import type { DealRole, DealStatus, DealType } from '@newsledger/events';
import { clauseSubject } from '../figures/chooseSubject.ts';
import { clauseAround, isPossessive, isVerbItem, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { agentOf, indirectObject, modifiersOf, type Named, namedAfter, objectsAfter, possessorOf, relativeObject, withCoordinated } from './findParties.ts';
import { isSeller, partyWithValue, supplyRoles } from './supplyDeals.ts';
import { agreementKinds, dealStatusRules, nounTriggers, type NounTrigger, type VerbTrigger, verbTriggers } from './triggers.ts';

export interface Party {
  readonly role: DealRole;
  readonly entity: string;
  /** The item that names it; null when the party comes from elsewhere. */
  readonly index: number | null;
}

/** A deal as one sentence tells it. */
export interface DealDraft {
  readonly type: DealType;
  readonly status: DealStatus;
  readonly parties: readonly Party[];
  readonly sentence: ReadSentence;
  /** The item whose word tells of the deal. */
  readonly trigger: number;
  /** "the deal", "the agreement" without parties of its own: it means the deal told before. */
  readonly anaphoric: boolean;
}

const verbs = new Map<string, VerbTrigger>(verbTriggers.flatMap((trigger) => trigger.forms.split(' ').map((form): [string, VerbTrigger] => [form, trigger])));
const nouns = new Map<string, NounTrigger>(nounTriggers.flatMap((trigger) => trigger.nouns.split(' ').flatMap((noun): [string, NounTrigger][] => [[noun, trigger], [`${noun}s`, trigger]])));

/** Whether a word can tell of a deal; sentences without one, and without a quantity, need no closer look. */
export function isDealWord(lower: string): boolean {
  return verbs.has(lower) || nouns.has(lower) || RAISING.test(lower) || LISTING.test(lower) || /^(?:venture|round|stake|sell|sold|selling|bonds?|loan)$/.test(lower);
}

const RAISING = /^(?:raise|raises|raised|raising|secured|funding|round)$/;
const LISTING = /^(?:ipo|listing|flotation|float|offering|debut)$/;

/** Every telling of a deal in a sentence, left to right. */
export function findDeals(sentence: ReadSentence, lastDeal: DealDraft | null): DealDraft[] {
  const drafts: DealDraft[] = [];
  const { items } = sentence;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (item === undefined || item.kind !== 'word') continue;
    const draft = verbDeal(sentence, i) ?? nounDeal(sentence, i, lastDeal) ?? raising(sentence, i) ?? listing(sentence, i) ?? stakeDeal(sentence, i);
    if (draft !== null && !drafts.some((other) => sameParties(other, draft) && other.type === draft.type)) drafts.push(draft);
  }
  for (const [i, item] of items.entries()) {
    if (item.kind !== 'mention' || drafts.some((draft) => draft.parties.some((party) => party.index === i))) continue;
    const found = partyWithValue(items, i);
    if (found === null) continue;
    const parties: Party[] = [];
    add(parties, 'customer', clauseSubject(items, i) ?? unnamedAgent(sentence, i, 'supply_contract', [found], drafts.find((draft) => draft.parties.length > 1) ?? lastDeal));
    add(parties, 'supplier', found);
    const draft = parties.length < 2 ? null : make(sentence, i, 'supply_contract', parties, false);
    if (draft !== null && !drafts.some((other) => sameParties(other, draft))) drafts.push(draft);
  }
  return drafts;
}

function verbDeal(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  const trigger = verbs.get(items[at]?.lower ?? '');
  if (trigger === undefined || isNounUse(items, at)) return null;
  const passive = isPassive(items, at);
  const agentChoice = agentOf(sentence, at);
  const parties: Party[] = [];
  let type = trigger.type;
  if (passive) {
    if (trigger.type !== 'acquisition' && trigger.type !== 'financing' && trigger.type !== 'supply_contract' && trigger.type !== 'merger') return null;
    add(parties, trigger.other, agentChoice);
    for (const named of namedAfter(items, at, 'by with')) add(parties, trigger.agent, named);
    if (parties.length < 2) return null;
  } else {
    const relative = relativeObject(items, at);
    add(parties, trigger.agent, agentChoice);
    const direct = /^(?:suppl|provid|pay|paid)/.test(items[at]?.lower ?? '') ? objectsAfter(items, at) : [];
    const targets = direct.length > 0 ? direct : relative !== null ? [relative] : trigger.preposition === null ? objectsAfter(items, at) : namedAfter(items, at, trigger.preposition);
    for (const target of targets) add(parties, trigger.other, target);
    if (trigger.type === 'divestiture' && (targets[0] === undefined || !moneyNear(items, at, 22))) return null;
    if (trigger.type === 'acquisition' && trigger.preposition === null) {
      const from = namedAfter(items, at, 'from');
      const object = targets[0];
      if (object === undefined || (from[0] !== undefined && buysGoods(items, at))) {
        if (from[0] === undefined || !buysGoods(items, at)) return null;
        type = 'supply_contract';
        parties.length = 0;
        add(parties, 'customer', agentChoice);
        add(parties, 'supplier', from[0]);
      } else if (from[0] !== undefined) add(parties, 'seller', from[0]);
      if (object?.index != null && /^(?:shares?|stock|bonds?|chips?|gpus?|products?|services?|power|electricity|jets?|computers?|phones?|goods|debt)$/.test(items[object.index + 1]?.lower ?? '')) return null;
    }
    if (/^(?:pay|paid)/.test(items[at]?.lower ?? '')) {
      const payee = direct[0];
      const bought = direct.length === 0 && moneyAfter(items, at, 3) !== null ? namedAfter(items, at, 'for') : [];
      if (bought[0] !== undefined && agentChoice !== null) return make(sentence, at, 'acquisition', [{ role: 'acquirer', ...agentChoice }, { role: 'target', ...bought[0] }], false);
      if (payee === undefined || payee.index === null || items[payee.index + 1]?.kind !== 'quantity') return null;
      if (/\bsettle|\blawsuit|\bdispute\b/.test(sentence.text)) type = 'settlement';
      else if (!isSeller(payee.entity) && !/\b(?:contracts?|rent|lease|supply|host\w*|over \w+ years)\b/.test(sentence.text)) return null;
    }
    if (parties.length < 2 && !(type === 'investment' && moneyNear(items, at, 8))) return null;
    if (/^spen/.test(items[at]?.lower ?? '') && !/\b(?:promis\w+|commit\w*|agree[ds]?|pledg\w+|contract\w*|signed)\b/.test(sentence.text.toLowerCase())) return null;
    if (type === 'supply_contract' && !/^(?:pay|paid)/.test(items[at]?.lower ?? '') && !/\b(?:cloud|comput\w+|capacity|power|electricity|megawatts?|gigawatts?|chips?|gpus?|servers?|services|equipment|fuel|gas|engines?|jets?|aircraft|batter\w+|machines|processors?|azure|oracle|aws)\b/.test(sentence.text.toLowerCase())) return null;
  }
  return make(sentence, at, type, parties, false);
}

function nounDeal(sentence: ReadSentence, at: number, lastDeal: DealDraft | null): DealDraft | null {
  const { items } = sentence;
  let trigger = nouns.get(items[at]?.lower ?? '');
  if (items[at]?.lower === 'venture' && items[at - 1]?.lower === 'joint') trigger = nouns.get('joint-venture');
  if (trigger === undefined || isVerbUse(items, at)) return null;
  const parties: Party[] = [];
  let type = trigger.type;
  if (trigger.nouns.startsWith('contract')) type = agreementType(items, at);
  const roles = rolesFor(type, trigger);
  // Whoever wins an order is paid for it.
  const wins = type === 'supply_contract' && /\b(?:won|wins?|winning|landed|lands)\b/.test(wordsOf(items, at - 7, at));
  const [agentRole, otherRole] = wins ? [roles[1], roles[0]] : roles;
  const between = items[at + 1]?.lower === 'between' || (trigger.type === 'merger' && items[at + 1]?.lower === 'of') || (trigger.type === 'joint_venture' && items[at + 1]?.lower === 'of');
  const after = namedAfter(items, at, trigger.prepositions);
  if (after.length > 1 && /^(?:contracts|agreements|deals|pacts|orders)$/.test(items[at]?.lower ?? '')) return null;
  const inside = after.length > 0 ? after : modifiersOf(items, at);
  const others = inside.length > 0 ? inside : indirectObject(items, at);
  const by = namedAfter(items, at, 'by');
  const agent = by[0] ?? possessorOf(items, at);
  if (between && others.length >= 2) for (const other of others) add(parties, otherRole, other);
  else {
    if (agent !== null) add(parties, agentRole, agent);
    else {
      const subject = clauseSubject(items, at);
      if (subject !== null && others.length > 0) add(parties, agentRole, subject);
      else if (subject !== null && hasDealVerb(items, at)) for (const named of withCoordinated(items, subject)) add(parties, parties.length === 0 ? agentRole : otherRole, named);
      else if (others.length === 0 && sentence.headline) for (const named of headlineAgents(sentence, at)) add(parties, parties.length === 0 ? agentRole : otherRole, named);
      else if (others.length > 0) add(parties, agentRole, unnamedAgent(sentence, at, type, others, lastDeal));
    }
    for (const other of others) add(parties, otherRole, other);
  }
  if (type === 'partnership' && /^(?:contracts?|orders?|leases?|deals?|agreements?)$/.test(items[at]?.lower ?? '') && parties.length === 2 && parties.filter((party) => isSeller(party.entity)).length === 1) type = 'supply_contract';
  const definite = /^(?:the|this|that)$/.test(determiner(items, at));
  if (parties.length < 2) {
    if (definite || parties.length === 0 || determiner(items, at) === 'its') return definite || /^(?:its|their)$/.test(determiner(items, at)) ? make(sentence, at, type, [], true) : null;
    if (!hasDealVerb(items, at)) return null;
    if (type !== 'supply_contract') return null;
    const lone = parties[0];
    const customer = lone === undefined ? null : unnamedAgent(sentence, at, type, [lone], lastDeal);
    if (lone !== undefined && customer !== null && isSeller(lone.entity) && !isSeller(customer.entity)) add(parties, 'customer', customer);
  }
  if (type === 'supply_contract') return make(sentence, at, type, parties, false);
  return make(sentence, at, type, parties, false);
}

/** Whose contract it is when the sentence doesn't say: whose the last one of the kind was, else whom the text was about. */
function unnamedAgent(sentence: ReadSentence, at: number, type: DealType, others: readonly Named[], lastDeal: DealDraft | null): Named | null {
  const isOther = (entity: string): boolean => others.some((other) => other.entity === entity);
  const customer = lastDeal?.type === type ? lastDeal.parties.find((party) => /^(?:customer|acquirer|investor|partner)$/.test(party.role)) : undefined;
  if (customer !== undefined && !isOther(customer.entity)) return { entity: customer.entity, index: null };
  const agent = agentOf(sentence, at);
  if (agent !== null && !isOther(agent.entity)) return agent;
  return sentence.focus === null || isOther(sentence.focus) ? null : { entity: sentence.focus, index: null };
}

/** "raised $13 billion in a Series F round led by Iconiq". */
function raising(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  if (!/^(?:raise|raises|raised|raising|secured)$/.test(items[at]?.lower ?? '')) return null;
  const money = moneyAfter(items, at, 7);
  if (money === null) return null;
  const object = wordsOf(items, at + 1, money);
  if (/\b(?:guidance|forecast|outlook|price|target|dividend|stake|bid|offer|estimate|from)\b/.test(object)) return null;
  const words = ` ${wordsOf(items, at, items.length)} `;
  const type: DealType = / (?:listing|ipo|initial public offering|share sale|stock sale|offering|debut|flotation|issuance of stock) /.test(words) ? 'ipo' : / (?:debt|bonds?|loans?|notes|borrowing) /.test(words) && !/ equity /.test(words) ? 'financing' : 'funding_round';
  const parties: Party[] = [];
  add(parties, type === 'ipo' ? 'seller' : 'investee', agentOf(sentence, at));
  if (parties.length === 0) return null;
  if (type !== 'ipo') for (const investor of [...namedAfter(items, at, 'from by'), ...ledBy(items, at)]) add(parties, 'investor', investor);
  return make(sentence, at, type, parties, false);
}

/** "its $25 billion initial public offering". */
function listing(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  if (!LISTING.test(items[at]?.lower ?? '')) return null;
  const owner = possessorOf(items, at) ?? namedAfter(items, at, 'of')[0] ?? null;
  const money = moneyBefore(items, at, 6);
  if (owner === null || (money === null && items[at]?.lower !== 'ipo')) return null;
  const parties: Party[] = [];
  add(parties, 'seller', owner);
  return parties.length === 0 ? null : make(sentence, at, 'ipo', parties, false);
}

/** "took a 51% stake in X" is an investment; "sold its X stake" a divestiture. */
function stakeDeal(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  if (items[at]?.lower !== 'stake') return null;
  const before = wordsOf(items, at - 8, at);
  if (!/\b(?:took|takes?|taking|acquir\w+|buy|buys|bought|buying|purchas\w+)\b/.test(before)) return null;
  const parties: Party[] = [];
  add(parties, 'investor', clauseSubject(items, at));
  for (const investee of namedAfter(items, at, 'in')) add(parties, 'investee', investee);
  if (parties.length < 2) return null;
  const majority = /\b(?:majority|controlling|entire)\b/.test(before);
  return make(sentence, at, majority ? 'acquisition' : 'investment', majority ? parties.map((party): Party => ({ ...party, role: party.role === 'investor' ? 'acquirer' : 'target' })) : parties, false);
}

function make(sentence: ReadSentence, trigger: number, type: DealType, parties: readonly Party[], anaphoric: boolean): DealDraft | null {
  if (!anaphoric && parties.length === 0) return null;
  return { type, status: statusOf(sentence, trigger, type), parties: type === 'supply_contract' ? supplyRoles(sentence, parties) : parties, sentence, trigger, anaphoric };
}

function statusOf(sentence: ReadSentence, trigger: number, type: DealType): DealStatus {
  const [from, to] = clauseAround(sentence.items, trigger);
  const words = wordsOf(sentence.items, from, to);
  const whole = sentence.text.toLowerCase();
  for (const [status, pattern] of dealStatusRules) if (pattern.test(/^(?:rumoured|denied)$/.test(status) ? whole : words)) return status;
  if (/\b(?:plans?|seek\w*|to raise|aims?|will|set to)\b/.test(words)) return type === 'ipo' || type === 'funding_round' ? 'announced' : 'announced';
  if (/^(?:acquired|bought|purchased|invested|raised|merged|lent|settled)$/.test(sentence.items[trigger]?.lower ?? '')) return 'completed';
  return 'announced';
}

function agreementType(items: readonly Item[], at: number): DealType {
  const [from, to] = clauseAround(items, at);
  const words = wordsOf(items, Math.max(from, at - 12), Math.min(to, at + 16));
  const found = agreementKinds.filter(([, pattern]) => pattern.test(words)).map(([type]) => type);
  // `a contract to buy computing power` buys goods; `a deal to buy Splunk` is left to its verb.
  if (found[0] === 'acquisition' && found.includes('supply_contract') && !/takeover|buyout|acquisition|acquire|all-cash|all-stock|cash-and-stock/.test(words)) return 'supply_contract';
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

function add(parties: Party[], role: DealRole, named: Named | null | undefined): void {
  if (named === null || named === undefined || parties.some((party) => party.entity === named.entity)) return;
  parties.push({ role, entity: named.entity, index: named.index });
}

function ledBy(items: readonly Item[], at: number): Named[] {
  for (let i = at + 1; i < items.length; i++) if (/^(?:led|backed|joined)$/.test(items[i]?.lower ?? '')) return namedAfter(items, i, 'by');
  return [];
}

function sameParties(a: DealDraft, b: DealDraft): boolean {
  return a.anaphoric === b.anaphoric && a.parties.length === b.parties.length && a.parties.every((party) => b.parties.some((other) => other.entity === party.entity));
}

/** `was acquired`, `to be bought`, `acquired by`. */
function isPassive(items: readonly Item[], at: number): boolean {
  if (!/(?:ed|ught|lt|ld)$/.test(items[at]?.lower ?? '')) return false;
  if (items[at + 1]?.lower === 'by') return true;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const word = items[i]?.lower ?? '';
    if (/^(?:was|were|been|be|being|is|are|gets?|got)$/.test(word)) return true;
    if (!/^(?:also|recently|later|then|jointly|not|finally|since)$/.test(word)) return false;
  }
  return false;
}

/** `the purchase of`, `a $5 billion buy`: a noun, though it looks like a verb. */
function isNounUse(items: readonly Item[], at: number): boolean {
  if (!/^(?:purchases?|buys?|supply|supplies|partners?|teams?|pump|combine)$/.test(items[at]?.lower ?? '')) return false;
  return /^(?:the|a|an|its|their|this|'s|’s|of|'|’|for|new|planned|proposed|and)$/.test(items[at - 1]?.lower ?? '') || items[at - 1]?.kind === 'quantity' || /^(?:of|and|chain)$/.test(items[at + 1]?.lower ?? '');
}

/** `to purchase`, `will offer`: a verb, though it looks like a noun. */
function isVerbUse(items: readonly Item[], at: number): boolean {
  if (/^(?:offers|bids|contracts|leases|orders|deals|partners|offer|bid)$/.test(items[at]?.lower ?? '') && items[at - 1]?.kind === 'mention' && !isPossessive(items, at - 1) && items[at + 1]?.lower !== 'for') return true;
  return /^(?:to|will|would|could|can|may|might|should|they|we|not)$/.test(items[at - 1]?.lower ?? '') && /^(?:purchase|offer|bid|contract|lease|order|deal|partner)$/.test(items[at]?.lower ?? '');
}

/** "$38 billion of computing from AWS": what is bought is goods, and the seller stands behind "from". */
function buysGoods(items: readonly Item[], at: number): boolean {
  const words = wordsOf(items, at + 1, at + 12);
  return /\b(?:of|worth|from)\b/.test(words) && /\b(?:cloud|comput\w+|capacity|services|power|electricity|chips?|gpus?|servers?|energy|megawatts?|gigawatts?|jets?|aircraft|equipment|processors?|accelerators?)\b/.test(words);
}

function hasDealVerb(items: readonly Item[], at: number): boolean {
  return /\b(?:has|have|had|got|gets|holds?|sign(?:ed|s|ing)?|struck|strikes?|reach(?:ed|es)?|announc\w+|won|wins?|secured|agreed|inked|clinched|entered)\b/.test(wordsOf(items, at - 9, at));
}

function determiner(items: readonly Item[], at: number): string {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const lower = items[i]?.lower ?? '';
    if (/^(?:the|this|that|its|their|a|an)$/.test(lower)) return lower;
    if (isVerbItem(items[i]) || items[i]?.kind === 'mark') return '';
  }
  return '';
}

function moneyNear(items: readonly Item[], at: number, reach: number): boolean {
  return moneyAfter(items, at, reach) !== null || moneyBefore(items, at, reach) !== null;
}

function moneyAfter(items: readonly Item[], at: number, reach: number): number | null {
  for (let i = at + 1; i < Math.min(at + 1 + reach, items.length); i++) if (isMoney(items[i])) return i;
  return null;
}

function moneyBefore(items: readonly Item[], at: number, reach: number): number | null {
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) if (isMoney(items[i])) return i;
  return null;
}

function isMoney(item: Item | undefined): boolean {
  return item?.kind === 'quantity' && item.quantity.kind === 'money';
}
