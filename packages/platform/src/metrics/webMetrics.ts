import { type Families, SECONDS } from './families.ts';

/** Pages, API, feeds. */
export function webMetrics({ counter, histogram }: Families) {
  const services = ['web'] as const;
  const route = {
    name: 'route',
    values: 'the template of the route, such as `/figures/:id`; `none` for addresses that have no page',
  } as const;
  return {
    requests: counter({
      name: 'newsledger_http_requests_total',
      help: 'Requests answered, by route and status.',
      labels: [
        { name: 'method', values: '`GET`, `HEAD`, `POST`, …: those that the server knows' },
        route,
        { name: 'status', values: 'status code' },
      ],
      services,
    }),
    requestSeconds: histogram({
      name: 'newsledger_http_request_duration_seconds',
      help: 'Time from a request to the end of its answer.',
      labels: [route],
      buckets: SECONDS,
      services,
    }),
  };
}
