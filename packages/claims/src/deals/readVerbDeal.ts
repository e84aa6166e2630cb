import { SMALLEST_DEAL } from '../figures/smallPrice.ts';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { add, type DealDraft, make, type Party } from './dealDraft.ts';
import { agentOf, type Named, namedAfter, namedAt, objectsAfter, relativeObject } from './findParties.ts';
import { moneyAfter, moneyNear } from './money.ts';
import { isSeller } from './supplyDeals.ts';
import { type VerbTrigger, verbTriggers } from './triggers.ts';

export const verbs = new Map<string, VerbTrigger>(
  verbTriggers.flatMap((trigger) => trigger.forms.split(' ').map((form): [string, VerbTrigger] => [form, trigger])),
);

/** A deal told by a verb: active, passive, or in a relative clause. */
export function verbDeal(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  const trigger = verbs.get(items[at]?.lower ?? '');
  if (trigger === undefined || isNounUse(items, at)) return null;
  const passive = isPassive(items, at);
  // `switches, sold to Sable Photonics`: a participle behind its noun has no seller of its own.
  const agentChoice =
    trigger.type === 'divestiture' && items[at - 1]?.text === ',' && /^(?:to|by|for|in|at)$/.test(items[at + 1]?.lower ?? '')
      ? null
      : agentOf(sentence, at);
  const parties: Party[] = [];
  let type = trigger.type;
  if (passive) {
    if (trigger.type !== 'acquisition' && trigger.type !== 'financing' && trigger.type !== 'supply_contract' && trigger.type !== 'merger')
      return null;
    add(parties, trigger.other, agentChoice);
    for (const named of namedAfter(items, at, 'by with')) add(parties, trigger.agent, named);
    if (parties.length < 2) return null;
  } else {
    const relative = relativeObject(items, at);
    add(parties, trigger.agent, agentChoice);
    const direct = /^(?:suppl|provid|pay|paid)/.test(items[at]?.lower ?? '')
      ? objectsAfter(items, at)
      : trigger.type === 'divestiture'
        ? buyerAfter(items, at)
        : [];
    const targets =
      direct.length > 0
        ? direct
        : relative !== null
          ? [relative]
          : trigger.preposition === null
            ? objectsAfter(items, at)
            : namedAfter(items, at, trigger.preposition);
    for (const target of targets) add(parties, trigger.other, target);
    if (trigger.type === 'divestiture') {
      const sold = direct.length > 0 ? null : companyBefore(items, at, 'to');
      if (targets[0] === undefined || (sold === null && !moneyNear(items, at, 22))) return null;
      if (sold !== null && !targets.some((target) => target.entity === sold.entity)) {
        add(parties, 'target', sold);
        return make(sentence, at, type, parties, false, trigger.name);
      }
    }
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
      if (
        object?.index != null &&
        /^(?:shares?|stock|bonds?|chips?|gpus?|products?|services?|power|electricity|jets?|computers?|phones?|goods|debt)$/.test(
          items[object.index + 1]?.lower ?? '',
        )
      )
        return null;
    }
    if (/^(?:pay|paid)/.test(items[at]?.lower ?? '')) {
      const payee = direct[0];
      const bought = direct.length === 0 && paysForCompany(items, at) ? namedAfter(items, at, 'for') : [];
      if (bought[0] !== undefined && agentChoice !== null)
        return make(
          sentence,
          at,
          'acquisition',
          [
            { role: 'acquirer', ...agentChoice },
            { role: 'target', ...bought[0] },
          ],
          false,
          `${trigger.name} for a company`,
        );
      if (payee === undefined || payee.index === null || items[payee.index + 1]?.kind !== 'quantity') return null;
      if (/\bsettle|\blawsuit|\bdispute\b/.test(sentence.text)) type = 'settlement';
      else if (!isSeller(payee.entity) && !/\b(?:contracts?|rent|lease|supply|host\w*|over \w+ years)\b/.test(sentence.text)) return null;
    }
    if (parties.length < 2 && !(type === 'investment' && moneyNear(items, at, 8))) return null;
    // `put its network into the cloud` moves no money.
    if (/^(?:put|pour|pump|inject|pl(?:ough|ow))/.test(items[at]?.lower ?? '') && !moneyNear(items, at, 8)) return null;
    if (/^spen/.test(items[at]?.lower ?? '') && !/\b(?:promis\w+|commit\w*|agree[ds]?|pledg\w+|contract\w*|signed)\b/.test(sentence.lower))
      return null;
    if (
      type === 'supply_contract' &&
      !/^(?:pay|paid)/.test(items[at]?.lower ?? '') &&
      !/\b(?:cloud|comput\w+|capacity|power|electricity|megawatts?|gigawatts?|chips?|gpus?|servers?|services|equipment|fuel|gas|engines?|jets?|aircraft|batter\w+|machines|processors?|azure|oracle|aws)\b/.test(
        sentence.lower,
      )
    )
      return null;
  }
  return make(sentence, at, type, parties, false, type === trigger.type ? trigger.name : `${trigger.name}, as ${type}`);
}

/** `pay $133 for insurance` buys no company. */
function paysForCompany(items: readonly Item[], at: number): boolean {
  const money = items[moneyAfter(items, at, 3) ?? -1];
  return money?.kind === 'quantity' && Number(money.quantity.value ?? money.quantity.high ?? money.quantity.low ?? 0) >= SMALLEST_DEAL;
}

/** `sold Quidsi to Amazon`: a company right behind the verb and before the preposition is what is sold. */
function companyBefore(items: readonly Item[], at: number, preposition: string): Named | null {
  const item = items[at + 1];
  return item?.kind === 'mention' &&
    item.mention.kind === 'organisation' &&
    item.mention.form !== 'pronoun' &&
    items[at + 2]?.lower === preposition
    ? { entity: item.mention.entity, index: at + 1, because: { rule: 'sold company behind the verb', start: item.start, end: item.end } }
    : null;
}

/** `sold Vantor its memory unit`: who stands between the verb and what is sold buys it. */
function buyerAfter(items: readonly Item[], at: number): Named[] {
  const named = namedAt(items, at + 1, 'buyer behind the verb');
  const next = items[at + 2];
  return named !== null && (next?.kind === 'quantity' || /^(?:an?|its|the|their|some|all|two|three|half|part)$/.test(next?.lower ?? ''))
    ? [named]
    : [];
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
  return (
    /^(?:the|a|an|its|their|this|'s|’s|of|'|’|for|new|planned|proposed|and)$/.test(items[at - 1]?.lower ?? '') ||
    items[at - 1]?.kind === 'quantity' ||
    /^(?:of|and|chain)$/.test(items[at + 1]?.lower ?? '')
  );
}

/** "$38 billion of computing from AWS": what is bought is goods, and the seller stands behind "from". */
function buysGoods(items: readonly Item[], at: number): boolean {
  const words = wordsOf(items, at + 1, at + 12);
  return (
    /\b(?:of|worth|from)\b/.test(words) &&
    /\b(?:cloud|comput\w+|capacity|services|power|electricity|chips?|gpus?|servers?|energy|megawatts?|gigawatts?|jets?|aircraft|equipment|processors?|accelerators?)\b/.test(
      words,
    )
  );
}
