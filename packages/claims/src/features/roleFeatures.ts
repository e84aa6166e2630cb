import { kindsOfName, type SentenceSketch } from '@newsledger/language';
import type { Candidate } from '../candidates/candidate.ts';
import type { Profile } from '../candidates/profiles.ts';
import { sketchOf } from '../grammar/sketchOf.ts';
import type { FeatureBag, FeatureValue } from '../scores/featureBag.ts';
import { isBoundary, isPossessive, isVerbItem, prepositionBefore } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { stemOf, symbolOf } from './words.ts';

export interface RoleQuestion {
  readonly sentence: ReadSentence;
  /** The item of the figure's quantity. */
  readonly at: number;
  /** Names in the figure's sentence. */
  readonly namesInSentence: number;
  /** How many other names stand between a name of an earlier sentence and the figure's. */
  readonly since: ReadonlyMap<Candidate, number>;
  /** What the figure's clause is about: a name, `it`, a company, a noun, nothing. */
  readonly about: string;
  /** The word that heads it. */
  readonly aboutWord: string;
  /** How often a name or phrase was met in this sentence and the two before, by its key. */
  readonly lately: ReadonlyMap<string, number>;
  /** The most that any was met. */
  readonly mostLately: number;
}

const bucket = (n: number): string => (n <= 3 ? String(n) : n <= 5 ? '4-5' : n <= 8 ? '6-8' : n <= 13 ? '9-13' : n <= 20 ? '14-20' : '21+');

/** Where a candidate stands, seen from the figure: before or behind it, in the title, or so many sentences back. */
export function whereIs({ sentence, at }: Pick<RoleQuestion, 'sentence' | 'at'>, candidate: Candidate): string {
  if (candidate.sentence === sentence) return candidate.from < at ? 'before' : 'behind';
  if (candidate.sentence.headline && sentence.index > 1) return 'title';
  return `back ${Math.min(sentence.index - candidate.sentence.index, 5)}`;
}

/** What a candidate is to one figure: `Amazon said revenue rose 5 %`. */
export function relationFeatures(q: RoleQuestion, candidate: Candidate, where: string, bag: FeatureBag): void {
  const form = formOf(candidate);
  const lately = q.lately.get(candidate.key) ?? 0;
  bag.add('met lately', form, Math.min(4, lately));
  bag.add('met most lately', form, where, lately >= q.mostLately);
  if (candidate.sentence === q.sentence) {
    samePlace(q, candidate, form, where, bag);
    clauseFeatures(q, candidate, bag);
  } else otherPlace(q, candidate, form, where, q.sentence.index - candidate.sentence.index, bag);
}

/** What a candidate is seen from the figure's sentence: its place, its words, its grammar. */
export function placedFeatures(candidate: Candidate, where: string, bag: FeatureBag): void {
  bag.add('place', where);
  bag.add('form and place', formOf(candidate), where);
  wordFeatures(candidate, where, bag);
  partFeatures(candidate, where, bag);
}

function formOf({ form, mention }: Candidate): string {
  return form === 'reference' ? `ref ${mention?.form}` : form;
}

function samePlace(
  { sentence, at }: RoleQuestion,
  { from, to, form: kind }: Candidate,
  form: string,
  where: string,
  bag: FeatureBag,
): void {
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
  bag.add('distance', where, bucket(distance));
  bag.add('names between', kind, where, Math.min(names, 3));
  bag.add('amounts between', where, Math.min(amounts, 3));
  bag.add('commas between', where, Math.min(commas, 3));
  bag.add('verbs between', where, Math.min(verbs, 3));
  bag.add('clauses between', where, Math.min(edges, 2));
  bag.add('verb between', where, lastVerb);
  bag.add(
    'between',
    `${where} ${names > 0 ? 'name' : ''} ${amounts > 0 ? 'amount' : ''} ${verbs > 0 ? 'verb' : ''} ${edges > 0 ? 'edge' : ''}`,
  );
  if (path.length <= 7) bag.add('path', where, path.join(' '));
  bag.add('word before amount', where, symbolOf(items[at - 1]), names > 0 ? 'n' : '');
  bag.add('word behind amount', where, symbolOf(items[at + 1]), names > 0 ? 'n' : '');
  bag.add('form, distance', form, where, bucket(distance));
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
  { sentence, at, namesInSentence: own, since, about, aboutWord }: RoleQuestion,
  candidate: Candidate,
  form: string,
  where: string,
  back: number,
  bag: FeatureBag,
): void {
  bag.add('other sentence', form, where, own === 0 ? 'no name' : own === 1 ? 'one name' : 'names', "in the figure's");
  bag.add('same paragraph', where, candidate.sentence.paragraph === sentence.paragraph);
  bag.add('back', bucket(back));
  const { items } = candidate.sentence;
  let names = 0;
  let verbs = 0;
  for (let i = 0; i < candidate.from; i++) {
    if (items[i]?.kind === 'mention') names++;
    if (isVerbItem(items[i])) verbs++;
  }
  bag.add('place there', where, names === 0 ? 'first name' : 'later name', verbs === 0 ? 'before verb' : 'behind verb');
  bag.add('figure sentence opens', where, symbolOf(sentence.items[0]));
  bag.add('amount opens', at < 4);
  const sketch = sketchOf(candidate.sentence);
  const phrase = sketch.phraseAt[candidate.head] ?? -1;
  const isFirst = phrase >= 0 && sketch.subjects.find((subject) => subject >= 0) === phrase;
  const part = isFirst
    ? 'first subject'
    : (sketch.subjectOf[phrase] ?? -1) >= 0
      ? 'subject'
      : (sketch.prepositionOf[phrase] ?? -1) >= 0
        ? 'governed'
        : 'other';
  bag.add('clause is about', about, form, where);
  bag.add('clause is about, in words', aboutWord, form, part);
  bag.add('amounts there', form, part, Math.min(2, items.filter(({ kind }) => kind === 'quantity').length), Math.min(back, 3));
  bag.add('clause is about, part there', about, form, part, Math.min(back, 3));
  const later = since.get(candidate);
  const recent = later === undefined ? 'phrase' : String(Math.min(later, 4));
  bag.add('names since', form, recent, own === 0 ? 'no name' : 'names');
  bag.add('names since, part there', form, recent, part);
  bag.add('names since, about', form, recent, about);
}

