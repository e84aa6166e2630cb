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
    ['2025년 11월 3일 09:15:00 GMT', '2025-11-03T09:15:00.000Z'],
    ['2025年11月3日', '2025-11-03T00:00:00.000Z'],
    ['Mon, 03 Nov 2025 24:00:00 GMT', '2025-11-04T00:00:00.000Z'],
    ['Monday, November 3, 2025 - 3:09pm', '2025-11-03T15:09:00.000Z'],
    ['Friday, November 3, 2025 - 16:29', '2025-11-03T16:29:00.000Z'],
    ['Mon, 11/03/2025 - 19:19', '2025-11-03T19:19:00.000Z'],
    ['Mon, 03/11/2025 - 19:19', '2025-11-03T19:19:00.000Z'],
    ['Thu, 11/13/2025 - 19:19', '2025-11-13T19:19:00.000Z'],
    ['11/13/2025 - 19:19', '2025-11-13T19:19:00.000Z'],
    ['Mon, 03 11 2025 08:51:49 +0100', '2025-11-03T07:51:49.000Z'],
    ['Mon, 11 03 2025 08:51:49 +0100', '2025-11-03T07:51:49.000Z'],
    ['13 11 2025', '2025-11-13T00:00:00.000Z'],
    ['Wed, 05 Nov 2025 00:00:00 Europe/Brussels', '2025-11-04T23:00:00.000Z'],
    ['Sat, 5 Jul 2025 12:00:00 America/Argentina/Buenos_Aires', '2025-07-05T15:00:00.000Z'],
    ['Sun, 26 Oct 2025 01:30:00 Europe/London', '2025-10-26T01:30:00.000Z'],
    ['1762161300', '2025-11-03T09:15:00.000Z'],
    ['1762161300987', '2025-11-03T09:15:00.000Z'],
    ['2025-11-03T09:15:00-05:00Z', '2025-11-03T14:15:00.000Z'],
    ['Lundi, 3. Novembre 2025 - 15:54', '2025-11-03T15:54:00.000Z'],
    ['Montag, 3. März 2025, 15.54 Uhr', '2025-03-03T15:54:00.000Z'],
    ['mar. 4 nov. 2025', '2025-11-04T00:00:00.000Z'],
    ['mar 4 mar 2025', '2025-03-04T00:00:00.000Z'],
    ['miércoles, 5 de febrero de 2025', '2025-02-05T00:00:00.000Z'],
    ['giovedì 6 febbraio 2025 alle ore 15:54', '2025-02-06T15:54:00.000Z'],
    ['vrijdag 7 mrt 2025 - 15:54', '2025-03-07T15:54:00.000Z'],
    ['terça-feira, 4 de março de 2025 às 15h54', '2025-03-04T15:54:00.000Z'],
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
    '03/11/2025 - 19:19',
    '03 11 2025 08:51:49 +0100',
    'Sun, 03 11 2025 08:51:49 +0100',
    'Wed, 05 Nov 2025 00:00:00 Europe/Nowhere',
    '3 11 2025 7',
    '162161300',
    '2025-11-03T09:15:00-05:00ZZ',
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

  it('reads a numeric date with its weekday, whichever of day and month comes first', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.boolean(), (date, dayFirst) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = day.split('-');
        const pair = dayFirst ? `${dayOfMonth} ${month}` : `${month} ${dayOfMonth}`;
        const found = iso(`${date.toUTCString().slice(0, 3)}, ${pair} ${year} 00:00:00`)?.slice(0, 10);
        const swapped = `${year}-${dayOfMonth}-${month}`;
        // Where both orders fall on the same weekday, nothing decides.
        const isOpen = day !== swapped && new Date(day).getUTCDay() === new Date(swapped).getUTCDay();
        return found === (isOpen ? undefined : day);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Number.isFinite(parseFeedDate(text) ?? 0)));
  });
});
