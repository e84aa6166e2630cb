export type MentionKind = 'organisation' | 'person' | 'product' | 'index' | 'place' | 'market';

/** How the article names an entity: by a listed or unlisted name, a shorter form of one, a description or a pronoun. */
type MentionForm = 'listed' | 'name' | 'short' | 'description' | 'pronoun';

/** A stretch of a sentence that stands for an entity. */
export interface Mention {
  /** Offsets into the reading text. */
  readonly start: number;
  readonly end: number;
  /** Tokens of its sentence, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly entity: string;
  readonly kind: MentionKind;
  readonly form: MentionForm;
}