/** `shares of Amazon rose`: the words around it. */
function wordFeatures(candidate: Candidate, where: string, bag: FeatureBag): void {
  const { items } = candidate.sentence;
  const { from, to, form } = candidate;
  const preposition = prepositionBefore(items, from) ?? '';
  const possesses = isPossessive(items, to - 1);
  const next = symbolOf(items[to]);
  bag.add('preposition', where, form, preposition);
  bag.add('word before it', where, symbolOf(items[from - 1]));
  bag.add('word behind it', where, next);
  bag.add('two before it', symbolOf(items[from - 2]), symbolOf(items[from - 1]));
  bag.add('two behind it', next, symbolOf(items[to + 1]));
  bag.add('possesses', where, possesses ? symbolOf(items[to + 1]) : '');
  let verb = '';
  for (let i = to; i < Math.min(items.length, to + 8); i++)
    if (isVerbItem(items[i])) {
      verb = stemOf(items[i]?.lower ?? '');
      break;
    }
  bag.add('verb behind it', where, verb);
  bag.add(
    'opens',
    where,
    form,
    from === 0 ? 'first' : from === 1 ? 'second' : items.slice(0, from).some(isVerbItem) ? 'behind verb' : 'before verb',
    preposition,
  );
}

/** What a candidate is, wherever it is seen from. */
export function kindFeatures(candidate: Candidate, bag: FeatureBag): void {
  const { mention, entity } = candidate;
  bag.add('form', formOf(candidate));
  if (mention !== null) bag.add('kind of name', mention.kind, mention.form);
  if (candidate.form === 'name') {
    const { person, place, organisation, demonym, plural, role, date } = kindsOfName(entity);
    bag.add(
      'name of',
      `${person ? 'person ' : ''}${place ? 'place ' : ''}${organisation ? 'organisation ' : ''}${demonym ? 'demonym ' : ''}${plural ? 'plural ' : ''}${role ? 'role ' : ''}${date ? 'date' : ''}`,
    );
  }
  if (candidate.form === 'phrase') {
    const { items } = candidate.sentence;
    bag.add('phrase head', symbolOf(items[candidate.head]));
    for (let i = candidate.from; i < candidate.head; i++) bag.add('phrase word', symbolOf(items[i]));
    bag.add('phrase length', candidate.to - candidate.from);
    bag.add('phrase plural', /s$/.test(items[candidate.head]?.lower ?? ''));
    bag.add(
      'phrase with name',
      items.slice(candidate.from, candidate.to).some((item) => item.kind === 'mention'),
    );
    bag.add('article', symbolOf(candidate.sentence.items[candidate.from - 1]));
  } else {
    bag.add('capitals', entity === entity.toUpperCase());
    bag.add('name length', entity.split(' ').length);
  }
}

/** What part a name has in the text; `where` it is seen from is null for what holds from everywhere. */
export function profileFeatures(
  { form }: Pick<Candidate, 'form'>,
  profile: Profile,
  rank: number | undefined,
  where: string | null,
  bag: FeatureBag,
): void {
  const few = (n: number): string => (n === 0 ? '0' : n === 1 ? '1' : n <= 3 ? '2-3' : '4+');
  const add = (name: string, a: FeatureValue, b: FeatureValue = ''): void => {
    if (where === null) bag.add(name, a, b);
    else bag.add(name, a, b, where);
  };
  add('mentioned', form, few(profile.mentions));
  add('referred to', form, few(profile.references));
  add('in title', form, profile.inTitle > 0);
  add('opens title', form, profile.subjectOfTitle);
  add('first in sentence', profile.firstSentence <= 1 ? 'opening' : 'later');
  add('speaks', form, few(profile.speaks));
  add('acts', form, few(profile.acts));
  add('owns', form, few(profile.possesses));
  add('shares of it', few(profile.shares));
  add('legal form', few(profile.legalForm));
  add('role beside', form, few(profile.roleBeside));
  add('only opens sentences', profile.inside === 0);
  add('small elsewhere', profile.small > 0);
  add('amounts beside', few(profile.amountsBeside));
  add('rank', form, Math.min(4, rank ?? 5));
  for (const [preposition, count] of profile.governedBy) add('elsewhere behind', preposition, count > 1 ? 'often' : 'once');
}

