import type { Model, Move } from './explore.ts';
import type { Protocol, ReaderStep, WriterStep } from './protocol.ts';

/** A log, its writers, and two runners of one subscription, each of which takes itself for the only one. Positions are counted from 1. */
interface World {
  /** The sequence of positions. */
  readonly last: number;
  /** Positions of events that a new snapshot sees, in order. */
  readonly visible: readonly number[];
  readonly writers: readonly Writer[];
  readonly readers: readonly Reader[];
  readonly checkpoint: number;
  /** Positions whose effects are committed, in the order in which they were. */
  readonly effects: readonly number[];
}

interface Writer {
  /** How many steps are done. */
  readonly done: number;
  readonly noted: number;
  readonly floor: number | null;
  readonly positions: readonly number[];
}

interface Reader {
  readonly done: number;
  readonly pagesLeft: number;
  readonly page: Page;
  readonly holdsCheckpoint: boolean;
}

/** What a runner has learned so far for the page at hand. */
interface Page {
  readonly after: number;
  readonly last: number;
  readonly lowestFloor: number;
  /** What is visible to its statements; null: whatever is when the statement begins. */
  readonly snapshot: readonly number[] | null;
  readonly events: readonly number[];
  readonly upTo: number;
}

export interface LogModelOptions {
  readonly writers: number;
  readonly readers: number;
  /** How many pages each reader reads. */
  readonly pages: number;
  /** Events in a full page. */
  readonly limit: number;
}

/** What was learned is forgotten when it can't matter any more, so that worlds that are alike from there on are one. */
const emptyPage: Page = { after: 0, last: 0, lowestFloor: Number.MAX_SAFE_INTEGER, snapshot: null, events: [], upTo: 0 };

/** Each step of each actor is atomic, any may come next; transactions that could commit may be rolled back instead, and processes die. */
export function logModel(protocol: Protocol, { writers, readers, pages, limit }: LogModelOptions): Model<World> {
  return {
    start: {
      last: 0,
      visible: [],
      writers: Array.from({ length: writers }, () => ({ done: 0, noted: 0, floor: null, positions: [] })),
      readers: Array.from({ length: readers }, () => ({ done: 0, pagesLeft: pages, page: emptyPage, holdsCheckpoint: false })),
      checkpoint: 0,
      effects: [],
    },
    moves: (world) => [
      ...world.writers.flatMap((_, index) => writerMoves(protocol, world, index)),
      ...world.readers.flatMap((_, index) => readerMoves(protocol, world, index, limit)),
    ],
    // Which writer is which, or which reader, makes no difference.
    key: ({ last, visible, checkpoint, effects, writers: all, readers: both }) =>
      [last, visible, checkpoint, effects, all.map(writerKey).sort(), both.map(readerKey).sort()].join('|'),
    fault,
  };
}

/** What should never be: an event at or below the checkpoint without its effects, effects that come twice, or out of order. */
function fault({ visible, effects, checkpoint, readers }: World): string | null {
  const atWork = readers.flatMap(({ page }) => page.events);
  const skipped = visible.find((position) => position <= checkpoint && !effects.includes(position) && !atWork.includes(position));
  if (skipped !== undefined) return `event ${skipped} is skipped for ever: the checkpoint is at ${checkpoint}`;
  const wrong = effects.findIndex((position, index) => index > 0 && position <= (effects[index - 1] ?? 0));
  if (wrong === -1) return null;
  const position = effects[wrong];
  return effects.indexOf(position ?? 0) < wrong ? `event ${position} is handled twice` : `event ${position} is handled too late`;
}

function writerMoves({ writer: program }: Protocol, world: World, index: number): Move<World>[] {
  const writer = world.writers[index];
  const step = writer && program[writer.done];
  if (writer === undefined || step === undefined) return [];
  const name = `writer ${index + 1}`;
  const to = (change: Partial<Writer>, rest: Partial<World> = {}): World => ({
    ...world,
    ...rest,
    writers: world.writers.with(index, { ...writer, done: writer.done + 1, ...change }),
  });
  return [...writerStep(step, world, writer, to)].map(([says, next]) => ({ says: `${name} ${says}`, world: next }));
}

function* writerStep(
  step: WriterStep,
  world: World,
  writer: Writer,
  to: (change: Partial<Writer>, rest?: Partial<World>) => World,
): Generator<[string, World]> {
  switch (step) {
    case 'notes the last position':
      yield [`${step}: ${world.last}`, to({ noted: world.last })];
      break;
    case 'locks the noted floor':
      yield [`locks floor ${writer.noted}`, to({ floor: writer.noted, noted: 0 })];
      break;
    case 'takes a position':
      yield [`takes position ${world.last + 1}`, to({ positions: [...writer.positions, world.last + 1] }, { last: world.last + 1 })];
      break;
    case 'rolls back to its savepoint':
      yield [`${step}: what it appended is gone, and so is its lock`, to({ positions: [], floor: null })];
      break;
    case 'commits':
      yield [
        `commits: ${writer.positions.join(', ')} can be seen`,
        to({ positions: [] }, { visible: [...world.visible, ...writer.positions].sort((a, b) => a - b) }),
      ];
      yield [`rolls back: ${writer.positions.join(', ')} will never be`, to({ positions: [] })];
      break;
    case 'unlocks its floor':
      yield [step, to({ floor: null })];
  }
}

