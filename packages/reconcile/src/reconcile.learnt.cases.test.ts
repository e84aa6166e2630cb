import { expect, it } from 'vitest';
import { said } from './exampleClaims.ts';
import { reconcile } from './reconcile.ts';
import { dealValueKey } from './sampleClaims.ts';

const copyGroupOf = (source: string) => (source.startsWith('tape') ? 'tape 1' : null);
const measuresOtherwise = (source: string) => source.startsWith('gross');

it('counts sources that were found to copy each other as one witness where they say the same', () => {
  const claims = [said('Tape 1', '52bn'), said('Tape 2', '52bn'), said('Tape 3', '52bn'), said('A', '38bn'), said('B', '38bn')];
  expect(reconcile(dealValueKey, claims)).toMatchObject({ value: '52000000000', independentSources: 5 });
  expect(reconcile(dealValueKey, claims, { copyGroupOf })).toMatchObject({ value: '38000000000', independentSources: 3 });
});

it('lets a source of such a group speak for itself where it says something else', () => {
  const result = reconcile(dealValueKey, [said('Tape 1', '52bn'), said('Tape 2', '38bn'), said('A', '38bn')], { copyGroupOf });
  expect(result).toMatchObject({ value: '38000000000', independentSources: 3, agreement: 'agreed_with_outlier' });
});

it('names what was learnt as the kind of the origin', () => {
  const { why } = reconcile(dealValueKey, [said('Tape 1', '52bn'), said('Tape 2', '52bn'), said('A', '38bn')], { copyGroupOf });
  expect(why.origins.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['source:a source', 'source:tape 1 copying']);
});

it('lets those who measure otherwise decide nothing, and says so', () => {
  const claims = [said('A', '38bn'), said('Gross 1', '52bn'), said('Gross 2', '52bn'), said('Gross 3', '52bn')];
  const result = reconcile(dealValueKey, claims, { measuresOtherwise });
  expect(result).toMatchObject({ value: '38000000000', agreement: 'agreed_with_outlier' });
  expect(result.explanation).toBe(
    "38 billion USD: 1 of 4 independent sources says so; Gross 1's 52 billion USD measures something else, as usual; Gross 2's 52 billion USD measures something else, as usual; Gross 3's 52 billion USD measures something else, as usual.",
  );
  expect(result.why.losers.map(({ kind }) => kind)).toEqual(['definition', 'definition', 'definition']);
});

it('believes those who measure otherwise where nobody else speaks', () => {
  const result = reconcile(dealValueKey, [said('Gross 1', '52bn'), said('Gross 2', '52bn')], { measuresOtherwise });
  expect(result).toMatchObject({
    value: '52000000000',
    agreement: 'agreed',
    confidence: reconcile(dealValueKey, [said('A', '52bn'), said('B', '52bn')]).confidence,
  });
});

it('names a slip with its kind, which never decides', () => {
  const { value, why } = reconcile(dealValueKey, [said('A', '38m'), said('B', '38bn', { on: '2025-11-04' })]);
  expect(value).toBe('38000000');
  expect(why.slips).toEqual([
    {
      claimId: 'B 2025-11-04 38bn',
      source: 'B',
      says: '38 billion USD',
      kind: 'scale',
      words: 'a thousand times too much, as when million is read as billion',
    },
  ]);
});