/** `Amazon bought …`: what the candidate is to the phrase that it stands in and to the verbs of its sentence. */
function partFeatures(candidate: Candidate, where: string, bag: FeatureBag): void {
  const sketch = sketchOf(candidate.sentence);
  const { phrases, verbs, phraseAt } = sketch;
  const { items } = candidate.sentence;
  const own = phraseAt[candidate.head] ?? -1;
  const phrase = phrases[own];
  const { form } = candidate;
  const part = phrase === undefined ? 'outside' : phrase.head === candidate.head ? 'head' : 'modifier';
  const preposition = items[sketch.prepositionOf[own] ?? -1]?.lower ?? '';
  bag.add(
    'in its phrase',
    form,
    part,
    preposition,
    phrase?.definite ? 'the' : phrase?.indefinite ? 'a' : phrase?.possessive ? 'owned' : '',
  );
  if (phrase !== undefined && part === 'modifier') bag.add('head of its phrase', stemOf(items[phrase.head]?.lower ?? ''));
  const verbOf = (index: number | undefined): string => stemOf(items[verbs[index ?? -1]?.main ?? -1]?.lower ?? '');
  const acts = sketch.subjectOf[own] ?? -1;
  if (acts >= 0) bag.add('subject of verb', where, form, part, verbOf(acts));
  const suffers = sketch.objectOf[own] ?? -1;
  if (suffers >= 0) bag.add('object of verb', where, form, part, verbOf(suffers));
  bag.add('acts', where, form, acts >= 0, part);
  const first = sketch.subjects.find((subject) => subject >= 0);
  bag.add('first subject', where, form, own >= 0 && first === own, part);
}

/** `Amazon, which makes …, said revenue rose 5 %`: what the candidate is to the clause of the figure. */
function clauseFeatures({ sentence, at, aboutWord }: RoleQuestion, candidate: Candidate, bag: FeatureBag): void {
  const sketch = sketchOf(sentence);
  const { phrases, verbs, phraseAt } = sketch;
  const { items } = sentence;
  const { form } = candidate;
  const own = phraseAt[candidate.head] ?? -1;
  const phrase = phrases[own];
  const part = phrase === undefined ? 'outside' : phrase.head === candidate.head ? 'head' : 'modifier';
  const before = sketch.verbBefore[at] ?? -1;
  const governing = before >= 0 ? before : (sketch.verbAfter[at] ?? -1);
  const subject = sketch.subjects[governing] ?? -1;
  const relation = relationTo(subject, own, candidate, sketch, items);
  const side = governing < 0 ? 'no verb' : before >= 0 ? 'verb first' : 'amount first';
  const voice = verbs[governing]?.passive === true ? 'passive' : '';
  bag.add('to the clause', `${form} ${part} ${side} ${voice} ${relation}`);
  bag.add('to the clause, about', form, part, relation, aboutWord);
  bag.add('to the clause, word before amount', form, part, relation, symbolOf(items[at - 1]));
  bag.add('to the clause, word behind amount', form, part, relation, symbolOf(items[at + 1]));
  bag.add('to the clause, verb', side, relation, stemOf(items[verbs[governing]?.main ?? -1]?.lower ?? ''));
  const counted = phraseAt[at] ?? -1;
  const isCounted = counted >= 0 && counted === own;
  const owner = phrases[counted] !== undefined && phrases[counted].from - candidate.to === 1;
  bag.add('to the amount', form, part, isCounted ? 'counted' : owner ? 'owner' : '', relation);
  bag.add(
    'verbs of it before',
    form,
    Math.min(2, sketch.subjects.filter((s, v) => own >= 0 && s === own && (verbs[v]?.from ?? at) < at).length),
  );
}

function relationTo(
  subject: number,
  own: number,
  candidate: Candidate,
  { phrases, prepositionOf }: SentenceSketch,
  items: readonly Item[],
): string {
  const main = phrases[subject];
  if (main === undefined) return 'no subject';
  if (subject === own) return 'subject';
  if (/^['’]s?$/.test(items[candidate.to]?.text ?? '') && main.from - candidate.to <= 2 && main.from >= candidate.to)
    return 'owner of subject';
  if (candidate.form === 'reference' && (main.from === candidate.to || main.from === candidate.from)) return 'owner of subject';
  if (own === subject + 1 && (prepositionOf[own] ?? -1) >= 0) return `behind subject ${items[prepositionOf[own] ?? -1]?.lower}`;
  return candidate.from < main.from ? 'before subject' : 'behind subject';
}
