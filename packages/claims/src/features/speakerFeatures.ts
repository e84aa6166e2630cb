import type { Candidate } from '../candidates/candidate.ts';
import type { FigurePlace } from '../candidates/reading.ts';
import { sketchOf } from '../grammar/sketchOf.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { stemOf } from './words.ts';

const TELLS =
  /^(?:said|says|say|saying|told|tells|adds|added|wrote|writes|noted|notes|argued|argues|estimates?|estimated|estimating|expects?|expected|forecasts?|predicts?|predicted|projects?|projected|reckons?|believes?|thinks?|reported|reports|claims?|claimed|showed|shows|found|finds|warned|warns|sees|announced|revealed|disclosed|polled|surveyed|put|puts|calculates?|calculated)$/;
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

/** Whether a candidate is a name that tells something in the figure's own sentence: `…, Halden Research forecasts`. Nobody named before does, then. */
export function isTeller({ sentence }: FigurePlace, { sentence: own, from, to, head, form }: Candidate): boolean {
  if (own !== sentence || form !== 'name') return false;
  const { verbs, phraseAt, subjectOf } = sketchOf(own);
  const verb = verbs[subjectOf[phraseAt[head] ?? -1] ?? -1];
  if (verb !== undefined && TELLS.test(own.items[verb.main]?.lower ?? '')) return true;
  // `…, Halden Research forecasts`: behind a comma no plural noun follows a name.
  return TELLS.test(own.items[to]?.lower ?? '') && /^[,"”]?$/.test(own.items[from - 1]?.text ?? '');
}
