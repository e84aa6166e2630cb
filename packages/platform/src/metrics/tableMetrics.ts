import { type Families, SECONDS } from './families.ts';

/** The log, the tables that are folded from it, and those who are told what changed. */
export function tableMetrics({ counter, gauge, histogram }: Families) {
  const services = ['projector'] as const;
  return {
    appendedEvents: counter({
      name: 'newsledger_events_appended_total',
      help: 'Events that this process added to the log, by type.',
      labels: [{ name: 'type', values: 'the event types of docs/events.md' }],
      services: ['fetcher', 'extractor', 'web'],
    }),
    appends: counter({
      name: 'newsledger_appends_total',
      help: 'Batches given to the log, by outcome.',
      labels: [
        {
          name: 'outcome',
          values: ['appended', 'duplicate', 'conflict'],
          meaning: '`duplicate`: the log held all of it; `conflict`: somebody was first',
        },
      ],
      services: ['fetcher', 'extractor', 'web'],
    }),
    logPosition: gauge({ name: 'newsledger_log_position', help: 'Position of the last event of the log.', services }),
    foldedEvents: counter({ name: 'newsledger_events_folded_total', help: 'Events folded into the tables.', services }),
    foldSeconds: histogram({
      name: 'newsledger_fold_duration_seconds',
      help: 'Time to fold one batch of events.',
      buckets: SECONDS,
      services,
    }),
    projectionLagEvents: gauge({
      name: 'newsledger_projection_lag_events',
      help: 'Positions between the end of the log and the tables.',
      services,
    }),
    projectionLagSeconds: gauge({
      name: 'newsledger_projection_lag_seconds',
      help: 'Age of the oldest event that the tables do not hold; 0 when they hold all.',
      services,
    }),
    sharesHeld: gauge({
      name: 'newsledger_projector_share_held',
      help: 'Always 1: this process holds the share. None while one process folds everything.',
      labels: [{ name: 'share', values: 'the number of the share, 1 to NEWSLEDGER_PROJECTOR_SHARES' }],
      services,
    }),
    shareLagEvents: gauge({
      name: 'newsledger_share_lag_events',
      help: 'Positions between the end of the log and the rows of a share.',
      labels: [{ name: 'share', values: 'the number of the share, to NEWSLEDGER_PROJECTOR_SHARES; 0 is what is not by key' }],
      services,
    }),
    sharesUnheld: gauge({
      name: 'newsledger_shares_unheld',
      help: 'Shares of the tables that no process holds, so that nothing is folded.',
      services,
    }),
    parkedEvents: gauge({
      name: 'newsledger_events_parked',
      help: 'Events that can not be folded and are left out, with those that wait behind them.',
      services,
    }),
    rebuildsRunning: gauge({ name: 'newsledger_rebuilds_running', help: 'Rebuilds of the tables that are under way.', services }),
    rebuildProgress: gauge({
      name: 'newsledger_rebuild_progress_ratio',
      help: 'How much of the log the rebuild under way has folded, 0 to 1; 0 when there is none.',
      services,
    }),
    figures: gauge({
      name: 'newsledger_figures',
      help: 'Reconciled figures, by agreement; looked at once a minute.',
      labels: [
        {
          name: 'agreement',
          values: ['single_source', 'agreed', 'agreed_with_outlier', 'disputed', 'superseded'],
          meaning: '`disputed` are the disagreements',
        },
      ],
      services,
    }),
    deliveries: counter({
      name: 'newsledger_webhook_deliveries_total',
      help: 'Attempts to tell a webhook, by outcome.',
      labels: [{ name: 'outcome', values: ['delivered', 'refused', 'unreachable'], meaning: '`refused`: it answered otherwise than 2xx' }],
      services,
    }),
    deliverySeconds: histogram({
      name: 'newsledger_webhook_delivery_duration_seconds',
      help: 'Time until a webhook has answered.',
      buckets: SECONDS,
      services,
    }),
    deliveriesWaiting: gauge({
      name: 'newsledger_webhook_deliveries_waiting',
      help: 'Deliveries that no webhook has taken so far.',
      services,
    }),
    oldestDeliverySeconds: gauge({
      name: 'newsledger_webhook_oldest_delivery_age_seconds',
      help: 'Age of the oldest delivery that waits; 0 when none does.',
      services,
    }),
  };
}
