import { type Differing, loadSampleEvents, type SampleEvent } from './sampleEvents.ts';

/**
 * Whom the copies of the sample's news are about. `new`: each about names of its own, so that every claim opens a figure or joins one of its
 * own copy. `same`: all about the same, so that figures grow hot. `zipf`: as news is, a few names most of the time and most names once or
 * twice.
 */
export type Names = 'new' | 'same' | 'zipf';

export interface LogShape {
  readonly events: number;
  readonly names: Names;
  /** Equal seeds give equal logs, to the byte. */
  readonly seed?: number;
  /** When the last event is recorded; the others come before it, `eventsPerDay` a day. */
  readonly until?: Date;
  readonly eventsPerDay?: number;
}

/** A row of the log without its position and place in its stream. */
export interface GeneratedEvent {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly recordedAt: Date;
  /** JSON. */
  readonly data: string;
}

const DAY_MS = 86_400_000;

/** A log of any size: the events of the sample newsroom's run, again and again, in articles of their own, about names as asked. */
export function* generateLog({
  events,
  names,
  seed = 1,
  until = new Date('2026-06-30T12:00:00.000Z'),
  eventsPerDay = 20_000,
}: LogShape): Generator<GeneratedEvent> {
  const sample = loadSampleEvents();
  const copies = Math.ceil(events / sample.filter(({ articleId }) => articleId !== null).length);
  const random = randomNumbers(seed);
  let made = 0;
  for (let copy = 0; copy < copies; copy++) {
    const world = worldOf(names, copy, copies, random);
    for (const event of sample) {
      if (made === events) return;
      if (event.articleId === null && copy > 0) continue;
      made++;
      const recordedAt = new Date(until.getTime() - Math.round(((events - made) * DAY_MS) / eventsPerDay));
      yield { ...copyOf(event, copy, world), recordedAt };
    }
  }
}

/** Copies of one world are about the same names. The chance of a world falls with its number, as that of words and names does. */
function worldOf(names: Names, copy: number, copies: number, random: () => number): number {
  if (names === 'same') return 0;
  return names === 'new' ? copy : Math.floor(Math.exp(random() * Math.log(copies + 1))) - 1;
}

function copyOf(event: SampleEvent, copy: number, world: number): Omit<GeneratedEvent, 'recordedAt'> {
  const { type, schemaVersion, articleId } = event;
  if (copy === 0 && world === 0) return { type, schemaVersion, stream: event.stream, id: event.id, data: event.data.map(asItIs).join('') };
  return {
    type,
    schemaVersion,
    stream: articleId === null ? event.stream : `article-${uuidOf(articleId, copy)}`,
    id: uuidOf(event.id, copy),
    data: event.data.map((piece) => pieceOf(piece, copy, world)).join(''),
  };
}

function asItIs(piece: string | Differing): string {
  if (typeof piece === 'string') return piece;
  return 'uuid' in piece ? piece.uuid : piece.name;
}

function pieceOf(piece: string | Differing, copy: number, world: number): string {
  if (typeof piece === 'string') return piece;
  if ('uuid' in piece) return uuidOf(piece.uuid, copy);
  return world === 0 ? piece.name : `${piece.name} ${world}`;
}

/** Another id for each copy, scattered as real ones are; the version and the variant of a UUID stay. */
function uuidOf(uuid: string, copy: number): string {
  if (copy === 0) return uuid;
  const scattered = (Number.parseInt(uuid.slice(0, 8), 16) ^ Math.imul(copy, 0x9e3779b1)) >>> 0;
  return `${scattered.toString(16).padStart(8, '0')}${uuid.slice(8, 24)}${copy.toString(16).padStart(12, '0')}`;
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
