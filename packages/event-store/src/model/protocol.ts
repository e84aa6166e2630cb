/** What a writer's transaction does, one atomic step after another. */
export type WriterStep =
  | 'notes the last position'
  | 'locks the noted floor'
  | 'takes a position'
  | 'rolls back to its savepoint'
  | 'commits'
  | 'unlocks its floor';

/** What a subscription's runner does for each page. */
export type ReaderStep =
  | 'reads the checkpoint'
  | 'takes a snapshot'
  | 'reads the last position'
  | 'reads the lowest floor'
  | 'reads events'
  | 'locks the checkpoint, and stops if it moved'
  | 'commits effects and checkpoint'
  | 'commits effects'
  | 'commits the checkpoint';

export interface Protocol {
  readonly writer: readonly WriterStep[];
  readonly reader: readonly ReaderStep[];
}

/** As ledger.append, ledger.safe_position, readAll and handleBatch do it. PostgreSQL unlocks what a transaction locked after its commit shows. */
export const asBuilt: Protocol = {
  writer: ['notes the last position', 'locks the noted floor', 'takes a position', 'commits', 'unlocks its floor'],
  reader: [
    'reads the checkpoint',
    'reads the last position',
    'reads the lowest floor',
    'reads events',
    'locks the checkpoint, and stops if it moved',
    'commits effects and checkpoint',
  ],
};

/** A writer that undoes what it appended and appends again, in one transaction. */
export const withSavepoint: Protocol = {
  ...asBuilt,
  writer: [
    'notes the last position',
    'locks the noted floor',
    'takes a position',
    'rolls back to its savepoint',
    'notes the last position',
    'locks the noted floor',
    'takes a position',
    'commits',
    'unlocks its floor',
  ],
};

/** The mistakes that logs on PostgreSQL are known for, each as the protocol with one thing changed. */
export const bugs = {
  'the floor is locked after the position is taken': {
    ...asBuilt,
    writer: ['notes the last position', 'takes a position', 'locks the noted floor', 'commits', 'unlocks its floor'],
  },
  'the floor is unlocked before the commit shows': {
    ...asBuilt,
    writer: ['notes the last position', 'locks the noted floor', 'takes a position', 'unlocks its floor', 'commits'],
  },
  'after a savepoint that took the floor away, the writer believes that it has one': {
    ...asBuilt,
    writer: [
      'notes the last position',
      'locks the noted floor',
      'takes a position',
      'rolls back to its savepoint',
      'takes a position',
      'commits',
      'unlocks its floor',
    ],
  },
  'readers go up to the last position, whoever is at work': {
    ...asBuilt,
    reader: asBuilt.reader.filter((step) => step !== 'reads the lowest floor'),
  },
  'the lowest floor is read before the last position': {
    ...asBuilt,
    reader: ['reads the checkpoint', 'reads the lowest floor', 'reads the last position', ...asBuilt.reader.slice(3)],
  },
  'events are read in a snapshot that is as old as the floor': {
    ...asBuilt,
    reader: ['reads the checkpoint', 'takes a snapshot', ...asBuilt.reader.slice(1)],
  },
  'the checkpoint is saved after the effects, in a transaction of its own': {
    ...asBuilt,
    reader: [...asBuilt.reader.slice(0, 5), 'commits effects', 'commits the checkpoint'],
  },
  'the checkpoint is saved before the effects, in a transaction of its own': {
    ...asBuilt,
    reader: [...asBuilt.reader.slice(0, 5), 'commits the checkpoint', 'commits effects'],
  },
  'nobody looks whether another runner has moved the checkpoint': {
    ...asBuilt,
    reader: asBuilt.reader.filter((step) => step !== 'locks the checkpoint, and stops if it moved'),
  },
} as const satisfies Record<string, Protocol>;
