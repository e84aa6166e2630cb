import { loadConfig } from '@newsledger/platform';
import { expect, test } from 'vitest';
import { configuredTuning } from './configuredTuning.ts';
import { defaultTuning } from './tuning.ts';

test('settings that are left out give the usual numbers', () => {
  expect({ ...defaultTuning, ...configuredTuning(loadConfig({})) }).toEqual(defaultTuning);
});

test('a shorter lock is looked after more often, and pauses follow the retries', () => {
  const config = loadConfig({ NEWSLEDGER_JOB_LOCK_MS: '1500', NEWSLEDGER_RETRY_MS: '300' });

  expect(configuredTuning(config, 8_000)).toEqual({ lockDurationMs: 1_500, stalledIntervalMs: 375, retryBaseMs: 300, pauseBaseMs: 9_000 });
});
