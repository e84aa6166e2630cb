/** A line in which the first acts, and the others wait until it leaves. */
export interface WaitingLine {
  /** How many are in it, the first included. */
  readonly length: () => number;
  /** Resolves when everybody who came earlier has left. Rejects with the signal's reason, out of line, when that aborts first. */
  enter(signal?: AbortSignal): Promise<void>;
  /** The first leaves. */
  leave(): void;
}

export function createWaitingLine(): WaitingLine {
  const waiting: { go: () => void }[] = [];
  let isTaken = false;
  return {
    length: () => waiting.length + (isTaken ? 1 : 0),
    async enter(signal) {
      signal?.throwIfAborted();
      if (!isTaken) {
        isTaken = true;
        return;
      }
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const place = { go: resolve };
      const giveUp = () => {
        const index = waiting.indexOf(place);
        if (index >= 0) waiting.splice(index, 1);
        reject(signal?.reason);
      };
      waiting.push(place);
      signal?.addEventListener('abort', giveUp, { once: true });
      try {
        await promise;
      } finally {
        signal?.removeEventListener('abort', giveUp);
      }
    },
    leave() {
      const next = waiting.shift();
      // Whoever leaves hands its place over.
      if (next === undefined) isTaken = false;
      else next.go();
    },
  };
}
