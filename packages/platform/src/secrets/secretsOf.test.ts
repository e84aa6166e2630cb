import { expect, test } from 'vitest';
import { loadConfig } from '../config.ts';
import { createLogger } from '../logger.ts';
import { secretsOf } from './secretsOf.ts';

const config = loadConfig({
  NEWSLEDGER_POSTGRES_URL: 'postgres://nl:pass%2Fword-of-nl@db/newsledger',
  NEWSLEDGER_REDIS_URL: 'redis://:password-of-redis@queue:6379',
  NEWSLEDGER_MODEL_URL: 'https://model.example/v1?deployment-hash=key-in-the-address',
  NEWSLEDGER_MODEL_KEY: 'key"of-the-model',
  NEWSLEDGER_ADMIN_TOKEN: 'token-of-the-admin',
  NEWSLEDGER_READER_PASSWORD: 'reader',
  NEWSLEDGER_CREDENTIALS: 'https://feeds.example.org ann:password-of-ann',
});

test('every secret of the settings is blanked wherever a line repeats it, however it is written there', () => {
  const lines: string[] = [];
  const logger = createLogger('web', { output: { write: (line) => lines.push(line) }, secrets: secretsOf(config) });

  logger.error({ sent: 'pass/word-of-nl', as: 'pass%2Fword-of-nl', key: 'key"of-the-model' }, 'AUTH password-of-redis');
  logger.error({ err: new Error('no key-in-the-address, no token-of-the-admin') }, 'refused');
  logger.error({ header: Buffer.from('ann:password-of-ann').toString('base64') }, 'password-of-ann');

  expect(lines.join('')).not.toMatch(/word-of|of-the-|in-the-address|YW5uOn/);
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['AUTH ***', 'refused', '***']);
});

test('words that everybody uses are not blanked because a trial has them for passwords', () => {
  expect(secretsOf(config)).not.toContain('reader');
});
