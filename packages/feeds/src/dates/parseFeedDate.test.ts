import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeedDate } from './parseFeedDate.ts';

const iso = (text: string) => {
  const instant = parseFeedDate(text);
  return instant === null ? null : new Date(instant).toISOString();
};

describe('parseFeedDate', () => {
  it.each([
    ['2025-11-03T09:15:00Z', '2025-11-03T09:15:00.000Z'],
    ['2025-11-03T09:15:00.987+01:00', '2025-11-03T08:15:00.000Z'],
    ['2025-11-03 09:15:00', '2025-11-03T09:15:00.000Z'],
    ['2025-11-03 09:15:00 +0530', '2025-11-03T03:45:00.000Z'],
    ['20251103T091500Z', '2025-11-03T09:15:00.000Z'],
    ['2025-307', '2025-11-03T00:00:00.000Z'],
    ['2025-11', '2025-11-01T00:00:00.000Z'],
    ['Mon, 03 Nov 2025 09:15:00 GMT', '2025-11-03T09:15:00.000Z'],
    ['Mon, 3 Nov 25 09:15 EST', '2025-11-03T14:15:00.000Z'],
    ['Mon,03 Nov 2025 09:15:00 -0500', '2025-11-03T14:15:00.000Z'],
    ['Monday, 03-Nov-25 09:15:00 UTC', '2025-11-03T09:15:00.000Z'],
    ['Mon Nov  3 09:15:00 2025', '2025-11-03T09:15:00.000Z'],
    ['Mon, 03 Nov 2025 09:15:00 GMT+0200', '2025-11-03T07:15:00.000Z'],
    ['November 3, 2025 4:05 PM ET', '2025-11-03T21:05:00.000Z'],
    ['3. November 2025 09:15 MEZ', '2025-11-03T08:15:00.000Z'],
    ['lundi 3 novembre 2025', '2025-11-03T00:00:00.000Z'],
    ['3 de noviembre de 2025', '2025-11-03T00:00:00.000Z'],
    ['03.11.2025 09:15', '2025-11-03T09:15:00.000Z'],
    ['11/03/2025', '2025-11-03T00:00:00.000Z'],
    ['13/11/2025', '2025-11-13T00:00:00.000Z'],
    ['2025년 11월 3일 09:15:00', '2025-11-03T00:15:00.000Z'],
    ['2025年11月3日', '2025-11-03T00:00:00.000Z'],
    ['Mon, 03 Nov 2025 24:00:00 GMT', '2025-11-04T00:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(iso(text)).toBe(instant);
  });

  it.each([
    '',
    'soon',
    '2025-11-31',
    '2025-02-30T00:00:00Z',
    '2025-11-03T25:00:00Z',
    '2025-11-03T09:61:00Z',
    'Mon, 99 Nov 2025 09:15:00 GMT',
    'Mon, 03 Foo 2025 09:15:00 GMT',
    'Mon, 03 Nov 2025 09:15:00 +00:zz',
    '2025-11-03T09:15:00Z and more',
  ])('finds no date in "%s"', (text) => {
    expect(parseFeedDate(text)).toBeNull();
  });

  it('reads back every instant that it is given in ISO 8601 or RFC 822', () => {
    const dates = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const seconds = Math.floor(date.getTime() / 1000) * 1000;
        return parseFeedDate(date.toISOString()) === seconds && parseFeedDate(date.toUTCString()) === seconds;
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Number.isFinite(parseFeedDate(text) ?? 0)));
  });
});
