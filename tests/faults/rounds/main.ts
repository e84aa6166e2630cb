import { parseArgs } from 'node:util';
import { EDITIONS } from './editions.ts';
import { faultTable } from './faultTable.ts';
import { runRounds } from './runRounds.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string' },
    'per-system': { type: 'string', default: `${EDITIONS}` },
  },
});
const rounds = wholeNumber('rounds', values.rounds);
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : wholeNumber('seed', values.seed);

const roundsPerSystem = Math.min(EDITIONS, wholeNumber('per-system', values['per-system']));

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    say(`${signal}: ending after this round`);
    stop.abort();
  });

say(`${rounds} rounds, seed ${seed}`);
const report = await runRounds({ rounds, seed, roundsPerSystem, say, signal: stop.signal });
say('');
say(faultTable(report));
process.exit(report.rounds.every(({ trouble }) => trouble === null) ? 0 : 1);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    process.stderr.write(`--${name} takes a whole number, not "${text}".\nExample: npm run faults -- --rounds 200 --seed 7\n`);
    process.exit(2);
  }
  return Number(text);
}
