import { type Families, SECONDS } from './families.ts';

/** From feeds to captured pages. */
export function fetchingMetrics({ counter, gauge, histogram }: Families) {
  const services = ['fetcher'] as const;
  return {
    polls: counter({
      name: 'newsledger_polls_total',
      help: 'Polls of sources that were due, by outcome.',
      labels: [{ name: 'outcome', values: ['read', 'unchanged', 'failed'] }],
      services,
    }),
    pollSeconds: histogram({
      name: 'newsledger_poll_duration_seconds',
      help: 'Time to poll one source, waiting for its host included.',
      buckets: SECONDS,
      services,
    }),
    pollFailures: counter({
      name: 'newsledger_poll_failures_total',
      help: 'Polls that failed, by kind.',
      labels: [
        {
          name: 'kind',
          values:
            '`busy` (the host was not asked), `unreachable` (no answer, or not allowed), `refused` (4xx), `broken` (5xx), `unreadable`',
        },
      ],
      services,
    }),
    pollOverdueSeconds: gauge({
      name: 'newsledger_poll_overdue_seconds',
      help: 'How long the source that waits longest for its poll has been due; 0 when none is.',
      services,
    }),
    sources: gauge({
      name: 'newsledger_sources',
      help: 'Sources, by health.',
      labels: [{ name: 'health', values: ['new', 'healthy', 'failing', 'degraded', 'retired', 'removed'] }],
      services,
    }),
    discovered: counter({ name: 'newsledger_articles_discovered_total', help: 'New or changed feed entries.', services }),
    captures: counter({
      name: 'newsledger_captures_total',
      help: 'Attempts to capture an article, by outcome.',
      labels: [
        {
          name: 'outcome',
          values: ['captured', 'revised', 'unchanged', 'unavailable', 'withdrawn', 'alias', 'deferred'],
          meaning: '`deferred`: its host is busy',
        },
      ],
      services,
    }),
    captureSeconds: histogram({
      name: 'newsledger_capture_duration_seconds',
      help: 'Time to capture one article.',
      buckets: SECONDS,
      services,
    }),
    fetches: counter({
      name: 'newsledger_fetches_total',
      help: 'Requests for feeds and pages, redirects not counted, by answer.',
      labels: [
        { name: 'what', values: ['feed', 'page'] },
        { name: 'answer', values: ['2xx', '3xx', '4xx', '5xx', 'none'] },
      ],
      services,
    }),
    fetchSeconds: histogram({
      name: 'newsledger_fetch_duration_seconds',
      help: 'Time from a request to the end of its answer.',
      labels: [{ name: 'what', values: ['feed', 'page'] }],
      buckets: SECONDS,
      services,
    }),
    fetchedBytes: counter({ name: 'newsledger_fetched_bytes_total', help: 'Bytes of bodies fetched, decompressed.', services }),
  };
}
