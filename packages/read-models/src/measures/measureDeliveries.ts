import type pg from 'pg';

export interface DeliveryMeasures {
  readonly waiting: number;
  /** 0 when none waits. */
  readonly oldestSeconds: number;
}

/** What webhooks have not taken so far. A delivery is as old as the news: as the event that it came of. */
export async function measureDeliveries(pool: pg.Pool): Promise<DeliveryMeasures> {
  const { rows } = await pool.query<DeliveryMeasures>(
    `SELECT count(*)::integer AS waiting,
            coalesce(greatest(extract(epoch FROM clock_timestamp() - (
              SELECT recorded_at FROM ledger.events WHERE position = min(delivery.position)
            )), 0), 0)::float8 AS "oldestSeconds"
       FROM following.delivery
      WHERE delivered_at IS NULL`,
  );
  return rows[0] ?? { waiting: 0, oldestSeconds: 0 };
}
