import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '@newsledger/cli';
import { chooseSteadyPort, endWithProcess } from '@newsledger/test-support';
import type { TestProject } from 'vitest/node';
import { runNewsledger } from './runNewsledger.ts';
import { keepSampleLedger } from './sampleLedger.ts';

export interface SampleRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly dataDir: string;
  /** The ledger that the run left behind, with its server running. Whoever changes it, or must not see changes, takes `copySampleLedger`. */
  readonly postgresUrl: string;
  /** Of the newsroom that was read; its addresses are part of what was stored. */
  readonly newsroomPort: number;
}

declare module 'vitest' {
  export interface ProvidedContext {
    sampleRun: SampleRun;
  }
}

/** Reads the sample newsroom once with `newsledger up --once --json`; the end-to-end tests look at what it left. */
export default async function runSample(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'newsledger-e2e-'));
  await chmod(dataDir, 0o755);
  const newsroomPort = await chooseSteadyPort();
  const { code, stdout, stderr } = await runNewsledger(['up', '--once', '--json', '--data-dir', dataDir], {
    NEWSLEDGER_NEWSROOM_PORT: `${newsroomPort}`,
  });
  const ledger = await openDatabase({ postgresUrl: null, dataDir });
  if (ledger.server !== null) endWithProcess(ledger.server.pid);
  await keepSampleLedger(ledger.url);
  project.provide('sampleRun', { code, stdout, stderr, dataDir, postgresUrl: ledger.url, newsroomPort });
  return async () => {
    await ledger.close();
    await rm(dataDir, { recursive: true, force: true });
  };
}
