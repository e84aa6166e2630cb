import type { Candidate } from '../candidates/candidate.ts';
import type { Reading } from '../candidates/reading.ts';
import type { PartyCandidate } from '../features/partyFeatures.ts';
import type { SentenceOfText } from '../features/tellingFeatures.ts';
import type { ReadDocument } from '../text/readDocument.ts';
import { signsOf } from './dealSigns.ts';

/** A text as the models for deals look at it. */
export interface DealReading {
  readonly document: ReadDocument;
  readonly sentences: readonly SentenceOfText[];
  /** Everybody who may be a party, by first place. */
  readonly candidates: readonly PartyCandidate[];
  /** Those that each sentence names or means, by its index in the text. */
  readonly namedIn: readonly (readonly PartyCandidate[])[];
}

export function dealReadingOf({ document, bySentence, profiles }: Pick<Reading, 'document' | 'bySentence' | 'profiles'>): DealReading {
  const places = new Map<string, Candidate[]>();
  const keys = bySentence.map(({ names }) => {
    const own = new Set<string>();
    for (const place of names) {
      if (!mayBeParty(place)) continue;
      own.add(place.key);
      const known = places.get(place.key);
      if (known === undefined) places.set(place.key, [place]);
      else known.push(place);
    }
    return own;
  });
  const signs = document.sentences.map(({ items }) => signsOf(items));
  const first = document.sentences[0];
  const title = first?.headline === true ? { signs: signs[0] ?? [], keys: keys[0] ?? new Set<string>() } : null;
  const ranked = [...places.keys()].sort((a, b) => (profiles.get(b)?.mentions ?? 0) - (profiles.get(a)?.mentions ?? 0));
  const rankOf = new Map(ranked.map((key, rank) => [key, rank]));
  const candidates = [...places].flatMap(([key, of]): PartyCandidate[] => {
    const named = of.find(({ form }) => form === 'name') ?? of[0];
    return named === undefined
      ? []
      : [{ key, entity: named.entity, places: of, profile: profiles.get(key), rank: rankOf.get(key) ?? ranked.length }];
  });
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  return {
    document,
    sentences: document.sentences.map((sentence, index) => ({
      sentence,
      signs: signs[index] ?? [],
      title,
      keys: keys[index] ?? new Set(),
      before: new Set((signs[index - 1] ?? []).map(({ type }) => type)),
      sentences: document.sentences.length,
    })),
    candidates,
    namedIn: keys.map((own) =>
      [...own].flatMap((key) => {
        const candidate = byKey.get(key);
        return candidate === undefined ? [] : [candidate];
      }),
    ),
  };
}

function mayBeParty({ mention }: Candidate): boolean {
  return mention !== null && mention.kind !== 'index' && mention.kind !== 'market';
}
