import { type FigurePlace, type Reading, readCandidates } from '../candidates/reading.ts';
import { type RoleCandidate, roleCandidates } from '../decisions/roles.ts';
import { readDocument } from '../text/readDocument.ts';
import type { LabelledFigure, LabelledText } from './labelledText.ts';

/** A quantity of a labelled text, and the figure that a careful reader made of it; null when he made none. */
export interface LabelledPlace {
  readonly place: FigurePlace;
  readonly label: LabelledFigure | null;
  /** Candidates for its roles; worked out for labelled figures only. */
  readonly candidates: readonly RoleCandidate[];
}

/** A labelled text, read as articles are read. */
export interface LabelledReading {
  readonly fold: number;
  readonly text: LabelledText;
  readonly reading: Reading;
  readonly places: readonly LabelledPlace[];
}

/** The reading text is title, blank line, body, as articles have it; labels count from the body. */
export function readLabelled(text: LabelledText): LabelledReading {
  const head = text.title === null || text.title === '' ? '' : `${text.title}\n\n`;
  const reading = readCandidates(
    readDocument({ title: text.title ?? '', text: head + text.text, publishedAt: text.published, publisher: text.publisher }),
  );
  const taken = new Set<LabelledFigure>();
  const places = reading.places
    .filter(({ quantity }) => quantity.start >= head.length)
    .map((place): LabelledPlace => {
      const start = place.quantity.start - head.length;
      const end = place.quantity.end - head.length;
      const label = text.figures.find((figure) => !taken.has(figure) && figure.start < end && start < figure.end) ?? null;
      if (label !== null) taken.add(label);
      return { place, label, candidates: label === null ? [] : roleCandidates(reading, place) };
    });
  return { fold: text.fold, text, reading, places };
}
