import { type Families, SECONDS } from './families.ts';

/** Few articles tell more than some dozens; digests and tables do. */
const CLAIMS: readonly number[] = [0, 1, 2, 5, 10, 20, 50, 100, 200];

/** From texts to claims. */
export function readingMetrics({ counter, histogram }: Families) {
  const services = ['extractor'] as const;
  const kind = { name: 'kind', values: ['figure', 'deal'] } as const;
  return {
    extractions: counter({
      name: 'newsledger_extractions_total',
      help: 'Extractions, by outcome.',
      labels: [
        {
          name: 'outcome',
          values: ['extracted', 'abandoned', 'superseded', 'failed'],
          meaning: '`abandoned`: given up for good; `superseded`: not wanted any more',
        },
      ],
      services,
    }),
    extractionFailures: counter({
      name: 'newsledger_extraction_failures_total',
      help: 'Attempts to read a text that came to nothing, by kind.',
      labels: [
        {
          name: 'kind',
          values: ['timed_out', 'out_of_memory', 'crashed', 'failed'],
          meaning: '`failed`: the extractor threw; of the others it was stopped',
        },
      ],
      services,
    }),
    extractionSeconds: histogram({
      name: 'newsledger_extraction_duration_seconds',
      help: 'Time to read one article, extract its claims and append them.',
      buckets: SECONDS,
      services,
    }),
    claims: counter({
      name: 'newsledger_claims_total',
      help: 'Claims reported, by kind, and whether they are certain enough to take part in the tables.',
      labels: [kind, { name: 'placed', values: ['yes', 'no'] }],
      services,
    }),
    articleClaims: histogram({
      name: 'newsledger_article_claims',
      help: 'Claims of one article, by kind.',
      labels: [kind],
      buckets: CLAIMS,
      services,
    }),
    modelRequests: counter({
      name: 'newsledger_model_requests_total',
      help: 'Questions to a language model, by outcome.',
      labels: [
        {
          name: 'outcome',
          values: ['answered', 'refused', 'unusable', 'timed_out', 'rate_limited', 'failed', 'capped'],
          meaning: '`capped`: not sent, the budget of the day is used up',
        },
      ],
      services,
    }),
  };
}
