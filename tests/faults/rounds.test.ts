import { expect, inject, it } from 'vitest';
import { EDITIONS } from './rounds/editions.ts';
import { faultTable } from './rounds/faultTable.ts';
import { type RoundsReport, runRounds } from './rounds/runRounds.ts';

/** The rest of the kinds is for `npm run faults`. */
const ROUNDS = inject('form') === 'long' ? 16 : 4;
const seed = Math.floor(Math.random() * 1_000_000);
const hasRedis = inject('redisUrl') !== null;

const backends = [
  { backend: 'postgres' as const, title: 'PostgreSQL' },
  ...(hasRedis ? [{ backend: 'redis' as const, title: 'Redis' }] : []),
];

it.each(backends)(
  `${ROUNDS} editions of news are read as by an undisturbed run while processes and servers fail, with jobs in $title (seed ${seed})`,
  { timeout: 900_000 },
  async ({ backend }) => {
    const topologies = [{ backend, form: 'services' as const, twice: 'extractor' as const }];
    const report = await runRounds({
      rounds: ROUNDS,
      seed,
      topologies,
      roundsPerSystem: Math.min(ROUNDS, EDITIONS),
      isShort: true,
      say: (line) => console.info(line),
    });
    console.info(faultTable(report));

    expect(report.rounds).toHaveLength(ROUNDS);
    expect(troubleIn(report)).toEqual([]);
  },
);

it.skip.each(hasRedis ? [] : ['Redis'])('the same with jobs in %s (skipped: no redis-server on this machine)', () => {});

function troubleIn({ rounds }: RoundsReport): string[] {
  return rounds.flatMap(({ fault, trouble }) => (trouble === null ? [] : [`${fault}: ${trouble}`]));
}
