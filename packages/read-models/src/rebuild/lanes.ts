import type pg from 'pg';

/** Work on one connection. */
export type LaneWork = (client: pg.ClientBase) => Promise<void>;

/**
 * Connections on which a server writes side by side, while this process goes on. Each does one thing at a time; who finds none free waits, so
 * that no more is in memory than what is being written.
 */
export class Lanes {
  readonly #free: pg.ClientBase[];
  readonly #waiting: (() => void)[] = [];
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | null = null;

  constructor(clients: readonly pg.ClientBase[]) {
    this.#free = [...clients];
  }

  /**
   * Resolves once the work has begun.
   * @throws what any work before it failed with.
   */
  async start(work: LaneWork): Promise<void> {
    while (this.#free.length === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#throwFailure();
    const client = this.#free.pop();
    if (client === undefined) return this.start(work);
    const running = work(client)
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => {
        this.#running.delete(running);
        this.#free.push(client);
        this.#waiting.shift()?.();
      });
    this.#running.add(running);
  }

  /** Starts all of some work, and waits for its end. @throws what any of it failed with. */
  async runAll(works: Iterable<LaneWork>): Promise<void> {
    for (const work of works) await this.start(work);
    await this.finish();
  }

  /** Waits until nothing runs any more. @throws what any work failed with. */
  async finish(): Promise<void> {
    await this.settle();
    this.#throwFailure();
  }

  /** Waits until nothing runs any more, whatever became of it. */
  async settle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }
}
