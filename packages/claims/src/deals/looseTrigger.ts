import type { DealRole, DealType } from '@newsledger/events';

/** Words that tell of a deal even where nobody, or nothing with a name, is told with them: `they invest in original content`. */
export interface LooseTrigger {
  readonly type: DealType;
  readonly words: string;
  /** What must stand right behind the word; two words with a blank between are looked at. */
  readonly next?: RegExp;
  /** Words around (four on each side) that show another sense: `customer acquisition`, `investment bank`. `_` stands for the word itself. */
  readonly unless?: RegExp;
  /** Words around without which the word tells of no deal. */
  readonly when?: RegExp;
  /** Role of who acts or owns, and of the party behind the word. */
  readonly agent: DealRole;
  readonly other: DealRole;
  readonly example: string;
}
