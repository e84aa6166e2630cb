const NAMED: ReadonlyMap<string, string> = new Map(Object.entries({
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…', euro: '€', pound: '£', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é',
})); // biome-ignore format: a table

/** Text of a metadata value that was escaped once too often: `Tom &amp;amp; Jerry`, `It&#8217;s`, `<b>New</b>`. */
export function decodeText(text: string): string {
  return text
    .replace(/<\/?(b|i|em|strong|span|p|br|a|sup|sub)(\s[^<>]*)?\/?>/gi, '')
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
      (whole, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined) => {
        if (name !== undefined) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? whole;
        const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
        return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
      },
    );
}
