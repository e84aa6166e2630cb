import type { Candidate } from '../candidates/candidate.ts';
import { candidatesFor } from '../candidates/candidatesOf.ts';
import type { FigurePlace, Reading } from '../candidates/reading.ts';
import { nobodyFeatures } from '../features/nobodyFeatures.ts';
import { pairFeatures } from '../features/pairFeatures.ts';
import { kindFeatures, profileFeatures, roleFeatures } from '../features/roleFeatures.ts';
import { speakerFeatures } from '../features/speakerFeatures.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import type { Option } from '../scores/choose.ts';
import type { MeasureOrNone } from './measure.ts';

/** A candidate and what speaks for it, whatever the measure; the part that all roles share. */
export interface RoleCandidate {
  readonly candidate: Candidate;
  readonly features: FeatureBag;
}

/** Everybody and everything that a figure may be about, or who may stand across or speak. */
export function roleCandidates(reading: Reading, place: FigurePlace, explains = false): RoleCandidate[] {
  const names = place.sentence.items.filter((item) => item.kind === 'mention' && item.mention.form !== 'pronoun').length;
  return candidatesFor(place.sentence.index, reading.bySentence).map((candidate) => {
    const features = new FeatureBag(explains);
    roleFeatures(
      { ...place, namesInSentence: names },
      candidate,
      reading.profiles.get(candidate.key),
      reading.rankOf.get(candidate.key),
      features,
    );
    return { candidate, features };
  });
}

/** Whom or what the figure is about. */
export function subjectOptions(candidates: readonly RoleCandidate[], measure: MeasureOrNone): Option<Candidate>[] {
  return candidates.map(({ candidate, features }) => ({ value: candidate, key: candidate.key, features: features.within(measure) }));
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
    { value: null, key: '', features: nobodyFeatures(place, explains).within(measure) },
    ...candidates
      .filter(({ candidate }) => candidate.key !== subject?.key)
      .map(({ candidate, features }) => {
        const own = features.copy();
        if (subject !== null) pairFeatures(place, subject, candidate, own);
        return { value: candidate, key: candidate.key, features: own.within(measure) };
      }),
  ];
}

/** Sentences back in which a speaker may have been named. */
const SPEAKERS_BACK = 3;

/** Who says so, if it is somebody else than the article and the subject; null when nobody is named. */
export function speakerOptions(
  reading: Reading,
  candidates: readonly RoleCandidate[],
  place: FigurePlace,
  subject: Candidate | null,
  explains = false,
): Option<Candidate | null>[] {
  return [
    { value: null, key: '', features: nobodyFeatures(place, explains) },
    ...candidates
      .filter(({ candidate }) => candidate.sentence.index >= place.sentence.index - SPEAKERS_BACK)
      .map(({ candidate }) => {
        const own = new FeatureBag(explains);
        speakerFeatures(place, candidate, own);
        const profile = reading.profiles.get(candidate.key);
        kindFeatures(candidate, own);
        if (profile !== undefined) profileFeatures(candidate, profile, reading.rankOf.get(candidate.key), own);
        own.add('is the subject', candidate.key === subject?.key);
        return { value: candidate, key: candidate.key, features: own };
      }),
  ];
}
