import type { RoundReport, RoundsReport } from './runRounds.ts';

/** How often each fault was made, on which backend, and what came of it. */
export function faultTable({ rounds, leftOut }: RoundsReport): string {
  const names = [...new Set(rounds.map(({ fault }) => fault))].toSorted();
  const rows = [
    ...names.map((name) =>
      rowOf(
        name,
        rounds.filter(({ fault }) => fault === name),
      ),
    ),
    rowOf('all', rounds),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, ...numbers]) => `${name.padEnd(width)}  ${numbers.map((number) => number.padStart(10)).join('')}`);
  const head = `${'fault'.padEnd(width)}  ${['PostgreSQL', 'Redis', 'different', 'median s', 'longest s'].map((title) => title.padStart(10)).join('')}`;
  const usage = rounds.flatMap((round) => round.usage);
  return [
    head,
    ...lines,
    `At most ${Math.max(0, ...usage.map(({ handles }) => handles))} handles and ${Math.max(0, ...usage.map(({ megabytes }) => megabytes))} MB in one process and those below it; ${rounds.reduce((sum, { ownEnds }) => sum + ownEnds, 0)} processes ended by themselves.`,
    ...leftOut.map((what) => `Left out: ${what}.`),
  ].join('\n');
}

function rowOf(name: string, rounds: readonly RoundReport[]): [string, ...string[]] {
  const times = rounds.map(({ settledMs }) => settledMs / 1000).toSorted((a, b) => a - b);
  return [
    name,
    `${rounds.filter(({ topology }) => topology.backend === 'postgres').length}`,
    `${rounds.filter(({ topology }) => topology.backend === 'redis').length}`,
    `${rounds.filter(({ trouble }) => trouble !== null).length}`,
    (times[Math.floor(times.length / 2)] ?? 0).toFixed(1),
    (times.at(-1) ?? 0).toFixed(1),
  ];
}
