export interface Alarm {
  /** Ends the wait that is going on or, when there is none, the next one at once: no ring gets lost. */
  ring(): void;
  /** Waits until somebody rings, the signal aborts, or so many milliseconds have passed. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export function createAlarm(): Alarm {
  let rung = false;
  let endWait: () => void = () => {};
  return {
    ring() {
      rung = true;
      endWait();
    },
    async wait(ms, signal) {
      if (!rung && !signal.aborted)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(() => endWait(), ms);
          endWait = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', endWait);
            endWait = () => {};
            resolve();
          };
          signal.addEventListener('abort', endWait, { once: true });
        });
      rung = false;
    },
  };
}
