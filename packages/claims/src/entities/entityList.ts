import { type ListedName, type NameIndex, spellingsOf } from './names.ts';

export const entityKinds = ['organisation', 'person', 'product', 'place', 'index'] as const;
export type EntityKind = (typeof entityKinds)[number];

/** An entity that the built-in list lacks, or has otherwise: what entities.yaml or a person said of it. */
export interface EntityEntry {
  /** Canonical name. */
  readonly name: string;
  /** Other spellings, tickers among them. */
  readonly aliases: readonly string[];
  readonly kind: EntityKind;
}

/** Entries made ready for reading; goes before the built-in list. */
export type EntityList = NameIndex;

export const noEntities: EntityList = new Map();

/** The entries as texts are searched for them. */
export function createEntityList(entries: readonly EntityEntry[]): EntityList {
  const index = new Map<string, ListedName[]>();
  for (const { name, aliases, kind } of entries) for (const spelling of [name, ...aliases]) spellingsOf(index, spelling, name, kind);
  for (const names of index.values()) names.sort((a, b) => b.words.length - a.words.length);
  return index;
}
