import { createEventStore } from '@newsledger/event-store';
import { newEvent, streamOf } from '@newsledger/events';
import type pg from 'pg';

/** As many as an event holds. */
const MOST = 20;
const MAX_LENGTH = 300;

export interface GivenCommand {
  /** As it is typed, without what it is about. */
  readonly command: string;
  readonly about: readonly string[];
  readonly by: string;
  readonly reason: string;
}

/** Writes into the log who gave a command and why, once it is done. */
export async function recordCommand(pool: pg.Pool, { command, about, by, reason }: GivenCommand, now: Date = new Date()): Promise<void> {
  const event = newEvent('CommandGiven', {
    command,
    about: about.slice(0, MOST).map((what) => what.slice(0, MAX_LENGTH)),
    by: by.slice(0, 200),
    reason: reason.slice(0, 600),
    givenAt: now.toISOString(),
  });
  await createEventStore(pool).append(streamOf.commands(), 'any', [event]);
}
