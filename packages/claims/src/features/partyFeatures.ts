import type { DealRole, DealType } from '@newsledger/events';
import type { Candidate } from '../candidates/candidate.ts';
import type { Profile } from '../candidates/profiles.ts';
import type { DealSign } from '../deals/dealSigns.ts';
import { rolesOf } from '../deals/dealTypes.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { hashText } from '../scores/hash.ts';
import { isBoundary, isPossessive, isVerbItem, prepositionBefore } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { plainSymbol } from './plainWords.ts';

/** Who may be a party: all places where the text names or means it. */
export interface PartyCandidate {
  readonly key: string;
  readonly entity: string;
  readonly places: readonly Candidate[];
  readonly profile: Profile | undefined;
  readonly rank: number;
}

/** A sentence that tells the deal in question. */
export interface ToldSentence {
  readonly sentence: ReadSentence;
  readonly signs: readonly DealSign[];
  /** Different names in it. */
  readonly names: number;
}

/** How somebody stands to a sign of the deal; it speaks for the role of whoever acts there, or of the other side, whatever their names in that type. */
export interface Syntax {
  readonly agent: DealRole;
  readonly other: DealRole;
  readonly id: number;
}

/** What speaks for somebody's part in a deal of a type that this sentence tells; returns how one stands to each sign of it. */
export function partyFeatures(candidate: PartyCandidate, telling: ToldSentence, type: DealType, bag: FeatureBag): Syntax[] {
  const syntax = new Map<string, Syntax>();
  const add: Add = (name, value) => bag.addOnce(name, value);
  const inside = candidate.places.filter(({ sentence }) => sentence === telling.sentence);
  for (const place of inside) {
    bySign(place, telling, type, add);
    for (const sign of telling.signs) if (sign.type === type) bySyntax(place, sign, type, syntax);
    byGrammar(place, add);
  }
  add('places in telling', String(Math.min(2, inside.length)));
  if (inside.length === 0) fromElsewhere(candidate, telling, type, add);
  kinds(candidate, add);
  profile(candidate, inside.length > 0 ? 'inside' : 'outside', add);
  return [...syntax.values()];
}

/** `Oxbow Foods was bought by Brindle Stores`: before a passive verb, nobody between; and behind it, governed by `by`. */
function bySyntax({ from, to, form, sentence }: Candidate, sign: DealSign, type: DealType, found: Map<string, Syntax>): void {
  const { items } = sentence;
  const passive = isPassive(items, sign);
  const side = sign.at < from === passive ? 'before' : 'behind';
  const [left, right] = sign.at < from ? [sign.at + 1, from] : [to, sign.at];
  let between = 0;
  let verbs = 0;
  let amounts = 0;
  const path: string[] = [];
  for (let i = left; i < right; i++) {
    const item = items[i];
    if (item === undefined) continue;
    if (item.kind === 'mention') between++;
    if (item.kind === 'quantity') amounts++;
    if (isVerbItem(item)) verbs++;
    const step = stepOf(item);
    if (step !== '' && path.at(-1) !== step) path.push(step);
  }
  const preposition = prepositionBefore(items, from) ?? '';
  const owns = isPossessive(items, to - 1) ? "'s" : '';
  const word = items[sign.at]?.lower ?? '';
  const shape =
    sign.part === 'noun' ? 'noun' : passive ? 'passive' : items[sign.at - 1]?.lower === 'to' ? 'to' : /ing$/.test(word) ? 'ing' : 'verb';
  const near = between === 0 ? 'next' : between === 1 ? 'second' : 'later';
  const isOwn = sign.type === type;
  const [first = 'partner', second = first] = rolesOf[type];
  const [agent, other] = isOwn ? [sign.agent, sign.other] : [first, second];
  const values = isOwn
    ? [
        `${side} ${shape}`,
        `${side} ${shape} ${preposition}${owns} ${near}`,
        `${side} ${sign.part} ${preposition}${owns}`,
        `${side} ${sign.part} ${near} ${Math.min(2, verbs)}`,
        `${side} ${sign.row} ${preposition}${owns} ${near}`,
        `${side} ${sign.part} ${form} ${bucket(right - left)}`,
        ...(path.length <= 6 ? [`${side} ${shape} ${path.join(' ')}`] : []),
        `${side} ${sign.part} ${near} ${amounts > 0 ? 'amount' : ''}`,
        `${side} ${plainSymbol(items[from - 1])} ${plainSymbol(items[to])}`,
      ]
    : [`other sign ${side} ${sign.type} ${sign.part} ${preposition}${owns} ${near}`, `other sign ${side} ${sign.part} ${near}`];
  for (const value of values) {
    const key = `${agent} ${other} ${value}`;
    if (!found.has(key)) found.set(key, { agent, other, id: hashText(value) });
  }
}

