import { type EventStore, readCheckpoint } from '@newsledger/event-store';
import {
  decideName,
  type Finding,
  findFigure,
  judgeClaim,
  type NameDecision,
  PROJECTOR,
  pinFigure,
  unjudgeClaim,
  unpinFigure,
} from '@newsledger/read-models';
import type pg from 'pg';

/** The name that is decided on, the one that it is or is not, who decides, and why. */
type DecidedNames = Parameters<typeof decideName>[2];

/** What a person lets the ledger know; everything goes through the log. Each waits until the tables show it, for some seconds. */
export interface Corrections {
  /** @returns false when there is no such figure. @param value an exact decimal. */
  readonly pin: (figureId: string, value: string, by: string, reason: string) => Promise<boolean>;
  readonly unpin: (figureId: string, by: string, reason: string) => Promise<void>;
  readonly name: (decision: NameDecision, names: DecidedNames) => Promise<void>;
  readonly judge: (finding: Finding) => Promise<void>;
  readonly unjudge: (claim: string, by: string, reason: string) => Promise<void>;
}

/** A projector that works takes an event in within a fraction of a second; without one, the page says what stands. */
const TAKEN_IN_WITHIN_MS = 5000;
const LOOK_EVERY_MS = 50;

/** @param pool may write to the log. @throws {DecisionError} from each of them, when it can't be done. */
export function createCorrections(pool: pg.Pool, store: EventStore, now: () => Date): Corrections {
  const at = () => now().toISOString();
  const taken = () => untilTakenIn(pool, store);
  return {
    async pin(figureId, value, by, reason) {
      const figure = await findFigure(pool, figureId);
      if (figure === null) return false;
      await pinFigure(store, figure, value, { by, reason }, at());
      await taken();
      return true;
    },
    async unpin(figureId, by, reason) {
      await unpinFigure(pool, store, figureId, { by, reason }, at());
      await taken();
    },
    async name(decision, names) {
      await decideName(store, decision, names, at());
      await taken();
    },
    async judge(finding) {
      await judgeClaim(pool, store, finding, at());
      await taken();
    },
    async unjudge(claim, by, reason) {
      await unjudgeClaim(pool, store, { claim, by, reason }, at());
      await taken();
    },
  };
}

async function untilTakenIn(pool: pg.Pool, store: EventStore): Promise<void> {
  const target = await store.lastPosition();
  const deadline = performance.now() + TAKEN_IN_WITHIN_MS;
  while ((await readCheckpoint(pool, PROJECTOR)) < target && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}
