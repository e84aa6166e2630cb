import { within } from './ending/within.ts';

/** What was opened, to be closed in the opposite order. */
export interface CloseStack {
  readonly push: (name: string, close: () => Promise<unknown>) => void;
  /**
   * Closes everything; one that fails doesn't keep the others open.
   * @param withinMs how long to wait for each, in milliseconds; whatever takes longer is reported and left.
   */
  readonly close: (onError: (name: string, error: unknown) => void, withinMs?: number) => Promise<void>;
}

export function createCloseStack(): CloseStack {
  const opened: { name: string; close: () => Promise<unknown> }[] = [];
  return {
    push: (name, close) => void opened.push({ name, close }),
    close: async (onError, withinMs = Number.POSITIVE_INFINITY) => {
      for (let last = opened.pop(); last !== undefined; last = opened.pop()) {
        const { name, close } = last;
        await within(withinMs, close()).catch((error: unknown) => onError(name, error));
      }
    },
  };
}
