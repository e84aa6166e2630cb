import type { Candidate } from '../candidates/candidate.ts';
import type { FigurePlace } from '../candidates/reading.ts';
import { sketchOf } from '../grammar/sketchOf.ts';
import { TELLS, type Telling, tellingsOf } from '../grammar/tellingsOf.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { isVerbItem } from '../text/itemQueries.ts';
import { type Quotation, quotationAt } from '../text/quotations.ts';
import type { ReadDocument, ReadSentence } from '../text/readDocument.ts';
import { stemOf, symbolOf } from './words.ts';

const ROLE =
  /^(?:analysts?|economists?|strategists?|spokes\w+|people|person|sources?|officials?|experts?|executives?|researchers?|investors?|traders?|survey|poll|data|report|study|estimates?|figures|statistics|ceo|chief|head|president|chairman|director|minister|governor|secretary|professor)$/;

/** `…, according to IDC`, `analysts at Nomura said`: who tells, and whether the figure stands in what is told. */
export function speakerFeatures({ sentence, at }: FigurePlace, candidate: Candidate, bag: FeatureBag): void {
  const own = candidate.sentence === sentence;
  const back = sentence.index - candidate.sentence.index;
  const where = own ? (candidate.from < at ? 'before' : 'behind') : `back ${Math.min(2, back)}`;
  const { items } = candidate.sentence;
  const sketch = sketchOf(candidate.sentence);
  const phrase = sketch.phraseAt[candidate.head] ?? -1;
  const verb = sketch.verbs[sketch.subjectOf[phrase] ?? -1];
  const word = items[verb?.main ?? -1]?.lower ?? '';
  const tells = TELLS.test(word);
  bag.add('tells', where, tells);
  if (tells) bag.add('tells, verb', where, stemOf(word));
  const telling = verb?.main ?? -1;
  if (tells && own) bag.add('told', telling < at ? 'behind its verb' : candidate.from < at ? 'inside' : 'before speaker');
  const before = items[candidate.from - 1]?.lower ?? '';
  const after = items[candidate.to]?.lower ?? '';
  if (TELLS.test(before)) bag.add('behind telling', where, stemOf(before));
  if (TELLS.test(after)) bag.add('before telling', where, stemOf(after));
  let according = false;
  for (let i = candidate.from - 1; i >= Math.max(0, candidate.from - 8) && !according; i--) {
    if (items[i]?.kind === 'quantity') break;
    according = items[i]?.lower === 'to' && items[i - 1]?.lower === 'according';
  }
  bag.add('according to', where, according);
  let role = '';
  for (let i = Math.max(0, candidate.from - 3); i < Math.min(items.length, candidate.to + 5) && role === ''; i++)
    if ((i < candidate.from || i >= candidate.to) && ROLE.test(items[i]?.lower ?? ''))
      role = `${i < candidate.from ? 'role before' : 'role behind'} ${stemOf(items[i]?.lower ?? '')}`;
  bag.add('role beside', where, role);
  if (candidate.form === 'phrase')
    bag.add('is', where, ROLE.test(items[candidate.head]?.lower ?? '') ? stemOf(items[candidate.head]?.lower ?? '') : 'no role');
  const quoted = /["“”]/.test(sentence.text);
  bag.add('quoted', where, quoted, tells);
  bag.add('possessor', where, /^['’]s?$/.test(items[candidate.to]?.text ?? '') ? stemOf(items[candidate.to + 1]?.lower ?? '') : '');
}

/** What a figure is told in: the quotation around it and the tellings near. */
export interface ToldFigure {
  readonly place: FigurePlace;
  readonly quotation: Quotation | null;
}

export function toldFigure(document: ReadDocument, place: FigurePlace): ToldFigure {
  return { place, quotation: quotationAt(document, place.quantity.start) };
}

/** `“We earned $5 million,” said Mira Sund, an analyst at Halden`: what the candidate is to a telling, and the telling to the figure. */
export function tellingOfFeatures(told: ToldFigure, candidate: Candidate, bag: FeatureBag): void {
  const tellings = tellingsOf(candidate.sentence);
  for (const [index, telling] of tellings.entries()) {
    const role = roleIn(telling, candidate);
    if (role === null) continue;
    const place = placeOf(told, candidate, telling, index, tellings);
    const quoted = quotedIn(told, candidate, telling);
    const verb = stemOf(candidate.sentence.items[telling.at]?.lower ?? '');
    bag.add('teller', role, place);
    bag.add('teller, quoted', role, place, quoted);
    bag.add('teller, word', role, place, verb);
    bag.add('teller, form', role, place, candidate.form === 'reference' ? candidate.mention?.form : candidate.form);
    bag.add('teller is', role, place, symbolOf(candidate.sentence.items[telling.teller.head]));
  }
}

function roleIn({ teller, manner }: Telling, { sentence: { items }, head, from, to }: Candidate): string | null {
  if (head === teller.head) return manner;
  if (head >= teller.from && head < teller.to) return `${manner}, in teller`;
  const [left, right] = from >= teller.to ? [teller.to, from] : [to, teller.from];
  if (right < left || right - left > 8) return null;
  for (let i = left; i < right; i++) {
    const item = items[i];
    if (item === undefined || item.kind === 'quantity' || isVerbItem(item)) return null;
  }
  const roles = items.slice(left, right).some(({ lower }) => ROLE.test(lower)) || ROLE.test(items[teller.head]?.lower ?? '');
  return from >= teller.to
    ? `${manner}, behind teller ${roles} ${symbolOf(items[from - 1])}`
    : `${manner}, ahead of teller ${roles} ${symbolOf(items[to])}`;
}

function placeOf(
  { place: { sentence, at } }: ToldFigure,
  candidate: Candidate,
  telling: Telling,
  index: number,
  all: readonly Telling[],
): string {
  if (candidate.sentence !== sentence) return `back ${sentence.index - candidate.sentence.index} ${index === all.length - 1 ? 'last' : ''}`;
  const between = all.filter(
    (other) => other !== telling && Math.min(at, telling.at) < other.at && other.at < Math.max(at, telling.at),
  ).length;
  return `${telling.at < at ? 'before' : 'behind'} ${Math.min(2, between)}`;
}

function quotedIn({ quotation }: ToldFigure, { sentence: { items } }: Candidate, { at, teller }: Telling): string {
  const start = items[Math.min(at, teller.from)]?.start ?? 0;
  const end = items[Math.max(at, teller.to - 1)]?.end ?? 0;
  if (quotation === null) return 'unquoted';
  if (start >= quotation.to) return start - quotation.to < 6 ? 'closes' : 'behind';
  if (end <= quotation.from) return quotation.from - end < 6 ? 'opens' : 'ahead';
  return 'inside';
}

/** What speaks for no speaker: `Revenue rose 5 %.` has nobody telling it near. */
export function noSpeakerFeatures({ place, quotation }: ToldFigure, earlier: ReadSentence | undefined, bag: FeatureBag): void {
  const { sentence, at } = place;
  const own = tellingsOf(sentence);
  bag.add('nobody, tellings', Math.min(3, own.length));
  bag.add('nobody, figure quoted', quotation !== null);
  const { items } = sentence;
  const before = own.findLast((telling) => telling.at < at);
  const behind = own.find((telling) => telling.at > at);
  for (const [side, telling] of [
    ['before', before],
    ['behind', behind],
  ] as const) {
    if (telling === undefined) {
      bag.add('nobody, no telling', side, quotation !== null);
      continue;
    }
    const teller = items[telling.teller.head];
    const who = teller?.kind === 'mention' ? `${teller.mention.form} ${teller.mention.kind}` : symbolOf(teller);
    bag.add('nobody, told', side, telling.manner, stemOf(items[telling.at]?.lower ?? ''));
    bag.add('nobody, teller', side, telling.manner, who);
  }
  const last = earlier === undefined ? undefined : tellingsOf(earlier).at(-1);
  const teller = earlier?.items[last?.teller.head ?? -1];
  bag.add('nobody, told just before', last?.manner ?? 'no', own.length === 0);
  bag.add('nobody, teller just before', symbolOf(teller), own.length === 0);
}