type Add = (name: string, value: string) => void;

const bucket = (n: number): string => (n <= 2 ? String(n) : n <= 4 ? '3-4' : n <= 7 ? '5-7' : n <= 12 ? '8-12' : '13+');

const STEP =
  /^(?:of|in|at|by|to|for|with|from|as|than|that|which|who|and|or|but|while|after|its|on|over|into|led|between|,|;|:|\(|\)|"|“|”|—|–|'s|’s)$/;

function stepOf(item: Item): string {
  if (item.kind === 'mention') return item.mention.form === 'pronoun' ? 'IT' : 'N';
  if (item.kind === 'quantity') return '#';
  if (item.kind === 'period') return 'T';
  if (STEP.test(item.lower)) return item.lower;
  if (isVerbItem(item)) return 'V';
  return item.kind === 'mark' ? '' : 'w';
}

/** `Brindle Stores agreed to buy Oxbow Foods`: one stands before the verb of an acquisition with a verb between, the other right behind it. */
function bySign({ from, to, form: formOf, sentence }: Candidate, { signs, names }: ToldSentence, type: string, add: Add): void {
  const { items } = sentence;
  const form = formOf === 'reference' ? 'reference' : 'name';
  const own = signs.filter((sign) => sign.type === type);
  const nearest = (among: readonly DealSign[]): DealSign | null => {
    let best: DealSign | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const sign of among) {
      const distance = sign.at < from ? from - sign.at : sign.at - to + 1;
      if (distance < least) [best, least] = [sign, distance];
    }
    return best;
  };
  add('names beside', `${form} ${Math.min(4, names)}`);
  const best = nearest(own);
  if (best === null) add('no sign of type', form);
  for (const sign of [best ?? nearest(signs)]) {
    if (sign === null) continue;
    const tag = sign.type === type ? 'own' : sign.type;
    const side = sign.at < from ? 'behind' : 'before';
    const [left, right] = sign.at < from ? [sign.at + 1, from] : [to, sign.at];
    let between = 0;
    let amounts = 0;
    let verbs = 0;
    let commas = 0;
    let edges = 0;
    const path: string[] = [];
    for (let i = left; i < right; i++) {
      const item = items[i];
      if (item === undefined) continue;
      if (item.kind === 'mention' && item.mention.form !== 'pronoun') between++;
      if (item.kind === 'quantity') amounts++;
      if (item.text === ',') commas++;
      if (isBoundary(items, i)) edges++;
      if (isVerbItem(item)) verbs++;
      const step = stepOf(item);
      if (step !== '' && path.at(-1) !== step) path.push(step);
    }
    const preposition = prepositionBefore(items, from) ?? '';
    const owns = isPossessive(items, to - 1) ? "'s" : '';
    const passive = isPassive(items, sign);
    const role = (side === 'before') === passive ? sign.other : sign.agent;
    add(`${tag} sign`, `${side} ${sign.row} ${preposition}${owns}`);
    add(`${tag} sign side`, `${side} ${sign.part} ${between === 0 ? 'next' : between === 1 ? 'second' : 'later'}`);
    add(`${tag} sign word`, `${side} ${plainSymbol(items[sign.at])} ${preposition}${owns}`);
    add(`${tag} role by table`, `${role} ${preposition}${owns} ${between === 0 ? 'next' : 'later'}`);
    add(`${tag} names between`, `${side} ${Math.min(3, between)}`);
    add(`${tag} distance`, `${side} ${bucket(right - left)}`);
    add(
      `${tag} between`,
      `${side} ${Math.min(2, verbs)} verbs ${Math.min(1, amounts)} amounts ${Math.min(2, commas)} commas ${Math.min(1, edges)}`,
    );
    if (path.length <= 6) add(`${tag} path`, `${side} ${sign.part} ${path.join(' ')}`);
    add(`${tag} voice`, `${side} ${passive ? 'passive' : 'active'} ${sign.part} ${preposition}`);
  }
}

