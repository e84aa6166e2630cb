import { expect, test } from 'vitest';
import { withLogContext } from './logContext.ts';
import { createLogger } from './logger.ts';

test('secrets in URLs are blanked in messages, fields and errors', () => {
  const lines: string[] = [];
  const logger = createLogger('fetcher', { output: { write: (line) => lines.push(line) } });

  logger.info({ url: 'https://ann:hunter2@example.org/feed?token=abc123&page=2' }, 'read postgres://nl:s3cret@db:5432/x');
  logger.error({ err: new Error('GET https://example.org/?api_key=k3y failed') }, 'failed');

  const text = lines.join('');
  expect(text).not.toMatch(/hunter2|abc123|s3cret|k3y/);
  expect(text).toContain('https://***@example.org/feed?token=***&page=2');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', name: 'fetcher' });
});

test('lines that are logged during some work say what it is about, the inner work first', async () => {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger('fetcher', { output: { write: (line: string) => lines.push(JSON.parse(line)) } });
  await withLogContext({ jobId: 'capture-1', articleId: 'a' }, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    logger.info('inside');
    await withLogContext({ articleId: 'b' }, async () => logger.info({ sourceId: 'wire' }, 'deeper'));
  });
  logger.info('outside');
  expect(lines).toMatchObject([
    { msg: 'inside', jobId: 'capture-1', articleId: 'a' },
    { msg: 'deeper', jobId: 'capture-1', articleId: 'b', sourceId: 'wire' },
    { msg: 'outside' },
  ]);
  expect(lines[2]).not.toHaveProperty('jobId');
});
