/** Lets at most `size` callers be at work at a time, the others wait in line. */
export function createTurns(size: number): { take(): Promise<void>; give(): void } {
  const waiting: (() => void)[] = [];
  let free = size;
  return {
    /** Resolves when it is the caller's turn; `give` ends it. */
    async take() {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => waiting.push(resolve));
    },
    give() {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    },
  };
}
