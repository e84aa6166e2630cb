import type { Candidate } from '../candidates/candidate.ts';
import { candidatesFor } from '../candidates/candidatesOf.ts';
import type { FigurePlace, Reading, Standing } from '../candidates/reading.ts';
import { nobodyFeatures, noOtherSideFeatures } from '../features/nobodyFeatures.ts';
import { pairFeatures } from '../features/pairFeatures.ts';
import { kindFeatures, placedFeatures, profileFeatures, relationFeatures, whereIs } from '../features/roleFeatures.ts';
import { noSpeakerFeatures, speakerFeatures, tellingOfFeatures, toldFigure } from '../features/speakerFeatures.ts';
import { symbolOf } from '../features/words.ts';
import { sketchOf } from '../grammar/sketchOf.ts';
import type { Option } from '../scores/choose.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import type { MeasureOrNone } from './measure.ts';

/** A candidate and what speaks for it, whatever the measure; the part that all roles share. */
export interface RoleCandidate {
  readonly candidate: Candidate;
  /** What it is to the figure. */
  readonly relation: FeatureBag;
  /** What it is whatever the figure. */
  readonly standing: readonly FeatureBag[];
}

/** Everybody and everything that a figure may be about, or who may stand across or speak. */
export function roleCandidates(reading: Reading, place: FigurePlace, explains = false): RoleCandidate[] {
  const { sentence, at } = place;
  const candidates = candidatesFor(sentence.index, reading.bySentence);
  const question = {
    sentence,
    at,
    namesInSentence: sentence.items.filter((item) => item.kind === 'mention' && item.mention.form !== 'pronoun').length,
    since: namesSince(candidates, sentence.index),
    ...aboutWhat(place),
    ...metLately(candidates, sentence.index),
  };
  return candidates.map((candidate) => {
    const where = whereIs(place, candidate);
    const relation = new FeatureBag(explains);
    relationFeatures(question, candidate, where, relation);
    return { candidate, relation, standing: seenFrom(reading, candidate, where, explains) };
  });
}

/** What a candidate is whatever the figure, worked out once for each place that it may be seen from. */
function seenFrom(reading: Reading, candidate: Candidate, where: string, explains: boolean): readonly FeatureBag[] {
  const { anywhere, from } = standingOf(reading, candidate, explains);
  const known = from.get(where);
  if (known !== undefined) return known;
  const placed = new FeatureBag(explains);
  placedFeatures(candidate, where, placed);
  const bags = [...anywhere, placed, partInText(reading, candidate, where, explains)];
  from.set(where, bags);
  return bags;
}

function standingOf(reading: Reading, candidate: Candidate, explains: boolean): Standing {
  const known = reading.standing.get(candidate);
  if (known !== undefined && known.explains === explains) return known;
  const kind = new FeatureBag(explains);
  kindFeatures(candidate, kind);
  const standing = { explains, anywhere: [kind, partInText(reading, candidate, null, explains)], from: new Map() };
  reading.standing.set(candidate, standing);
  return standing;
}

/** What part a name has in the text, seen from somewhere or, if null, from anywhere; the same for all its mentions. */
function partInText(reading: Reading, candidate: Candidate, where: string | null, explains: boolean): FeatureBag {
  const { key, form } = candidate;
  const of = `${explains} ${form} ${where} ${key}`;
  const known = reading.parts.get(of);
  if (known !== undefined) return known;
  const bag = new FeatureBag(explains);
  const profile = reading.profiles.get(key);
  if (profile !== undefined) profileFeatures(candidate, profile, reading.rankOf.get(key), where, bag);
  reading.parts.set(of, bag);
  return bag;
}