function readerMoves({ reader: program }: Protocol, world: World, index: number, limit: number): Move<World>[] {
  const reader = world.readers[index];
  const step = reader && program[reader.done];
  if (reader === undefined || step === undefined || reader.pagesLeft === 0) return [];
  const name = `reader ${index + 1}`;
  const set = (next: Reader, rest: Partial<World>): World => ({ ...world, ...rest, readers: world.readers.with(index, next) });
  const endPage: Reader = { done: 0, pagesLeft: reader.pagesLeft - 1, page: emptyPage, holdsCheckpoint: false };
  const to = (change: Partial<Page>, rest: Partial<World> = {}): World => {
    // The lock on the checkpoint ends with the transaction.
    const holdsCheckpoint = reader.holdsCheckpoint && !step.startsWith('commits');
    const next = { ...reader, done: reader.done + 1, page: { ...reader.page, ...change }, holdsCheckpoint };
    return set(next.done === program.length ? endPage : next, rest);
  };
  const moves = [...readerStep(step, world, reader, limit, to)].map(([says, next]) => ({ says: `${name} ${says}`, world: next }));
  if (step === 'locks the checkpoint, and stops if it moved') {
    if (world.readers.some(({ holdsCheckpoint }) => holdsCheckpoint)) return [];
    if (world.checkpoint !== reader.page.after)
      return [{ says: `${name} finds the checkpoint moved to ${world.checkpoint}, and stops`, world: set(endPage, {}) }];
    return [{ says: `${name} locks the checkpoint`, world: set({ ...reader, done: reader.done + 1, holdsCheckpoint: true }, {}) }];
  }
  if (step.startsWith('commits')) moves.push({ says: `${name} dies before it ${step}`, world: set(endPage, {}) });
  return moves;
}

function* readerStep(
  step: ReaderStep,
  world: World,
  { page }: Reader,
  limit: number,
  to: (change: Partial<Page>, rest?: Partial<World>) => World,
): Generator<[string, World]> {
  switch (step) {
    case 'reads the checkpoint':
      yield [`${step}: ${world.checkpoint}`, to({ after: world.checkpoint })];
      break;
    case 'takes a snapshot':
      yield [step, to({ snapshot: world.visible })];
      break;
    case 'reads the last position':
      yield [`${step}: ${world.last}`, to({ last: world.last })];
      break;
    case 'reads the lowest floor': {
      const floors = world.writers.flatMap(({ floor }) => floor ?? []);
      yield [
        `${step}: ${floors.length === 0 ? 'none' : Math.min(...floors)}`,
        to({ lowestFloor: Math.min(...floors, Number.MAX_SAFE_INTEGER) }),
      ];
      break;
    }
    case 'reads events': {
      const safe = Math.max(page.after, Math.min(page.last, page.lowestFloor));
      const found = (page.snapshot ?? world.visible).filter((position) => position > page.after && position <= safe);
      const events = found.slice(0, limit);
      const upTo = events.length === limit ? (events.at(-1) ?? safe) : safe;
      yield [
        `${step} after ${page.after} up to ${safe}: ${events.length === 0 ? 'none' : events.join(', ')}`,
        to({ events, upTo, last: 0, lowestFloor: 0, snapshot: null }),
      ];
      break;
    }
    case 'commits effects and checkpoint':
      yield [
        `commits the effects of ${events(page)} and checkpoint ${page.upTo}`,
        to({ events: [] }, { effects: [...world.effects, ...page.events], checkpoint: page.upTo }),
      ];
      break;
    case 'commits effects':
      yield [`commits the effects of ${events(page)}`, to({}, { effects: [...world.effects, ...page.events] })];
      break;
    case 'commits the checkpoint':
      yield [`commits checkpoint ${page.upTo}`, to({}, { checkpoint: page.upTo })];
  }
}

function events(page: Page): string {
  return page.events.length === 0 ? 'nothing' : page.events.join(', ');
}

function writerKey({ done, noted, floor, positions }: Writer): string {
  return `${done} ${noted} ${floor} ${positions}`;
}

function readerKey({ done, pagesLeft, holdsCheckpoint, page }: Reader): string {
  return `${done} ${pagesLeft} ${holdsCheckpoint} ${page.after} ${page.last} ${page.lowestFloor} ${page.snapshot} ${page.events} ${page.upTo}`;
}
