import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from './decodeHtml.ts';

describe('decodeHtml', () => {
  it('prefers the byte order mark to everything else', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode('<p>£5</p>', 'utf-16le')]);
    expect(decodeHtml(bytes, 'text/html; charset=iso-8859-1')).toEqual({ html: '<p>£5</p>', charset: 'utf-16le' });
  });

  it('reads the charset of the HTTP header', () => {
    expect(decodeHtml(iconv.encode('цена 5 млрд', 'windows-1251'), 'text/html; charset=windows-1251').html).toBe('цена 5 млрд');
  });

  it('reads the charset of a meta element', () => {
    expect(decodeHtml(iconv.encode('<meta charset="shift_jis">価格', 'shift_jis'), null).html).toContain('価格');
  });

  it('takes valid UTF-8 for UTF-8 where nothing is named', () => {
    expect(decodeHtml(Buffer.from('Preis: 5 €'), 'text/html')).toEqual({ html: 'Preis: 5 €', charset: 'utf-8' });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string()), (bytes, contentType) => typeof decodeHtml(bytes, contentType).html === 'string'),
    );
  });
});
