import { type Alarm, createAlarm } from '@newsledger/event-store';

/** Everybody in this process who waits for what others do in a round: each hint ends all their waits. */
export class Hints {
  readonly #alarms = new Set<Alarm>();

  give(): void {
    for (const alarm of this.#alarms) alarm.ring();
  }

  /**
   * Asks again at each hint, and at least so often, until there is an answer.
   * @returns the first answer that is not null; null when the signal has aborted.
   */
  async until<Answer>(ask: () => Promise<Answer | null>, everyMs: number, signal: AbortSignal): Promise<Answer | null> {
    const alarm = createAlarm();
    this.#alarms.add(alarm);
    try {
      while (!signal.aborted) {
        const answer = await ask();
        if (answer !== null) return answer;
        await alarm.wait(everyMs, signal);
      }
      return null;
    } finally {
      this.#alarms.delete(alarm);
    }
  }
}