/** `was bought`, `to be bought`, `bought by`: who stands before is acted on. */
function isPassive(items: readonly Item[], { at, part }: DealSign): boolean {
  return (
    part === 'verb' &&
    /(?:ed|ght|old|ent)$/.test(items[at]?.lower ?? '') &&
    (/^(?:is|are|was|were|be|been|being)$/.test(items[at - 1]?.lower ?? '') || items[at + 1]?.lower === 'by')
  );
}

/** `backed by Harbour Capital, Mill Ventures and Tern Partners`: the words beside it, and the list that it is one of. */
function byGrammar({ from, to, form: formOf, sentence }: Candidate, add: Add): void {
  const { items } = sentence;
  const form = formOf === 'reference' ? 'reference' : 'name';
  const preposition = prepositionBefore(items, from) ?? '';
  add('preposition', `${form} ${preposition}`);
  add('word before', plainSymbol(items[from - 1]));
  add('word behind', plainSymbol(items[to]));
  add('two before', `${plainSymbol(items[from - 2])} ${plainSymbol(items[from - 1])}`);
  add('two behind', `${plainSymbol(items[to])} ${plainSymbol(items[to + 1])}`);
  if (isPossessive(items, to - 1)) add('owns', plainSymbol(items[to + 1]));
  let verb = '';
  for (let i = to; i < Math.min(items.length, to + 8) && verb === ''; i++) if (isVerbItem(items[i])) verb = plainSymbol(items[i]);
  add('verb behind', verb);
  verb = '';
  for (let i = from - 1; i >= Math.max(0, from - 8) && verb === ''; i--) if (isVerbItem(items[i])) verb = plainSymbol(items[i]);
  add('verb before', verb);
  add('opens', from === 0 ? 'first' : items.slice(0, from).some((item) => item.kind === 'mention') ? 'later name' : 'first name');
  const head = listHead(items, from);
  if (head !== from) {
    add('listed behind', `${prepositionBefore(items, head) ?? ''} ${plainSymbol(items[head - 1])}`);
    add('listed', sentence.headline ? 'in title' : '');
  } else if (/^(?:,|and|&)$/.test(items[to]?.lower ?? '') && items[to + 1]?.kind === 'mention') add('opens list', preposition);
}

/** The first of the names that commas and `and` join to the one at `at`. */
function listHead(items: readonly Item[], at: number): number {
  let head = at;
  while (head > 1) {
    let i = head - 1;
    while (i > 0 && /^(?:,|and|&|the)$/.test(items[i]?.lower ?? '')) i--;
    if (i === head - 1 || items[i]?.kind !== 'mention') break;
    head = i;
  }
  return head;
}

