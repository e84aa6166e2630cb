import { expect, it } from 'vitest';
import { judgeClaims } from './judgeClaims.ts';

const claim = (claim_id: string, verdict: string, allows: boolean | null) => ({ claim_id, figure_id: 'f', verdict, allows });
const outcomesOf = (...[row, claims]: Parameters<typeof judgeClaims>) =>
  judgeClaims(row, claims).map(({ claim: { claim_id }, outcome }) => `${claim_id} ${outcome}`);

it('judges every claim by the true value, whatever won', () => {
  const claims = [claim('a', 'winner', false), claim('b', 'loses', true)];
  expect(outcomesOf({ error: 'source' }, claims)).toEqual(['a wrong_source', 'b right']);
});

it('takes those who say otherwise for wrong when the figure is right', () => {
  const claims = [claim('a', 'winner', null), claim('b', 'agrees', null), claim('c', 'loses', null)];
  expect(outcomesOf({ outcome: 'right', error: 'source' }, claims)).toEqual(['a right', 'b right', 'c wrong_source']);
});

it('says nothing of those who say otherwise when the figure is wrong', () => {
  const claims = [claim('a', 'winner', null), claim('c', 'loses', null)];
  expect(outcomesOf({ outcome: 'wrong', error: 'source' }, claims)).toEqual(['a wrong_source']);
});

it('holds a misreading against the extractor', () => {
  expect(outcomesOf({ claim: 'a', outcome: 'wrong', error: 'extractor' }, [claim('a', 'loses', null)])).toEqual(['a wrong_extraction']);
});
