import type pg from 'pg';

/** The tokens of a day, shared by all processes. */
export interface ModelBudget {
  /** Takes tokens out of today's budget before a request; false when they are no longer there. */
  reserve(tokens: number): Promise<boolean>;
  /** Corrects a reservation by what the request took. */
  settle(reserved: number, used: number): Promise<void>;
}

/** Counts in `model.usage`, so that a restart or a second process spends nothing twice. @param now for the day, in UTC. */
export function createModelBudget(pool: pg.Pool, tokensPerDay: number, now: () => Date = () => new Date()): ModelBudget {
  const today = () => now().toISOString().slice(0, 10);
  return {
    async reserve(tokens) {
      const day = today();
      await pool.query('INSERT INTO model.usage (day) VALUES ($1) ON CONFLICT (day) DO NOTHING', [day]);
      const { rowCount } = await pool.query(
        'UPDATE model.usage SET tokens = tokens + $2, requests = requests + 1 WHERE day = $1 AND tokens + $2 <= $3',
        [day, tokens, tokensPerDay],
      );
      if (rowCount === 1) return true;
      await pool.query('UPDATE model.usage SET capped_at = now() WHERE day = $1 AND capped_at IS NULL', [day]);
      return false;
    },
    async settle(reserved, used) {
      await pool.query('UPDATE model.usage SET tokens = greatest(0, tokens + $2) WHERE day = $1', [today(), used - reserved]);
    },
  };
}
