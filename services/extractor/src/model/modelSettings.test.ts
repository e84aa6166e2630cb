import { loadConfig } from '@newsledger/platform';
import { expect, test } from 'vitest';
import { modelSettings } from './modelSettings.ts';

const URL = 'http://127.0.0.1:1/v1/chat/completions';
const settings = (env: Record<string, string>) => modelSettings(loadConfig(env));

test('nothing set, nobody asked', () => {
  expect(settings({})).toBeNull();
  expect(settings({ NEWSLEDGER_MODEL_NAME: 'tiny', NEWSLEDGER_MODEL_KEY: 'sk-x' })).toBeNull();
});

test('an address and a name are enough', () => {
  expect(settings({ NEWSLEDGER_MODEL_URL: URL, NEWSLEDGER_MODEL_NAME: 'tiny' })).toEqual({
    url: URL,
    name: 'tiny',
    key: null,
    tokensPerDay: 500_000,
    timeoutMs: 30_000,
  });
});

test('the smaller of the caps holds', () => {
  const model = { NEWSLEDGER_MODEL_URL: URL, NEWSLEDGER_MODEL_NAME: 'tiny', NEWSLEDGER_MODEL_TOKENS_PER_DAY: '900000' };

  expect(settings({ ...model, NEWSLEDGER_MODEL_COST_PER_DAY: '1', NEWSLEDGER_MODEL_COST_PER_MILLION_TOKENS: '4' })?.tokensPerDay).toBe(
    250_000,
  );
});

test.each([
  [{ NEWSLEDGER_MODEL_URL: URL }, /MODEL_NAME is not/],
  [{ NEWSLEDGER_MODEL_URL: URL, NEWSLEDGER_MODEL_NAME: 'tiny', NEWSLEDGER_MODEL_COST_PER_DAY: '1' }, /go together/],
  [{ NEWSLEDGER_MODEL_URL: 'ftp://x' }, /must begin with https/],
])('half a setting is refused: %j', (env, message) => {
  expect(() => settings(env)).toThrow(message);
});