/** For each name of an earlier sentence, how many others were named between it and sentence `index`. */
function namesSince(candidates: readonly Candidate[], index: number): Map<Candidate, number> {
  const earlier = candidates
    .filter(({ form, sentence }) => form !== 'phrase' && sentence.index < index)
    .sort((a, b) => b.sentence.index - a.sentence.index || b.from - a.from);
  const since = new Map<Candidate, number>();
  const seen = new Set<string>();
  for (const candidate of earlier) {
    since.set(candidate, seen.has(candidate.key) ? seen.size - 1 : seen.size);
    seen.add(candidate.key);
  }
  return since;
}

/** The subject of the verb that governs the amount, by its kind and by its word. */
function aboutWhat({ sentence, at }: FigurePlace): { readonly about: string; readonly aboutWord: string } {
  const { phrases, verbBefore, verbAfter, subjects } = sketchOf(sentence);
  const before = verbBefore[at] ?? -1;
  const subject = phrases[subjects[before >= 0 ? before : (verbAfter[at] ?? -1)] ?? -1];
  const item = sentence.items[subject?.head ?? -1];
  if (subject === undefined || item === undefined) return { about: 'nothing', aboutWord: '' };
  const aboutWord = symbolOf(item);
  if (item.kind === 'mention')
    return { about: item.mention.form === 'pronoun' || item.mention.form === 'description' ? 'reference' : 'name', aboutWord };
  if (subject.pronoun) return { about: item.lower, aboutWord };
  return { about: subject.possessive ? 'owned noun' : subject.definite ? 'the noun' : 'noun', aboutWord };
}

/** Sentences back that count as lately. */
const LATELY = 2;

function metLately(
  candidates: readonly Candidate[],
  index: number,
): { readonly lately: ReadonlyMap<string, number>; readonly mostLately: number } {
  const lately = new Map<string, number>();
  let mostLately = 1;
  for (const { key, sentence } of candidates)
    if (sentence.index >= index - LATELY) {
      const count = (lately.get(key) ?? 0) + 1;
      lately.set(key, count);
      mostLately = Math.max(mostLately, count);
    }
  return { lately, mostLately };
}

/** Whom or what the figure is about. */
export function subjectOptions(candidates: readonly RoleCandidate[], measure: MeasureOrNone): Option<Candidate>[] {
  return candidates.map(({ candidate, relation, standing }) => ({
    value: candidate,
    key: candidate.key,
    features: relation,
    standing,
    within: measure,
  }));
}

/** Who stands across: a deal's other side, the product of a maker, what a stake is in. Null is nobody. */
export function counterpartyOptions(
  candidates: readonly RoleCandidate[],
  place: FigurePlace,
  measure: MeasureOrNone,
  subject: Candidate | null,
  explains = false,
): Option<Candidate | null>[] {
  return [
    { value: null, key: '', features: noOtherSideFeatures(place, subject, explains), within: measure },
    ...candidates
      .filter(({ candidate }) => candidate.key !== subject?.key)
      .map(({ candidate, relation, standing }) => {
        const features = new FeatureBag(explains);
        if (subject !== null) pairFeatures(place, subject, candidate, features);
        return { value: candidate, key: candidate.key, features: relation, pair: features, standing, within: measure };
      }),
  ];
}

/** Who says so, if it is somebody else than the article and the subject; null when nobody is named. */
export function speakerOptions(
  reading: Reading,
  candidates: readonly RoleCandidate[],
  place: FigurePlace,
  subject: Candidate | null,
  explains = false,
): Option<Candidate | null>[] {
  const told = toldFigure(reading.document, place);
  const nobody = nobodyFeatures(place, explains);
  noSpeakerFeatures(told, reading.document.sentences[place.sentence.index - 1], nobody);
  return [
    { value: null, key: '', features: nobody },
    ...candidates.map(({ candidate, standing }) => {
      const features = new FeatureBag(explains);
      speakerFeatures(place, candidate, features);
      tellingOfFeatures(told, candidate, features);
      features.add('is the subject', candidate.key === subject?.key);
      return { value: candidate, key: candidate.key, features, standing };
    }),
  ];
}
