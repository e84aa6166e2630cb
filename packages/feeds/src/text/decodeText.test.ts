import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decodeText.ts';

const declared = (charset: string, text: string) => iconv.encode(`<?xml version="1.0" encoding="${charset}"?><t>${text}</t>`, charset);

describe('decodeText', () => {
  it('prefers the byte order mark to the header', () => {
    expect(decodeText(Buffer.from('\ufeff<t>£5</t>'), 'text/xml; charset=iso-8859-1')).toEqual({
      text: '<t>£5</t>',
      charset: 'utf-8',
      problems: [],
    });
  });

  it('prefers the header to the declaration', () => {
    const bytes = iconv.encode('<?xml version="1.0" encoding="utf-8"?><t>цена</t>', 'windows-1251');
    expect(decodeText(bytes, "text/xml; charset='windows-1251'").text).toContain('цена');
  });

  it.each([
    ['windows-1251', 'цена'],
    ['koi8-r', 'цена'],
    ['shift_jis', '価格'],
    ['euc-jp', '価格'],
    ['gb18030', '价格'],
    ['big5', '價格'],
    ['euc-kr', '가격'],
    ['iso-8859-2', 'żółw'],
    ['cp850', 'Ä'],
  ])('reads the declaration of %s', (charset, text) => {
    expect(decodeText(declared(charset, text), null).text).toContain(text);
  });

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('knows %s by the width of its characters', (charset) => {
    const bytes = iconv.encode('<?xml version="1.0"?><t>£5</t>', charset, { addBOM: false });
    expect(decodeText(bytes, null)).toMatchObject({ text: '<?xml version="1.0"?><t>£5</t>', charset });
  });

  it('reads UTF-8 in spite of a header that says ASCII', () => {
    expect(decodeText(Buffer.from('<t>Preis: 5 €</t>'), 'text/xml; charset=utf-16').text).toContain('5 €');
  });

  it('tells that a charset is unknown, and reads all the same', () => {
    const reading = decodeText(Buffer.from('<?xml version="1.0" encoding="bogus"?><t>5 €</t>'), null);
    expect([reading.charset, reading.problems]).toEqual(['utf-8', ['The charset "bogus" is unknown.']]);
  });

  it('finds a charset that nobody names by the letters', () => {
    const text = 'Компания построит новый завод, сообщило агентство со ссылкой на представителя компании.';
    expect(decodeText(iconv.encode(`<t>${text}</t>`, 'windows-1251'), null)).toMatchObject({
      text: `<t>${text}</t>`,
      charset: 'windows-1251',
    });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string()), (bytes, contentType) => typeof decodeText(bytes, contentType).text === 'string'),
    );
  });
});