/** A party that the telling leaves out stands in the title or in a sentence nearby: `The company said it would buy the bakery`. */
function fromElsewhere({ places }: PartyCandidate, { sentence, names }: ToldSentence, type: string, add: Add): void {
  let nearest = Number.POSITIVE_INFINITY;
  let before = true;
  let inTitle = false;
  let closest: Candidate | null = null;
  for (const place of places) {
    if (place.sentence.headline) inTitle = true;
    const distance = Math.abs(sentence.index - place.sentence.index);
    if (distance < nearest) [nearest, before, closest] = [distance, place.sentence.index < sentence.index, place];
  }
  add('elsewhere', `${before ? 'before' : 'behind'} ${bucket(nearest)}`);
  add('elsewhere, names in telling', `${before ? 'before' : 'behind'} ${nearest <= 1 ? 'near' : 'far'} ${Math.min(3, names)}`);
  add('elsewhere in title', `${inTitle} ${Math.min(3, names)}`);
  if (closest === null) return;
  const { items } = closest.sentence;
  const preposition = prepositionBefore(items, closest.from) ?? '';
  const first = !items.slice(0, closest.from).some((item) => item.kind === 'mention');
  add('elsewhere as', `${first ? 'first name' : 'later name'} ${preposition} ${nearest <= 1 ? 'near' : 'far'}`);
  add('elsewhere of type', `${type} ${first} ${inTitle} ${nearest <= 1 ? 'near' : 'far'}`);
}

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['fund', /\b(?:Capital|Ventures?|Partners|Fund|Funds|Equity|Investments?|Asset Management|Advisors|VC)\b/],
  ['bank', /\b(?:Bank|Bancorp|Banc|Securities|Financial|Trust|Credit|Sachs|Stanley)\b/],
  ['public body', /\b(?:Commission|Department|Ministry|Government|Court|Agency|Authority|Council|Union|Federal|Board|Office|State)\b/],
  ['publisher', /\b(?:Times|News|Journal|Post|Reuters|Bloomberg|TechCrunch|Magazine|Daily|Tribune)\b/],
  [
    'maker',
    /\b(?:Motors?|Systems|Technologies|Labs?|Software|Robotics|Energy|Pharma\w*|Foods|Air\w*|Oil|Entertainment|Media|Games|AI|Bio\w*)\b/,
  ],
];

/** `Harbour Capital` is more often an investor than what is invested in. */
function kinds({ entity, places }: PartyCandidate, add: Add): void {
  for (const [kind, words] of KINDS) if (words.test(entity)) add('kind by name', kind);
  for (const { mention } of places)
    if (mention !== null && mention.form !== 'pronoun' && mention.form !== 'description')
      add('kind of mention', `${mention.kind} ${mention.form}`);
  add('words', String(Math.min(4, entity.split(' ').length)));
  add('capitals', String(entity === entity.toUpperCase()));
}

/** What the whole text shows of the name: speakers and publishers are rarely parties, whom the title is about often. */
function profile({ profile: shown, rank }: PartyCandidate, where: string, add: Add): void {
  if (shown === undefined) return;
  const few = (n: number): string => (n === 0 ? '0' : n === 1 ? '1' : n <= 3 ? '2-3' : '4+');
  add('mentioned', `${where} ${few(shown.mentions)}`);
  add('referred to', `${where} ${few(shown.references)}`);
  add('in title', `${where} ${shown.inTitle > 0}`);
  add('opens title', `${where} ${shown.subjectOfTitle}`);
  add('first', `${where} ${shown.firstSentence <= 1 ? 'opening' : 'later'}`);
  add('speaks', few(shown.speaks));
  add('acts', `${where} ${few(shown.acts)}`);
  add('owner', few(shown.possesses));
  add('shares of it', few(shown.shares));
  add('legal form', few(shown.legalForm));
  add('role beside', few(shown.roleBeside));
  add('small elsewhere', String(shown.small > 0));
  add('only opens sentences', String(shown.inside === 0));
  add('rank', `${where} ${Math.min(4, rank)}`);
  for (const [preposition, count] of shown.governedBy) add('elsewhere behind', `${preposition} ${count > 1 ? 'often' : 'once'}`);
}
