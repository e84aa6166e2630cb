import type { DealRole, DealType } from '@newsledger/events';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { agentBefore, nounPhrase, type Phrase, phraseAfter } from './loosePhrases.ts';
import { type LooseTrigger, looseTriggers } from './looseTriggers.ts';
import { moneyNear } from './money.ts';

/** A stretch of items that plays a role, named or not. */
interface LooseParty extends Phrase {
  readonly role: DealRole;
}

/** A deal told without the names that a claim needs. */
export interface LooseTelling {
  readonly type: DealType;
  readonly parties: readonly LooseParty[];
}

const triggersOf = new Map<string, LooseTrigger[]>();
for (const trigger of looseTriggers)
  for (const word of trigger.words.split(' ')) triggersOf.set(word, [...(triggersOf.get(word) ?? []), trigger]);

/** Whether a word can tell of a deal whose parties nobody names. */
export function isLooseDealWord(lower: string): boolean {
  return triggersOf.has(lower);
}

/** The telling at item `at` with whoever stands before it and whatever it acts on; null when it is no such word. */
export function looseTelling(items: readonly Item[], at: number): LooseTelling | null {
  if (items[at]?.kind !== 'word') return null;
  for (const trigger of triggersOf.get(items[at].lower) ?? []) {
    const told = tellingBy(trigger, items, at);
    if (told !== null) return told;
  }
  return null;
}

function tellingBy(trigger: LooseTrigger, items: readonly Item[], at: number): LooseTelling | null {
  if (trigger.next !== undefined && !trigger.next.test(`${wordsOf(items, at + 1, at + 4)} `)) return null;
  const around = `${wordsOf(items, at - 4, at)} _ ${wordsOf(items, at + 1, at + 5)}`;
  if (trigger.unless?.test(around) === true || trigger.when?.test(around) === false) return null;
  const agent = agentBefore(items, receiverOf(items, at)?.from ?? at);
  const other = trigger.prepositions === null ? nounPhrase(items, at + 1) : phraseAfter(items, at, trigger.prepositions);
  if (trigger.needs === 'money' && !moneyNear(items, at, 8)) return null;
  if (trigger.needs === 'agent' && agent === null) return null;
  if (trigger.needs === 'other' && (other === null || !isKind(items, other, trigger.kind))) return null;
  if (
    trigger.needs === 'money' &&
    trigger.kind !== undefined &&
    !wordsOf(items, at, at + 10)
      .split(' ')
      .some((word) => DEBT.test(word))
  )
    return null;
  const further = trigger.further === undefined ? null : phraseAfter(items, at, trigger.further.prepositions);
  const receiver = receiverOf(items, at);
  const parties: LooseParty[] = [];
  if (agent !== null && agent.from !== receiver?.from)
    parties.push({ role: agent.owns ? (trigger.owner ?? trigger.agent) : trigger.agent, from: agent.from, to: agent.to });
  if (receiver !== null && trigger.type === 'financing') parties.push({ role: 'investee', ...receiver });
  else if (other !== null) parties.push({ role: trigger.other, ...other });
  if (further !== null && trigger.further !== undefined) parties.push({ role: trigger.further.role, ...further });
  return { type: trigger.type, parties };
}

/** `provided the carrier with a loan`, `gave it financing`: who gets the money stands right behind the verb of giving. */
function receiverOf(items: readonly Item[], at: number): Phrase | null {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    if (items[i]?.kind !== 'mention' || !/^(?:provid|giv|gave|offer|grant|lend|lent|extend|arrang)/.test(items[i - 1]?.lower ?? ''))
      continue;
    return { from: i, to: i + 1 };
  }
  return null;
}

const DEBT = /^(?:debt|bonds?|notes|debentures)$/;

function isKind(items: readonly Item[], { from, to }: Phrase, kind: RegExp | undefined): boolean {
  const named = items.slice(from, to).some((item) => item.kind === 'mention' && /^(?:organisation|product)$/.test(item.mention.kind));
  return kind === undefined || named || kind.test(wordsOf(items, from, to));
}
