/**
 * What the event log costs beside the least that PostgreSQL has to do, and beside emmett-postgresql:
 * `node tests/bench/eventStoreRatios.ts [seconds a measurement] [rounds] [greatest log]`.
 *
 * All take turns on one throw-away cluster (PostgreSQL's defaults, fsync on), and each ratio is the median over rounds of the ratio within
 * a round, so that it stands even where other work slows all of them. Where processors are short, the ratio of the processor time that an
 * event takes, here and in the server's connections, says more than that of events a second; it leaves out waiting for the disk.
 */
import { claim } from './eventLog/benchEvents.ts';
import { openBareTable, openEmmett, openNewsledger } from './eventLog/contenders.ts';
import { fillLog } from './eventLog/fillLog.ts';
import { inRounds, measureAppends, measureReads, median, medianRatio } from './eventLog/measure.ts';
import { bareSelect, readAllPages } from './eventLog/pages.ts';
import { startThrowAwayCluster } from './eventLog/throwAwayCluster.ts';

const SECONDS = Number(process.argv[2] ?? 0.5);
const ROUNDS = Number(process.argv[3] ?? 9);
const GREATEST_LOG = Number(process.argv[4] ?? 1_000_000);
const CONNECTIONS = 8;
const BATCHES = [1, 20, 100];
const PAGE = 1_000;
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size <= GREATEST_LOG);

const cluster = await startThrowAwayCluster();
try {
  const bare = await openBareTable(cluster, CONNECTIONS);
  const own = await openNewsledger(cluster, CONNECTIONS);
  const emmett = await openEmmett(cluster, CONNECTIONS);
  const pools = [bare.pool, own.pool, emmett.pool];

  console.log(
    `Appending claims of ${JSON.stringify(claim.data).length} bytes by ${CONNECTIONS} connections; median of ${ROUNDS} rounds of ${SECONDS} s\n`,
  );
  console.log('| a batch | bare, events/s | newsledger | emmett | log ÷ bare | log ÷ emmett | by processor: bare ÷ log | emmett ÷ log |');
  console.log('|---:|---:|---:|---:|---:|---:|---:|---:|');
  for (const size of BATCHES) {
    const rounds = await inRounds(ROUNDS, {
      bare: () => measureAppends(bare, size, SECONDS, CONNECTIONS),
      own: () => measureAppends(own, size, SECONDS, CONNECTIONS),
      emmett: () => measureAppends(emmett, size, SECONDS, CONNECTIONS),
    });
    const rates = (['bare', 'own', 'emmett'] as const).map((name) => Math.round(median(rounds.map((round) => round[name].perSecond))));
    const ratios = [
      medianRatio(rounds, 'own', 'bare'),
      medianRatio(rounds, 'own', 'emmett'),
      medianRatio(rounds, 'bare', 'own', 'cpuMicroseconds'),
      medianRatio(rounds, 'emmett', 'own', 'cpuMicroseconds'),
    ];
    console.log(`| ${size} | ${[...rates, ...ratios].join(' | ')} |`);
  }

  console.log(`\nAppending batches of 20, and reading pages of ${PAGE}, as the log grows\n`);
  console.log('| events | append ÷ bare | µs of processor an event | read ÷ bare SELECT | by processor | µs of processor an event |');
  console.log('|---:|---:|---:|---:|---:|---:|');
  for (const size of SIZES) {
    await fillLog(own.pool, 'ledger.events', size);
    await fillLog(bare.pool, 'bare', size);
    const select = bareSelect(own.pool, PAGE);
    const readAll = readAllPages(own.store, PAGE);
    const rounds = await inRounds(ROUNDS, {
      bare: () => measureAppends(bare, 20, SECONDS, CONNECTIONS),
      append: () => measureAppends(own, 20, SECONDS, CONNECTIONS),
      select: () => measureReads(own.pool, SECONDS, select),
      read: () => measureReads(own.pool, SECONDS, readAll),
    });
    const cells = [
      medianRatio(rounds, 'append', 'bare'),
      median(rounds.map(({ append }) => append.cpuMicroseconds)).toFixed(1),
      medianRatio(rounds, 'read', 'select'),
      medianRatio(rounds, 'select', 'read', 'cpuMicroseconds'),
      median(rounds.map(({ read }) => read.cpuMicroseconds)).toFixed(1),
    ];
    console.log(`| ${size} | ${cells.join(' | ')} |`);
  }
  for (const pool of pools) await pool.end();
} finally {
  await cluster.stop();
}
