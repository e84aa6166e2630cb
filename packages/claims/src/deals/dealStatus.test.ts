import { expect, test } from 'vitest';
import { extractClaims } from '../extractClaims.ts';

const statusesOf = (text: string) =>
  extractClaims({ title: '', text, publishedAt: '2025-11-03T12:00:00Z', publisher: null }).deals.map(({ deal }) => deal.status);

const sentences = [
  ['CoreWeave has raised $2 billion in equity as part of a plan to become a cloud of its own.', 'completed'],
  ['Alibaba decided to hold its $25 billion initial public offering five years ago in New York.', 'completed'],
  ['Splunk was acquired by Cisco for $28 billion.', 'completed'],
  ['Cisco said that its $28 billion acquisition of Splunk is expected to be completed next year.', 'announced'],
  ['Oracle still has a partnership with Microsoft.', 'agreed'],
] as const;

test('reads the status of at least four deals of five as the sentence has it', () => {
  const misread = sentences.filter(([text, status]) => statusesOf(text).join() !== status).map(([text]) => text);
  expect(misread.length, misread.join('\n')).toBeLessThanOrEqual(1);
});
