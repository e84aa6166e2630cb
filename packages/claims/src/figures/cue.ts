import type { Measure } from '@newsledger/events';

/** Words that say what a quantity measures. */
export interface MeasureCue {
  /** Of the row, for people: its measure and first words. */
  readonly name: string;
  readonly measure: Measure;
  /** Alternatives of one or more words each, separated by `|`, small letters. */
  readonly words: string;
  /** Where the words stand, seen from the quantity. */
  readonly side: 'before' | 'after' | 'either';
  /** At most so many items between the words and the quantity. */
  readonly reach: number;
  /** Cues with a lower cost win at the same distance; specific phrases are cheap. */
  readonly cost: number;
  readonly definition: string | null;
  /** A sentence that the cue decides; the first quantity in it gets the measure. */
  readonly example: string;
}

export interface CueOptions {
  readonly side?: MeasureCue['side'];
  readonly reach?: number;
  readonly cost?: number;
  readonly definition?: string;
}

export function cue(measure: Measure, words: string, example: string, options: CueOptions = {}): MeasureCue {
  const side = options.side ?? 'either';
  return {
    name: `${measure} cue “${words.split('|')[0]}”${side === 'either' ? '' : ` ${side}`}`,
    measure,
    words,
    example,
    side,
    reach: options.reach ?? 8,
    cost: options.cost ?? 0,
    definition: options.definition ?? null,
  };
}
