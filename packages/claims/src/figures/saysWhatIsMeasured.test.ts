import type { Measure } from '@newsledger/events';
import { expect, it } from 'vitest';
import { saysWhatIsMeasured } from './saysWhatIsMeasured.ts';

it.each<[string, Measure, string | null, boolean]>([
  ['revenue', 'revenue', null, true],
  ['Net sales', 'revenue', null, true],
  ['profits', 'growth', null, true],
  ['data center revenue', 'growth', 'data_center_revenue', true],
  ['Splunk', 'deal_value', null, false],
  ['cloud', 'revenue', null, false],
  ['joint venture', 'stake', null, false],
])('takes “%s” beside a figure of %s (%s) for what is measured: %s', (name, measure, definition, expected) => {
  expect(saysWhatIsMeasured(name, measure, definition)).toBe(expected);
});
