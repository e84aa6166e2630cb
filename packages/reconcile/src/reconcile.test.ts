import { describe, expect, it } from 'vitest';
import { reconcile } from './reconcile.ts';
import { amountOf, billions, claimOf, dealValueKey } from './sampleClaims.ts';

const totalKey = { ...dealValueKey, measure: 'spending_commitment', counterparty: null, definition: 'cumulative' } as const;
const investmentKey = {
  ...dealValueKey,
  measure: 'investment',
  subject: 'Amazon',
  counterparty: 'Anthropic',
  definition: 'cumulative',
} as const;
const verdictOf = (result: ReturnType<typeof reconcile>, claimId: string) => result.verdicts.find((verdict) => verdict.claimId === claimId);

describe('rounding, hedges, bounds and ranges', () => {
  it('takes a rounded and a nearly value as agreeing, and gives the most precise', () => {
    const result = reconcile(dealValueKey, [
      claimOf('Wire', billions(38)),
      claimOf('Daily', amountOf(40e9, 37.6e9, 40e9, '<~')),
      claimOf('Post', billions(38)),
    ]);
    expect(result).toMatchObject({
      value: '38000000000',
      low: '37600000000',
      high: '38500000000',
      agreement: 'agreed',
      independentSources: 3,
    });
  });

  it('lets a bound and a range agree with a value inside them', () => {
    const result = reconcile(totalKey, [
      claimOf('Wire', amountOf(1.4e12, 1.35e12, 1.45e12, '=')),
      claimOf('Byteside', amountOf(null, 1.3e12, 1.5e12, 'range')),
      claimOf('Grid', amountOf(1e12, 1e12, null, '>')),
    ]);
    expect(result).toMatchObject({ value: '1400000000000', low: '1350000000000', high: '1450000000000', agreement: 'agreed' });
  });

  it('gives the middle of a lone range, and no value for an order of magnitude', () => {
    expect(reconcile(totalKey, [claimOf('Wire', amountOf(null, 13, 15, 'range'))]).value).toBe('14');
    expect(reconcile(totalKey, [claimOf('Wire', amountOf(null, 1e5, 1e6, 'order'))])).toMatchObject({
      value: null,
      low: '100000',
      high: '1000000',
    });
  });

  it('leaves the far end of a lone bound open', () => {
    const result = reconcile(totalKey, [claimOf('Wire', amountOf(1e12, 1e12, null, '>'))]);
    expect(result).toMatchObject({ value: '1000000000000', low: '1000000000000', high: null, agreement: 'single_source' });
    expect(result.explanation).toBe('more than 1 trillion USD: only Wire says so.');
  });

  it('does not let rounding intervals that merely touch agree', () => {
    const result = reconcile(dealValueKey, [claimOf('A', amountOf(4, 3.5, 4.5, '=')), claimOf('B', amountOf(5, 4.5, 5.5, '='))]);
    expect(result.agreement).toBe('disputed');
  });
});

describe('witnesses', () => {
  it('counts fifty copies of a wrong wire story once', () => {
    const copies = Array.from({ length: 50 }, (_, index) => claimOf(`Copy ${index}`, billions(83), { wireCredit: 'Wrong Wire' }));
    const result = reconcile(dealValueKey, [...copies, claimOf('A', billions(38)), claimOf('B', billions(38))]);
    expect(result).toMatchObject({ value: '38000000000', agreement: 'agreed_with_outlier', independentSources: 3, claimCount: 52 });
    expect(verdictOf(result, 'Copy 7 1')?.reason).toContain('two digits swapped');
  });

  it('puts the wire’s own article and near-duplicate texts with the copies', () => {
    const result = reconcile(dealValueKey, [
      claimOf('Meridian Wire', billions(38), { fingerprint: 'ffff0000ffff0000' }),
      claimOf('Harbour Post', billions(38), { wireCredit: 'Meridian Wire' }),
      claimOf('Northwest', billions(38), { fingerprint: 'ffff0000ffff0007' }),
    ]);
    expect(result).toMatchObject({ independentSources: 1, agreement: 'single_source' });
    expect(new Set(result.verdicts.map(({ originId }) => originId))).toEqual(new Set(['wire:Meridian Wire']));
  });

  it('counts whoever is quoted once, however many quote him', () => {
    const result = reconcile(totalKey, [
      claimOf('A', billions(1400), { speaker: 'Sam Altman' }),
      claimOf('B', billions(1400), { speaker: 'Sam Altman' }),
      claimOf('C', billions(1400)),
    ]);
    expect(result.independentSources).toBe(2);
  });

  it('keeps rival forecasts disputed instead of averaging them', () => {
    const result = reconcile({ ...totalKey, measure: 'growth', definition: null, unit: '%', status: 'forecast' }, [
      claimOf('A', amountOf(165, 164.5, 165.5, '='), { speaker: 'Grid & Capital' }),
      claimOf('B', amountOf(130, 129.5, 130.5, '='), { speaker: 'IEA' }),
    ]);
    expect(result.agreement).toBe('disputed');
    expect(['165', '130']).toContain(result.value);
    expect(result.explanation).toMatch(/disputed, .* against .*/);
  });

  it('lets a party’s own release win against more numerous others', () => {
    const result = reconcile(dealValueKey, [
      claimOf('Press Room', billions(38), { isPrimary: true }),
      claimOf('A', billions(40)),
      claimOf('B', billions(40)),
    ]);
    expect(result).toMatchObject({ value: '38000000000', why: { decidedBy: 'primary' } });
  });
});

