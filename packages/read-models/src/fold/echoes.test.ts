import { expect, it } from 'vitest';
import type { Said } from '../random/randomWorld.ts';
import { recorded } from '../random/recorded.ts';
import { toldAgain } from '../random/toldAgain.ts';
import { foldEvent } from './foldEvent.ts';
import { FoldState } from './state.ts';

it.each(['figure', 'deal'] as const)(
  'changes as few rows for one more copy of a %s told hundreds of times as for one told fifty times',
  (kind) => {
    expect(changedByOneMore(kind, 400)).toEqual(changedByOneMore(kind, 50));
  },
);

it.each(['figure', 'deal'] as const)(
  'keeps a handful of claims of a %s that three sources told hundreds of times, and counts them all',
  (kind) => {
    const state = folded(toldAgain(kind, 400));
    const counts = [...state.changed.figures.values(), ...state.changed.deals.values()].map(({ claimCount }) => claimCount);
    const standing = [...state.claims.values()].filter(({ echoOf }) => echoOf === null);

    expect(counts).toEqual([400]);
    expect(standing.length).toBeLessThan(30);
  },
);

function changedByOneMore(kind: 'figure' | 'deal', count: number) {
  const log = recorded(toldAgain(kind, count + 1));
  const last = log.splice(-4);
  const state = new FoldState();
  for (const event of log) foldEvent(state, event);
  const before = { history: state.changed.figureHistory.length, deals: state.changed.dealHistory.length };
  state.changed.claims.clear();
  for (const event of last) foldEvent(state, event);
  return {
    claims: state.changed.claims.size,
    history: state.changed.figureHistory.length - before.history,
    deals: state.changed.dealHistory.length - before.deals,
  };
}

function folded(log: readonly Said[]): FoldState {
  const state = new FoldState();
  for (const event of recorded(log)) foldEvent(state, event);
  return state;
}
