/** What each UTF-16 code unit is, looked up once: the tokenizer asks several times per character. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;

const classes = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code += 1) {
  const character = String.fromCharCode(code);
  if (code >= 0x30 && code <= 0x39) classes[code] = DIGIT;
  else if (/\s|[\u0085\u180e\u200b\u2060\ufeff]/.test(character)) classes[code] = SPACE;
  else if (/[\p{L}\p{M}²³]/u.test(character)) classes[code] = LETTER;
  else classes[code] = OTHER;
}

/** The code unit at an offset; beyond the text's end a NUL, which is nothing (a number that is always one keeps the tables fast). */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

/** Letters and marks of any script, and the exponents of `km²` and `m³`. */
export function isLetter(code: number): boolean {
  return classes[code] === LETTER;
}

/** ASCII digits only: other scripts' digits are left unread rather than half read. */
export function isDigit(code: number): boolean {
  return classes[code] === DIGIT;
}

/** Space within a line. */
export function isBlank(code: number): boolean {
  return isSpace(code) && !((code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029);
}

/** Every width of space: no-break, narrow no-break, thin, zero-width, line ends. */
export function isSpace(code: number): boolean {
  return classes[code] === SPACE;
}

export function isUpperCase(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first < 0x80) return first >= 0x41 && first <= 0x5a;
  const character = text.charAt(0);
  return character !== character.toLowerCase();
}

/** The short and the long dashes, and the minus sign. */
export function isDash(text: string): boolean {
  if (text.length !== 1) return false;
  const code = text.charCodeAt(0);
  return code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212;
}

/** What joins words and numbers into one (7-year, twenty-five). The long dashes never do. */
export function isHyphen(text: string): boolean {
  return text === '-' || text === '‐' || text === '‑';
}

/** What stands before a number to make it negative. */
export function isMinus(text: string): boolean {
  return text === '-' || text === '−' || text === '‐' || text === '‑' || text === '–';
}
