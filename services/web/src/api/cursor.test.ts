import { expect, it } from 'vitest';
import { CursorError, readCursor, writeCursor } from './cursor.ts';

it('reads what it wrote', () => {
  const place = ['2025-11-03 14:00:00.123456+00', '5f0c0b7e-0000-5000-8000-000000000001'];
  expect(readCursor(writeCursor(place), 2)).toEqual(place);
});

it.each(['', 'nonsense', writeCursor(['one']), Buffer.from('{"a":1}').toString('base64url'), Buffer.from('[1,2]').toString('base64url')])(
  'refuses %j, which is of no page of a list ordered by two columns',
  (cursor) => {
    expect(() => readCursor(cursor, 2)).toThrow(CursorError);
  },
);
