import type { Candidate } from '../candidates/candidate.ts';
import type { Profile } from '../candidates/profiles.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { isBoundary, isPossessive, isVerbItem, prepositionBefore } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { stemOf, symbolOf } from './words.ts';

export interface RoleQuestion {
  readonly sentence: ReadSentence;
  readonly at: number;
  readonly kind: string;
  readonly measure: string;
}

const bucket = (n: number): string => (n <= 3 ? String(n) : n <= 5 ? '4-5' : n <= 8 ? '6-8' : n <= 13 ? '9-13' : n <= 20 ? '14-20' : '21+');

export function roleFeatures(q: RoleQuestion, candidate: Candidate, profile: Profile | undefined, context: RoleContext, bag: FeatureBag): void {
  const { sentence, at } = q;
  const same = candidate.sentence === sentence;
  const back = sentence.index - candidate.sentence.index;
  const where = same ? (candidate.from < at ? 'before' : 'behind') : candidate.sentence.headline && sentence.index > 1 ? 'title' : `back ${Math.min(back, 5)}`;
  const form = candidate.form === 'reference' ? `ref ${candidate.mention?.form}` : candidate.form;
  bag.add('place', where);
  bag.add('form and place', `${form} ${where}`);
  if (same) samePlace(q, candidate, form, where, bag);
  else otherPlace(q, candidate, form, where, back, context, bag);
  grammar(candidate, where, bag);
  const core = bag.ids.length;
  bag.across(0, q.measure);
  if (core > 0) bag.across(core, 'x');
  bag.ids.length = core * 2;
  if (bag.names !== null) bag.names.length = core * 2;
  kindFeatures(candidate, form, q, bag);
  if (profile !== undefined) profileFeatures(candidate, profile, q, context, where, bag);
}

/** What is known of the sentence and text around, worked out once a figure. */
export interface RoleContext {
  readonly namesInSentence: number;
  readonly mostMentions: number;
  readonly rankOf: ReadonlyMap<string, number>;
}

function samePlace({ sentence, at }: RoleQuestion, { from, to, form: kind }: Candidate, form: string, where: string, bag: FeatureBag): void {
  const { items } = sentence;
  const [left, right] = from < at ? [to, at] : [at + 1, from];
  const distance = right - left;
  let names = 0;
  let amounts = 0;
  let commas = 0;
  let verbs = 0;
  let edges = 0;
  let lastVerb = '';
  const path: string[] = [];
  for (let i = left; i < right; i++) {
    const item = items[i];
    if (item === undefined) continue;
    if (item.kind === 'mention' && item.mention.form !== 'pronoun') names++;
    if (item.kind === 'quantity') amounts++;
    if (item.text === ',') commas++;
    if (isBoundary(items, i)) edges++;
    if (isVerbItem(item)) {
      verbs++;
      lastVerb = stemOf(item.lower);
    }
    const step = stepOf(item);
    if (step !== '' && path.at(-1) !== step) path.push(step);
  }
  bag.add('distance', `${where} ${bucket(distance)}`);
  bag.add('names between', `${kind} ${where} ${Math.min(names, 3)}`);
  bag.add('amounts between', `${where} ${Math.min(amounts, 3)}`);
  bag.add('commas between', `${where} ${Math.min(commas, 3)}`);
  bag.add('verbs between', `${where} ${Math.min(verbs, 3)}`);
  bag.add('clauses between', `${where} ${Math.min(edges, 2)}`);
  bag.add('verb between', `${where} ${lastVerb}`);
  bag.add('between', `${where} ${names > 0 ? 'name' : ''} ${amounts > 0 ? 'amount' : ''} ${verbs > 0 ? 'verb' : ''} ${edges > 0 ? 'edge' : ''}`);
  if (path.length <= 7) bag.add('path', `${where} ${path.join(' ')}`);
  bag.add('word before amount', `${where} ${symbolOf(items[at - 1])} ${names > 0 ? 'n' : ''}`);
  bag.add('word behind amount', `${where} ${symbolOf(items[at + 1])} ${names > 0 ? 'n' : ''}`);
  bag.add('form, distance', `${form} ${where} ${bucket(distance)}`);
}

