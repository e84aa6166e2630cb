/** A decision that can't be taken; the message says why, and what to do. */
export class DecisionError extends Error {
  override readonly name = 'DecisionError';
}
