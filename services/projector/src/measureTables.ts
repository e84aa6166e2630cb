import type { Metrics } from '@newsledger/platform';
import { listShares, measureDeliveries, measureFigures, measureProjection, measureRebuilds } from '@newsledger/read-models';
import type pg from 'pg';

/** Counting all figures takes a while where there are millions. */
const FIGURES_GOOD_FOR_MS = 60_000;

/** Has the log, the tables and what webhooks wait for measured whenever metrics are asked for. */
export function measureTables(pool: pg.Pool, metrics: Metrics): void {
  const { logPosition, projectionLagEvents, projectionLagSeconds, parkedEvents, figures } = metrics;
  const { sharesUnheld, shareLagEvents } = metrics;
  const { rebuildsRunning, rebuildProgress, deliveriesWaiting, oldestDeliverySeconds } = metrics;
  const forgetting =
    (...gauges: readonly { remove(): void }[]) =>
    () => {
      for (const gauge of gauges) gauge.remove();
    };
  metrics.addMeasure({
    name: 'log',
    take: async () => {
      const measured = await measureProjection(pool);
      logPosition.set(measured.logPosition);
      projectionLagEvents.set(measured.lagEvents);
      projectionLagSeconds.set(measured.lagSeconds);
      parkedEvents.set(measured.parkedEvents);
    },
    forget: forgetting(logPosition, projectionLagEvents, projectionLagSeconds, parkedEvents),
  });
  metrics.addMeasure({
    name: 'shares',
    take: async () => {
      const shares = await listShares(pool);
      sharesUnheld.set(shares.filter(({ heldBy }) => heldBy === null).length);
      shareLagEvents.reset();
      for (const { share, lagEvents } of shares) shareLagEvents.set({ share }, lagEvents);
    },
    forget: () => {
      sharesUnheld.remove();
      shareLagEvents.reset();
    },
  });
  metrics.addMeasure({
    name: 'rebuilds',
    take: async () => {
      const { running, progress } = await measureRebuilds(pool);
      rebuildsRunning.set(running);
      rebuildProgress.set(progress);
    },
    forget: forgetting(rebuildsRunning, rebuildProgress),
  });
  metrics.addMeasure({
    name: 'deliveries',
    take: async () => {
      const { waiting, oldestSeconds } = await measureDeliveries(pool);
      deliveriesWaiting.set(waiting);
      oldestDeliverySeconds.set(oldestSeconds);
    },
    forget: forgetting(deliveriesWaiting, oldestDeliverySeconds),
  });
  metrics.addMeasure({
    name: 'figures',
    take: async () => {
      const byAgreement = await measureFigures(pool);
      figures.reset();
      for (const [agreement, count] of Object.entries(byAgreement)) figures.set({ agreement }, count);
    },
    forget: () => figures.reset(),
    goodForMs: FIGURES_GOOD_FOR_MS,
  });
}