describe('supersession', () => {
  it('tells in the explanation what a source corrected, and when', () => {
    const result = reconcile(dealValueKey, [
      claimOf('Cloudline Press Room', billions(38), { isPrimary: true }),
      claimOf('Meridian Wire', billions(38)),
      claimOf('Byteside', billions(38)),
      claimOf('Grid & Capital', billions(38)),
      claimOf('Morning Tape', billions(83), { standing: 'revised' }),
      claimOf('Morning Tape', billions(38), { claimId: 'Morning Tape 2', revision: 2, statedAt: '2025-11-03T15:00:00.000Z' }),
    ]);
    expect(result.agreement).toBe('agreed');
    expect(result.explanation).toBe(
      "38 billion USD: 5 independent sources agree (Cloudline Press Room is a party's own release); Morning Tape corrected its 83 billion USD an hour later.",
    );
    expect(verdictOf(result, 'Morning Tape 1')).toMatchObject({ verdict: 'superseded', originId: null });
  });

  it('takes a number that only the correction note repeats for the one that was wrong', () => {
    const note = { correctionNote: 'Correction: an earlier version said 83 billion.', articleId: '1' };
    const result = reconcile(dealValueKey, [
      claimOf('Morning Tape', billions(38), { ...note, claimId: '1' }),
      claimOf('Morning Tape', billions(83), { ...note, claimId: '2', sentence: 'Correction: an earlier version said 83 billion.' }),
    ]);
    expect(result).toMatchObject({ value: '38000000000', agreement: 'single_source', claimCount: 1 });
    expect(verdictOf(result, '2')?.verdict).toBe('superseded');
  });

  it('lets a later, greater total replace an earlier one', () => {
    const result = reconcile(investmentKey, [
      claimOf('A', amountOf(4e9, null, 4e9, '<='), { publishedAt: '2023-09-25T12:00:00.000Z' }),
      claimOf('B', billions(8), { publishedAt: '2024-11-22T12:00:00.000Z' }),
      claimOf('C', billions(8), { publishedAt: '2024-11-23T12:00:00.000Z' }),
    ]);
    expect(result).toMatchObject({
      value: '8000000000',
      agreement: 'superseded',
      claimCount: 2,
      firstReported: '2023-09-25T12:00:00.000Z',
    });
    expect(verdictOf(result, 'A 1')?.verdict).toBe('superseded');
  });

  it('counts withdrawn claims no more, and shows nothing when none is left', () => {
    const result = reconcile(dealValueKey, [claimOf('A', billions(38), { standing: 'withdrawn' })]);
    expect(result).toMatchObject({ live: false, value: null, claimCount: 0, agreement: null });
    expect(verdictOf(result, 'A 1')?.verdict).toBe('withdrawn');
  });
});

describe('pins', () => {
  it('decide, and say who pinned', () => {
    const result = reconcile(dealValueKey, [claimOf('A', billions(83)), claimOf('B', billions(38))], {
      pin: { value: '38000000000', by: 'Ada', reason: 'Filing.' },
    });
    expect(result).toMatchObject({ value: '38000000000', low: '38000000000', agreement: 'agreed_with_outlier', confidence: '0.990' });
    expect(result.explanation).toBe('38 billion USD: decided by Ada (Filing); 1 of 2 independent sources agrees.');
  });
});

describe('slips of the pen', () => {
  it.each([
    [83e9, 'two digits swapped'],
    [38e6, 'a thousand times too little'],
    [38e12, 'a thousand times too much'],
    [380e9, 'ten times too much'],
  ])('recognises %d for 38 billion', (wrong, words) => {
    const result = reconcile(dealValueKey, [
      claimOf('A', billions(38)),
      claimOf('B', billions(38)),
      claimOf('C', amountOf(wrong, wrong * 0.99, wrong * 1.01, '=')),
    ]);
    expect(result.agreement).toBe('agreed_with_outlier');
    expect(result.explanation).toContain(words);
  });
});
