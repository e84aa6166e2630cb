import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { believableDates } from './believableDates.ts';

const NOW = new Date('2025-11-04T12:00:00Z');
const dated = (...days: readonly (string | null)[]) =>
  days.map((day) => ({ publishedAt: day === null ? null : `${day}T09:00:00.000Z`, updatedAt: null }));
const read = (...days: readonly (string | null)[]) => {
  const { entries, problems } = believableDates(dated(...days), NOW);
  return { days: entries.map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? null), problems };
};

describe('believableDates', () => {
  it.each([
    ['2099-01-01', 'more than two days ahead'],
    ['2025-11-07', 'more than two days ahead'],
    ['1970-01-01', 'before 1990'],
    ['1989-12-31', 'before 1990'],
    ['2011-03-05', 'years away from all others'],
  ])('takes %s for no date among entries of this week, and says why', (day, why) => {
    expect(read('2025-11-03', day, '2025-11-01')).toEqual({
      days: ['2025-11-03', null, '2025-11-01'],
      problems: [`The date ${day} can't be: ${why}.`],
    });
  });

  it.each([
    ['a feed that reaches back over years', ['2025-11-03', '2024-08-01', '2023-02-01', '2021-06-01']],
    ['a newsroom of one release in years', ['2025-11-03', '2019-05-01', '2014-02-01']],
    ['two entries of which either may be wrong', ['2020-11-03', '2011-05-01']],
    ['an archive that speaks again', ['2025-11-03', '2012-05-03', '2012-05-02', '2012-05-01']],
    ['an entry of tomorrow, which it is already somewhere', ['2025-11-05', '2025-11-03']],
    ['an entry alone', ['1994-07-05']],
    ['entries without dates', [null, null]],
  ])('believes all dates of %s', (_, days) => {
    expect(read(...days)).toEqual({ days, problems: [] });
  });

  it('looks at updates alike, and keeps the date that can be', () => {
    const entry = { publishedAt: '2025-11-03T09:00:00.000Z', updatedAt: '2099-01-01T00:00:00.000Z' };
    expect(believableDates([entry], NOW).entries).toEqual([{ ...entry, updatedAt: null }]);
  });

  it('says once what is wrong with many', () => {
    expect(read('2098-01-01', '2099-01-01', '2025-11-01').problems).toEqual([
      "2 dates such as 2098-01-01 can't be: more than two days ahead.",
    ]);
  });

  it('leaves no date out of bounds, whatever the entries', () => {
    const day = fc.date({ min: new Date('1960-01-01'), max: new Date('2110-01-01'), noInvalidDate: true });
    const entry = fc.record({ publishedAt: fc.option(day), updatedAt: fc.option(day) }).map(({ publishedAt, updatedAt }) => ({
      publishedAt: publishedAt?.toISOString() ?? null,
      updatedAt: updatedAt?.toISOString() ?? null,
    }));
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const left = believableDates(entries, NOW).entries.flatMap(({ publishedAt, updatedAt }) => [publishedAt, updatedAt]);
        return left.every((instant) => instant === null || (Date.parse(instant) <= NOW.getTime() + 172_800_000 && instant >= '1990'));
      }),
    );
  });
});
