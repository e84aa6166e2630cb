import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseFreePort } from '@newsledger/platform';
import { expect, it } from 'vitest';
import { runNewsledger } from './runNewsledger.ts';

/** The figures that a run in this zone reads, as they are printed, without when this ledger came to know them. */
async function figuresReadIn(zone: string, locale: string, newsroomPort: number): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'newsledger-zone-'));
  await chmod(dataDir, 0o755);
  const { code, stdout } = await runNewsledger(['up', '--once', '--json', '--data-dir', dataDir], {
    TZ: zone,
    LANG: locale,
    LC_ALL: locale,
    NEWSLEDGER_NEWSROOM_PORT: `${newsroomPort}`,
  });
  await rm(dataDir, { recursive: true, force: true });
  expect(code).toBe(0);
  return stdout.replace(/"(?:first_recorded|last_changed)":"[^"]*",?/g, '');
}

it('reads the same figures, byte for byte, in Tokyo and, in Turkish, in New York as in UTC', async () => {
  // Addresses are part of what is compared, so all runs read the newsroom on one port, one after the other.
  const port = await chooseFreePort();

  const utc = await figuresReadIn('UTC', 'C', port);
  const tokyo = await figuresReadIn('Asia/Tokyo', 'ja_JP.UTF-8', port);
  const newYork = await figuresReadIn('America/New_York', 'tr_TR.UTF-8', port);

  expect(utc).toContain('"period_from":"2025-11-01"');
  expect(tokyo).toBe(utc);
  expect(newYork).toBe(utc);
});
