/** An XML declaration or `<meta charset>` stands within the first kilobyte (HTML Standard, "prescan a byte stream"). */
const PRESCAN_BYTES = 1024;

/** First bytes of `<?xm` in encodings that are no superset of ASCII (XML 1.0, appendix F). */
const FAMILIES: readonly (readonly [readonly number[], string])[] = [
  [[0, 0, 0, 0x3c], 'utf-32be'],
  [[0x3c, 0, 0, 0], 'utf-32le'],
  [[0, 0x3c, 0, 0x3f], 'utf-16be'],
  [[0x3c, 0, 0x3f, 0], 'utf-16le'],
  [[0, 0x3c, 0, 0x72], 'utf-16be'],
  [[0x3c, 0, 0x72, 0], 'utf-16le'],
  [[0, 0x3c, 0, 0x66], 'utf-16be'],
  [[0x3c, 0, 0x66, 0], 'utf-16le'],
];

/** The charset that the document itself names, or that the width of its first characters betrays; null when neither. */
export function sniffXmlEncoding(bytes: Uint8Array): string | null {
  for (const [start, charset] of FAMILIES) if (start.every((byte, index) => bytes[index] === byte)) return charset;
  const head = Buffer.from(bytes.subarray(0, PRESCAN_BYTES)).toString('latin1');
  const declared =
    /<\?xml[^>]*?\sencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head) ?? /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  const name = declared?.[1] ?? null;
  // A declaration that can be read byte by byte can't be in a two-byte encoding.
  return name !== null && /^(utf-?16|utf-?32|ucs-?[24]|iso-10646|unicode|u16|u32)/i.test(name) ? 'utf-8' : name;
}