const FUNCTION = /^(?:of|in|at|by|to|for|with|from|as|than|that|which|who|and|or|but|while|after|its|on|over|,|;|:|\(|\)|"|“|”|—|–|'s|’s)$/;

function stepOf(item: Item): string {
  if (item.kind === 'mention') return item.mention.form === 'pronoun' ? 'IT' : 'N';
  if (item.kind === 'quantity') return '#';
  if (item.kind === 'period') return 'T';
  if (isVerbItem(item)) return 'V';
  return FUNCTION.test(item.lower) ? item.lower : item.kind === 'mark' ? '' : 'w';
}

function otherPlace(
  { sentence, at }: RoleQuestion,
  candidate: Candidate,
  form: string,
  where: string,
  back: number,
  context: RoleContext,
  bag: FeatureBag,
): void {
  const own = context.namesInSentence;
  bag.add('other sentence', `${form} ${where} ${own === 0 ? 'no name' : own === 1 ? 'one name' : 'names'} in the figure's`);
  bag.add('same paragraph', `${where} ${candidate.sentence.paragraph === sentence.paragraph}`);
  bag.add('back', bucket(back));
  const { items } = candidate.sentence;
  let names = 0;
  let verbs = 0;
  for (let i = 0; i < candidate.from; i++) {
    if (items[i]?.kind === 'mention') names++;
    if (isVerbItem(items[i])) verbs++;
  }
  bag.add('place there', `${where} ${names === 0 ? 'first name' : 'later name'} ${verbs === 0 ? 'before verb' : 'behind verb'}`);
  bag.add('figure sentence opens', `${where} ${symbolOf(sentence.items[0])}`);
  bag.add('amount opens', at < 4);
}

function grammar(candidate: Candidate, where: string, bag: FeatureBag): void {
  const { items } = candidate.sentence;
  const { from, to, form } = candidate;
  const preposition = prepositionBefore(items, from) ?? '';
  const possesses = isPossessive(items, to - 1);
  const next = symbolOf(items[to]);
  bag.add('preposition', `${where} ${form} ${preposition}`);
  bag.add('word before it', `${where} ${symbolOf(items[from - 1])}`);
  bag.add('word behind it', `${where} ${next}`);
  bag.add('two before it', `${symbolOf(items[from - 2])} ${symbolOf(items[from - 1])}`);
  bag.add('two behind it', `${next} ${symbolOf(items[to + 1])}`);
  bag.add('possesses', `${where} ${possesses ? symbolOf(items[to + 1]) : ''}`);
  let verb = '';
  for (let i = to; i < Math.min(items.length, to + 8); i++)
    if (isVerbItem(items[i])) {
      verb = stemOf(items[i]?.lower ?? '');
      break;
    }
  bag.add('verb behind it', `${where} ${verb}`);
  bag.add('opens', `${where} ${form} ${from === 0 ? 'first' : from === 1 ? 'second' : items.slice(0, from).some(isVerbItem) ? 'behind verb' : 'before verb'} ${preposition}`);
}

function kindFeatures(candidate: Candidate, form: string, { kind, measure }: RoleQuestion, bag: FeatureBag): void {
  const { mention, entity } = candidate;
  const from = bag.ids.length;
  bag.add('form', form);
  if (mention !== null) bag.add('kind of name', `${mention.kind} ${mention.form}`);
  if (candidate.form === 'phrase') {
    const words = entity.toLowerCase().split(' ');
    bag.add('phrase head', stemOf(words.at(-1) ?? ''));
    for (const word of words.slice(0, -1)) bag.add('phrase word', stemOf(word));
    bag.add('phrase length', words.length);
    bag.add('phrase plural', /s$/.test(words.at(-1) ?? ''));
    bag.add('phrase with name', /\p{Lu}/u.test(entity));
    bag.add('article', symbolOf(candidate.sentence.items[candidate.from - 1]));
  } else {
    bag.add('capitals', entity === entity.toUpperCase());
    bag.add('name length', entity.split(' ').length);
  }
  const end = bag.ids.length;
  bag.across(from, measure);
  void kind;
  void end;
}

function profileFeatures(candidate: Candidate, profile: Profile, { measure }: RoleQuestion, context: RoleContext, where: string, bag: FeatureBag): void {
  const from = bag.ids.length;
  const few = (n: number): string => (n === 0 ? '0' : n === 1 ? '1' : n <= 3 ? '2-3' : '4+');
  const form = candidate.form;
  bag.add('mentioned', `${form} ${few(profile.mentions)}`);
  bag.add('referred to', `${form} ${few(profile.references)}`);
  bag.add('in title', `${form} ${profile.inTitle > 0}`);
  bag.add('opens title', `${form} ${profile.subjectOfTitle}`);
  bag.add('first in sentence', profile.firstSentence <= 1 ? 'opening' : 'later');
  bag.add('speaks', `${form} ${few(profile.speaks)}`);
  bag.add('acts', `${form} ${few(profile.acts)}`);
  bag.add('owns', `${form} ${few(profile.possesses)}`);
  bag.add('shares of it', few(profile.shares));
  bag.add('legal form', few(profile.legalForm));
  bag.add('role beside', `${form} ${few(profile.roleBeside)}`);
  bag.add('only opens sentences', profile.inside === 0);
  bag.add('small elsewhere', profile.small > 0);
  bag.add('amounts beside', few(profile.amountsBeside));
  bag.add('rank', `${form} ${Math.min(4, context.rankOf.get(candidate.key) ?? 5)}`);
  for (const [preposition, count] of profile.governedBy) bag.add('elsewhere behind', `${preposition} ${count > 1 ? 'often' : 'once'}`);
  const end = bag.ids.length;
  bag.across(from, where);
  const reach = bag.ids.length;
  void reach;
  const copy = bag.ids.slice(from, end);
  const names = bag.names?.slice(from, end);
  const before = bag.ids.length;
  bag.ids.push(...copy);
  if (names) bag.names?.push(...names);
  bag.across(before, measure);
  // The plain copy was only there to be crossed.
  bag.ids.splice(before, copy.length);
  bag.names?.splice(before, copy.length);
}
