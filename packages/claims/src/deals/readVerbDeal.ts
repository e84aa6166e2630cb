import { shareOf } from '../figures/chooseMoneyMeasure.ts';
import { SMALLEST_DEAL } from '../figures/smallPrice.ts';
import { isPossessive, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { add, type DealDraft, make, type Party } from './dealDraft.ts';
import { verbs } from './dealWords.ts';
import { agentOf, withCoordinated } from './findAgents.ts';
import { namedAfter, objectsAfter, relativeObject } from './findParties.ts';
import { GOODS } from './goods.ts';
import { moneyAfter, moneyNear } from './money.ts';
import { type Named, namedAt } from './named.ts';
import { partiesFrom } from './nameList.ts';
import { isSeller } from './supplyDeals.ts';
import type { VerbTrigger } from './verbTriggers.ts';

/** A deal told by a verb: active, passive, or in a relative clause. */
export function verbDeal(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  const trigger = verbs.get(items[at]?.lower ?? '');
  if (trigger === undefined || isNounUse(items, at)) return null;
  if (trigger.particles !== undefined && !hasParticle(items, at, trigger.particles)) return null;
  // `a record $36.67 billion ploughed into 2,304 deals`: nobody says by whom.
  if (trigger.type === 'investment' && items[at - 1]?.kind === 'quantity' && /(?:ed|put|spent)$/.test(items[at]?.lower ?? '')) return null;
  const passive = isPassive(items, at);
  // `switches, sold to Sable Photonics`: a participle behind its noun has no seller of its own.
  const agentChoice =
    trigger.type === 'divestiture' && items[at - 1]?.text === ',' && /^(?:to|by|for|in|at)$/.test(items[at + 1]?.lower ?? '')
      ? null
      : agentOf(sentence, at);
  const parties: Party[] = [];
  let type = trigger.type;
  if (passive) {
    if (trigger.type === 'divestiture' && isOutput(items, at)) return null;
    if (trigger.type === 'divestiture') return soldDeal(sentence, at, trigger, agentChoice);
    if (trigger.type !== 'acquisition' && trigger.type !== 'financing' && trigger.type !== 'supply_contract' && trigger.type !== 'merger')
      return null;
    add(parties, trigger.other, antecedent(items, at) ?? agentChoice);
    for (const named of namedAfter(items, at, 'by with')) add(parties, trigger.agent, named);
    if (trigger.type === 'acquisition') for (const named of namedAfter(items, at, 'from').slice(0, 1)) add(parties, 'seller', named);
    if (parties.length < 2) return null;
  } else {
    const relative = relativeObject(items, at);
    for (const agent of agentChoice === null ? [] : withCoordinated(items, agentChoice)) add(parties, trigger.agent, agent);
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
            ? objectsAfter(items, trigger.particles?.includes(items[at + 1]?.lower ?? '') === true ? at + 1 : at)
            : namedAfter(items, at, trigger.preposition, trigger.type === 'divestiture' ? 20 : 14);
    for (const target of targets) add(parties, trigger.other, target);
    if (trigger.type === 'divestiture') {
      const sold = direct.length > 0 ? null : (companyBefore(items, at, 'to') ?? stakeOf(items, at) ?? soldThing(items, at));
      if (sold !== null && !targets.some((target) => target.entity === sold.entity)) add(parties, 'target', sold);
      if (
        (targets[0] === undefined || sold === null) &&
        !moneyNear(items, at, 22) &&
        (targets[0] === undefined || !sellsBusiness(items, at))
      )
        return null;
      if (targets[0] === undefined && sold === null) return null;
      if (sellsGoods(items, at)) {
        type = 'supply_contract';
        parties.length = 0;
        add(parties, 'supplier', agentChoice);
        for (const target of targets) add(parties, 'customer', target);
      }
    }
    if (trigger.type === 'acquisition' && trigger.preposition === null) {
      // `acquire up to 10% ownership in the chipmaker` is told by the part.
      if (items[at + 1]?.quantity?.kind === 'percent' && /^(?:ownership|stake|interest|of)$/.test(items[at + 2]?.lower ?? '')) return null;
      const from = namedAfter(items, at, 'from');
      const object = targets[0];
      if (object === undefined && from[0] !== undefined && !buysGoods(items, at) && BOUGHT_PART.test(wordsOf(items, at + 1, at + 9)))
        add(parties, 'seller', from[0]);
      else if (object === undefined || (from[0] !== undefined && buysGoods(items, at))) {
        if (from[0] === undefined || !buysGoods(items, at)) return null;
        type = 'supply_contract';
        parties.length = 0;
        add(parties, 'customer', agentChoice);
        add(parties, 'supplier', from[0]);
      } else if (from[0] !== undefined) add(parties, 'seller', from[0]);
      if (object !== undefined && buysRights(items, at)) return null;
      // `buying LG's stake in the plant` is told by the stake, and `bought Venezuela's bonds` takes nobody over.
      if (
        object?.index != null &&
        isPossessive(items, object.index) &&
        /\b(?:stake|interest|holding|shares|bonds|debt)\b/.test(wordsOf(items, object.index + 2, object.index + 6))
      )
        return null;
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
      const bought = direct.length > 0 ? [] : paysForCompany(items, at) ? namedAfter(items, at, 'for') : whoseShares(items, at);
      if (bought[0] !== undefined && agentChoice !== null && bought[0].entity !== agentChoice.entity)
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
      ((!GOODS.test(unnamed(items)) && !isMeasured(items, at)) ||
        (/^provid/.test(items[at]?.lower ?? '') &&
          /\b(?:loans?|financing|funding|credit|facility|capital|cash)\b/.test(wordsOf(items, at + 1, at + 12))))
    )
      return null;
  }
  return make(sentence, at, type, parties, false, type === trigger.type ? trigger.name : `${trigger.name}, as ${type}`);
}

/** `supply 1.2 GWh`, `delivers 200,000 tonnes`: what is measured is goods, whatever it is called. */
function isMeasured(items: readonly Item[], at: number): boolean {
  return items.slice(at + 1, at + 8).some((item) => item.kind === 'quantity' && item.quantity.kind === 'physical');
}

/** `take Petco private`. */
function takesPrivate(items: readonly Item[], at: number): boolean {
  return items.slice(at + 2, at + 7).some((item, index) => item.lower === 'private' && items[at + 1 + index]?.kind === 'mention');
}

/** `took over Splunk`, `joined forces with`; nobody is bought by who is `taking over as its head`, or `taking over the lead`. */
function hasParticle(items: readonly Item[], at: number, particles: readonly string[]): boolean {
  if (particles.includes('over') && takesPrivate(items, at)) return true;
  if (!particles.includes(items[at + 1]?.lower ?? '')) return false;
  if (items[at + 1]?.lower !== 'over') return true;
  return (
    items[at + 2]?.lower === 'by' ||
    items.slice(at + 2, at + 5).some((item) => item.kind === 'mention' && !/^(?:description|pronoun)$/.test(item.mention.form))
  );
}

/** `behind Petsmart, which itself was acquired by …`: of whom the relative clause tells. */
function antecedent(items: readonly Item[], verb: number): Named | null {
  for (let i = verb - 1; i >= Math.max(1, verb - 5); i--)
    if (items[i]?.lower === 'which') return namedAt(items, items[i - 1]?.text === ',' ? i - 2 : i - 1, 'before the relative clause');
  return null;
}

/** `The output of the balance of 150MW will be sold to …`: what a plant makes. */
function isOutput(items: readonly Item[], verb: number): boolean {
  return /\b(?:output|power|electricity|energy|production|capacity|gas|lng|crude|oil)\b/.test(wordsOf(items, verb - 14, verb));
}

/** `Asda was sold by Walmart to TDR Capital`, `the unit was sold to a rival`. */
function soldDeal(sentence: ReadSentence, at: number, trigger: VerbTrigger, target: Named | null): DealDraft | null {
  const parties: Party[] = [];
  add(parties, 'target', target);
  for (const named of namedAfter(sentence.items, at, 'to')) add(parties, 'acquirer', named);
  if (!parties.some((party) => party.role === 'acquirer')) return null;
  for (const named of namedAfter(sentence.items, at, 'by')) add(parties, 'seller', named);
  return parties.length < 2 ? null : make(sentence, at, trigger.type, parties, false, trigger.name);
}

/** `sell struggling sportswear brand Reebok to …`: the first name before whoever buys. */
function soldThing(items: readonly Item[], at: number): Named | null {
  const [thing] = partiesFrom(items, at + 1, 9, 'what is sold');
  const index = thing?.index ?? null;
  return index !== null && items.slice(index, index + 6).some(({ lower }) => lower === 'to') ? (thing ?? null) : null;
}

/** `sell a 40% stake in Norwell to …`: of what a part is sold. */
function stakeOf(items: readonly Item[], at: number): Named | null {
  for (let i = at + 1; i < Math.min(at + 9, items.length); i++) {
    const { lower = '' } = items[i] ?? {};
    if (lower === 'to' || lower === 'for') return null;
    if (/^(?:stake|interest|holding|shares|shareholding|stakes)$/.test(lower)) return namedAfter(items, i, 'in of')[0] ?? null;
  }
  return null;
}

/** The words of a sentence without the names of organisations, of which many hold one for goods. */
function unnamed(items: readonly Item[]): string {
  return items
    .map((item) => (item.kind === 'mention' && item.mention.kind === 'organisation' && item.mention.form === 'name' ? '' : item.lower))
    .join(' ');
}

/** `agreed to divest some businesses to …`: what is sold is a part of a company, though no price is told. */
function sellsBusiness(items: readonly Item[], at: number): boolean {
  return /\b(?:business(?:es)?|units?|divisions?|subsidiar(?:y|ies)|operations|assets|stores|brands?|arm)\b/.test(
    wordsOf(items, at + 1, at + 8),
  );
}

/** `a deal to sell 150 aircraft to …`: goods change hands. */
function sellsGoods(items: readonly Item[], at: number): boolean {
  let to = at + 1;
  while (to < Math.min(at + 14, items.length) && items[to]?.lower !== 'to') to++;
  const words = wordsOf(items, at + 1, to);
  return (
    GOODS.test(words) && !COMPANY.test(words) && !/\b(?:its|their|stake|project|projects|plant|plants|portfolio|farm|farms)\b/.test(words)
  );
}

/** `acquire streaming rights to the games`, `buy tickets`: nobody is taken over. */
function buysRights(items: readonly Item[], at: number): boolean {
  return /\b(?:rights|tickets|licen[cs]es?|airtime|ads|advertising)\b/.test(wordsOf(items, at + 1, at + 6));
}

/** `will pay $6.30 for each Achillion share`: whose shares are bought. */
function whoseShares(items: readonly Item[], at: number): Named[] {
  const money = moneyAfter(items, at, 4);
  const share = money === null ? null : shareOf(items, money);
  const named = share === null ? null : namedAt(items, share, 'whose shares are paid for');
  return named === null ? [] : [named];
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
  // `the experience acquired by its team`
  if (/^(?:experience|knowledge|skills?|expertise|rights?|data|know-how|reputation)$/.test(items[at - 1]?.lower ?? '')) return false;
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
  // `Leonard Green & Partners`
  if (items[at]?.text === 'Partners' && at > 0) return true;
  if (items[at]?.lower === 'combined' && /^(?:an?|the|its|their)$/.test(items[at - 1]?.lower ?? '')) return true;
  if (/^(?:partners?|teams?)$/.test(items[at]?.lower ?? '') && !/^(?:with|up|to)$/.test(items[at + 1]?.lower ?? '')) return true;
  if (/^(?:merging|combining)$/.test(items[at]?.lower ?? '') && items[at + 1]?.lower === 'of') return true;
  // `combined to earn $51 billion`: added up.
  if (
    items[at]?.lower === 'combined' &&
    items[at + 1]?.lower === 'to' &&
    items.slice(at + 2, at + 6).some(({ kind }) => kind === 'quantity')
  )
    return true;
  if (/^(?:partners?|teams?)$/.test(items[at]?.lower ?? '') && /\b(?:an?|its|their|the|as)(?: \S+)?$/.test(wordsOf(items, at - 2, at)))
    return true;
  if (!/^(?:purchases?|buys?|licen[cs]es?|supply|supplies|partners?|teams?|pump|combine)$/.test(items[at]?.lower ?? '')) return false;
  return (
    /^(?:the|a|an|its|their|this|'s|’s|of|'|’|for|new|planned|proposed|and)$/.test(items[at - 1]?.lower ?? '') ||
    items[at - 1]?.kind === 'quantity' ||
    /^(?:deals?|contracts?|agreements?|pacts?)$/.test(items[at + 1]?.lower ?? '') ||
    /^(?:of|and|chain)$/.test(items[at + 1]?.lower ?? '')
  );
}

/** Parts of a company that have no name of their own. */
const BOUGHT_PART =
  /\b(?:brands?|stores|assets|business(?:es)?|unit|division|stake|portfolio|mines?|plants?|sites|branches|hotels|stations|properties|subsidiar(?:y|ies)|operations)\b/;

const COMPANY =
  /\b(?:business|unit|stakes?|interests?|projects?|plants?|farms?|maker|division|subsidiary|arm|assets|operations|compan(?:y|ies)|firm|provider|developer|producer|supplier|startup|start-up)\b/;

/** "$38 billion of computing from AWS": what is bought is goods, and the seller stands behind "from". */
function buysGoods(items: readonly Item[], at: number): boolean {
  const words = wordsOf(items, at + 1, at + 12);
  // `cloud computing from its Amazon Web Services unit`: who sells it is a company.
  const [bought = ''] = words.split(' from ');
  return /\b(?:of|worth|from)\b/.test(words) && GOODS.test(words) && !COMPANY.test(bought);
}
