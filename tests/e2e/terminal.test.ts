import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { openPool } from '@newsledger/platform';
import { contentHash, migrateReadModels, rebuild } from '@newsledger/read-models';
import { createTestDatabase, fillLog, type TestDatabase, waitFor } from '@newsledger/test-support';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readerUrl } from './askAsReader.ts';
import { noTmux, openWindow, type TmuxWindow } from './tmux.ts';

/** The commands in a terminal, as somebody who sits at it sees them. */
let window: TmuxWindow | null = null;

async function open(columns: number, postgresUrl: string): Promise<TmuxWindow> {
  window = await openWindow(columns, { NEWSLEDGER_POSTGRES_URL: postgresUrl });
  return window;
}

afterEach(async () => {
  await window?.close();
  window = null;
});

describe.skipIf(noTmux !== null)(`in a terminal${noTmux === null ? '' : ` (skipped: ${noTmux})`}`, () => {
  it.each([80, 140])('figures and why fit a terminal of %d columns, and say the same as a pipe', async (columns) => {
    const { command } = await open(columns, readerUrl());

    const figures = await command('./newsledger figures openai');
    expect(figures.filter((line) => line.length > columns)).toEqual([]);
    expect(figures[0]).toMatch(/^FIGURE +SUBJECT +MEASURE .*VALUE .*AGREEMENT/);
    expect(figures.join('\n')).toMatch(/^[0-9a-f]{8} +OpenAI .*38 bn USD/m);
    expect(figures.some((line) => line.length > columns - 20)).toBe(true);

    const why = await command('./newsledger why openai deal_value amazon');
    expect(why.filter((line) => line.length > columns)).toEqual([]);
    const told = why.join(' ').replaceAll(/\s+/g, ' ');
    expect(told).toContain('OpenAI · Amazon Web Services · deal value');
    expect(told).toMatch(/winner .*“\$38 ?(?:bn|billion)”/);
    expect(why.some((line) => /^\s*https?:\/\/\S+$/.test(line))).toBe(true);
  });

  it('bash completes commands, options and their values', async () => {
    const { command, type, press, lines } = await open(100, readerUrl());
    await command('source <(./newsledger completion bash)');
    const typed = async () => (await lines()).findLast((line) => line.startsWith('next>'));

    await type('./newsledger fig');
    await press('Tab');
    await waitFor('the command', async () => (await typed()) === 'next> ./newsledger figures');
    await type('--agr');
    await press('Tab');
    await waitFor('the option', async () => (await typed()) === 'next> ./newsledger figures --agreement');
    await type('dis');
    await press('Tab');
    await waitFor('the value', async () => (await typed()) === 'next> ./newsledger figures --agreement disputed');
  });

  describe('work that takes long', () => {
    let database: TestDatabase;
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'newsledger-terminal-'));
      database = await createTestDatabase('terminal', async (url) => {
        const pool = openPool({ url });
        await migrateEventStore(pool);
        await migrateReadModels(pool);
        await fillLog(pool, { events: 15_000, names: 'zipf' });
        await rebuild(pool, createEventStore(pool));
        await pool.end();
      });
    });

    afterAll(async () => {
      await database.close();
      await rm(folder, { recursive: true });
    });

    it('shows its rate and the time left on one line, and wipes it at its end', async () => {
      const { type, press, lines, untilPrompt } = await open(80, database.url);
      await type('./newsledger rebuild');
      await press('Enter');
      const bar = /^Folding the log .* \d+ % \| \d+ of 15000 \| \d+ events\/s \| \d+\S* left$/;
      await waitFor('the bar', async () => (await lines()).some((line) => bar.test(line)), 120_000);

      expect((await lines()).filter((line) => line.length > 80)).toEqual([]);
      expect(await untilPrompt(200_000)).toEqual(['Rebuilt the tables up to event 15000.']);
    });

    it('ends by Ctrl-C with code 130, one sentence and the tables as they were', async () => {
      const before = await contentHash(database.pool);
      const { type, press, lines, untilPrompt, command } = await open(80, database.url);
      await type('./newsledger rebuild');
      await press('Enter');
      await waitFor('the bar', async () => (await lines()).some((line) => /^Folding the log .* [1-9]\d* %/.test(line)), 120_000);
      await press('C-c');

      expect(await untilPrompt()).toEqual([expect.stringMatching(/^(\^C)?newsledger: ended, since it received SIGINT$/)]);
      expect(await command('echo "code $?"')).toEqual(['code 130']);
      expect(await contentHash(database.pool)).toBe(before);
    });

    it.each(['csv', 'parquet'])('an export as %s that is ended in its middle leaves no file', async (format) => {
      const blocker = await database.pool.connect();
      await blocker.query('BEGIN; LOCK TABLE newsledger.figures IN ACCESS EXCLUSIVE MODE');
      try {
        const { type, press, untilPrompt, command } = await open(120, database.url);
        await type(`./newsledger export figures --format ${format} --out ${folder}/figures.${format}`);
        await press('Enter');
        await waitFor('the file', async () => (await readdir(folder)).includes(`figures.${format}.unfinished`), 60_000);
        await press('C-c');

        expect((await untilPrompt()).at(-1)).toMatch(/newsledger: ended, since it received SIGINT$/);
        expect(await command('echo "code $?"')).toEqual(['code 130']);
        expect(await readdir(folder)).toEqual([]);
      } finally {
        await blocker.query('ROLLBACK');
        blocker.release();
      }
    });
  });
});
