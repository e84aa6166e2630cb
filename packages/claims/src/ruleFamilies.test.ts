import { expect, test } from 'vitest';
import { extractClaims } from './extractClaims.ts';
import { type RuleFamily, ruleFamilies } from './ruleFamilies.ts';

/** For each family a text of which less or something else is read without it. */
const texts: Readonly<Record<RuleFamily, string>> = {
  'measure cues': 'Oracle reported revenue of $15.9 billion.',
  'measure refinements':
    'Oracle raised its revenue forecast to $3 billion from $2 billion. Nvidia is valuable. It passed a worth of $1 trillion, or $2 trillion.',
  'measure settling': 'Alibaba rose 7.7 percent.',
  'counted nouns': 'Oracle employs 9,000 workers.',
  'listed names': 'AWS has revenue of $30 billion.',
  references: 'Oracle grew. Cisco fell. Microsoft backs OpenAI. The ChatGPT maker has revenue of $13 billion.',
  possessors: "Microsoft saw that Oracle's revenue was $15.9 billion.",
  'objects of value': 'Oracle said that analysts value Cisco at $200 billion.',
  'nouns with of': 'Microsoft reported that the loss of Oracle was $3 billion.',
  'clause subjects': 'Microsoft grew, and Oracle has 9,000 workers.',
  'sentence subjects': 'For Oracle: $3 billion in cash.',
  focus: 'Oracle grew last year. Revenue was $3 billion.',
  'deal links': 'Cisco acquired Splunk for $28 billion.',
  'settled figures': 'Cisco will buy Splunk for $28 billion.\n\nCisco acquired Splunk. The price is $28 billion, including debt.',
  retractions: 'Fjord Data will pay Equinix $3 billion, not $8 billion.',
  boilerplate: 'Readers of Oracle subscribe now and pay Oracle $20.',
};

test.each(Object.keys(ruleFamilies).map((family) => [family as RuleFamily]))('%s can be left out, and is missed', (family) => {
  const article = { title: '', text: texts[family], publishedAt: '2025-11-03T12:00:00Z', publisher: null };
  expect(extractClaims(article, { leaveOut: new Set([family]) })).not.toEqual(extractClaims(article));
});
