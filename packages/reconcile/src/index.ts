export { amountWords } from './amountWords.ts';
export type { Why } from './explain.ts';
export { type FigureKey, figureIdOf, figureKeyOf } from './figureKey.ts';
export { findOrigins } from './findOrigins.ts';
export type { Agreement, ClaimVerdict, KeyClaim, Pin, Standing, Verdict } from './keyClaim.ts';
export { type Reconciled, type ReconcileOptions, reconcile } from './reconcile.ts';
