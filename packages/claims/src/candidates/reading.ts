import type { Quantity } from '@newsledger/quantities';
import type { FeatureBag } from '../scores/featureBag.ts';
import type { ReadDocument, ReadSentence } from '../text/readDocument.ts';
import type { Candidate } from './candidate.ts';
import { candidatesOfSentences, type SentenceCandidates } from './candidatesOf.ts';
import { type Profile, profilesOf } from './profiles.ts';

/** An article with all that may fill the fields of its claims. */
export interface Reading {
  readonly document: ReadDocument;
  readonly bySentence: readonly SentenceCandidates[];
  readonly profiles: ReadonlyMap<string, Profile>;
  /** 0 for the name that is mentioned most. */
  readonly rankOf: ReadonlyMap<string, number>;
  readonly places: readonly FigurePlace[];
  /** What candidates are whatever the figure; filled as figures are read. */
  readonly standing: Map<Candidate, Standing>;
  /** What part names have in the text, by name and by where they are seen from; filled likewise. */
  readonly parts: Map<string, FeatureBag>;
}

/** What a candidate is whatever the figure. */
export interface Standing {
  /** With words for those who ask why. */
  readonly explains: boolean;
  /** From wherever it is seen, as a speaker is. */
  readonly anywhere: readonly FeatureBag[];
  /** The same and more, by where it is seen from. */
  readonly from: Map<string, readonly FeatureBag[]>;
}

/** A quantity that may be a figure. */
export interface FigurePlace {
  readonly sentence: ReadSentence;
  /** The item of the quantity. */
  readonly at: number;
  readonly quantity: Quantity;
}

/** Candidates of a whole article. Pure; linear in its length. */
export function readCandidates(document: ReadDocument): Reading {
  const bySentence = candidatesOfSentences(document);
  const profiles = profilesOf(document, bySentence);
  const names = new Set(bySentence.flatMap((sentence) => sentence.names.map(({ key }) => key)));
  const ranked = [...names].sort((a, b) => (profiles.get(b)?.mentions ?? 0) - (profiles.get(a)?.mentions ?? 0));
  return {
    document,
    bySentence,
    profiles,
    rankOf: new Map(ranked.map((key, rank) => [key, rank])),
    places: placesOf(document),
    standing: new Map(),
    parts: new Map(),
  };
}

function placesOf({ sentences }: ReadDocument): FigurePlace[] {
  return sentences.flatMap((sentence) =>
    sentence.boilerplate
      ? []
      : sentence.items.flatMap((item, at) => (item.kind === 'quantity' ? [{ sentence, at, quantity: item.quantity }] : [])),
  );
}
