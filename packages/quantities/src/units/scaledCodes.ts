import { WordFilter } from '../tokens/wordFilter.ts';

/** A currency and a scale in one word or sign. `scale` null: letters that nobody knows, or that mean two things. */
export interface ScaledCode {
  readonly code: string;
  readonly scale: number | null;
}

const letters = (exponent: number, list: string): [string, number][] => list.split(' ').map((letter) => [letter, exponent]);

/** Before a code or a sign: `MUSD`, `mnSEK`, `kEUR`, `Md€`. */
const leadingScales: ReadonlyMap<string, number> = new Map([
  ...letters(3, 'k K'),
  ...letters(6, 'm M mm MM mn Mn MN mln Mln MLN mio Mio MIO'),
  ...letters(9, 'b B bn Bn BN bln Bln md Md MD mds Mds mrd Mrd MRD mdr Mdr mia Mia'),
  ...letters(12, 'tn Tn TN trn'),
]);

/** Behind a code or a sign: `USDm 50`, `EURbn`, `$m`, `£k`. */
const trailingScales: ReadonlyMap<string, number> = new Map([
  ...letters(3, 'k K'),
  ...letters(6, 'm M mm MM mn Mn mln million millions'),
  ...letters(7, 'cr Cr'),
  ...letters(9, 'b B bn Bn bln billion billions'),
  ...letters(12, 'tn Tn trn trillion'),
]);

/** Codes that no English word ends in, so that letters before them can only be meant for the amount. */
const codes = (
  'USD EUR GBP JPY CHF SEK NOK DKK CZK PLN HUF CNY RMB INR AUD CAD NZD HKD SGD TWD KRW THB MYR IDR PHP VND BRL MXN CLP NGN EGP ILS AED ' +
  'QAR KWD UAH KZT'
).split(' ');

/** As good with a letter before them, but words with another (risk, czar, grub). */
const codesOfWords = ['ISK', 'ZAR', 'RUB'];

/** Where T before a code is a thousand (tusen, tausend); elsewhere it may be a trillion. */
const codesWithThousands = new Set('SEK NOK DKK ISK EUR CHF CZK PLN HUF'.split(' '));

/** Coins that are called so: `50 BUSD` may be fifty of them, or billions of dollars. */
const coins = new Set('BUSD TUSD GUSD PUSD SUSD LUSD CUSD FUSD'.split(' '));

/** `12 Mkr`, `2,5 mdkr`: crowns, as Swedes and Norwegians shorten them. */
const crowns: readonly [string, number][] = [
  ...letters(3, 'tkr Tkr TKR'),
  ...letters(6, 'mkr Mkr MKR mnkr Mnkr'),
  ...letters(9, 'mdkr Mdkr mdrkr Mdrkr mrdkr miakr'),
];

const scaledCodes: ReadonlyMap<string, ScaledCode> = new Map([
  ...[...codes, ...codesOfWords].flatMap((code) => withScales(code === 'RMB' ? 'CNY' : code, code)),
  ...crowns.map(([word, scale]): [string, ScaledCode] => [word, { code: 'krona', scale }]),
]);

function withScales(code: string, written: string): [string, ScaledCode][] {
  const thousands = codesWithThousands.has(code) ? 3 : null;
  const leading = [...leadingScales, ['T', thousands] as const, ['t', thousands] as const].map(([letter, scale]): [string, ScaledCode] => [
    letter + written,
    { code, scale: coins.has(letter + written) ? null : scale },
  ]);
  return [...leading, ...[...trailingScales].map(([letter, scale]): [string, ScaledCode] => [written + letter, { code, scale }])];
}

const knownCodes: ReadonlySet<string> = new Set(codes);
const CODE_LETTERS = 3;
const trailingFilter = new WordFilter(trailingScales.keys());
const filter = new WordFilter(scaledCodes.keys());
const longestCode = Math.max(...[...scaledCodes.keys()].map((word) => word.length));

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** `MUSD`, `SEKm`, `TEUR`; with a letter that says nothing (`XUSD`, `EURq`) the scale is null. Null for every other word. */
export function scaledCodeOf(word: string): ScaledCode | null {
  if (word.length < CODE_LETTERS || word.length > longestCode) return null;
  const known = filter.mayHave(word) ? scaledCodes.get(word) : undefined;
  if (known !== undefined || word.length !== CODE_LETTERS + 1 || !isCapital(word.charCodeAt(2))) return known ?? null;
  const tail = word.slice(1);
  if (knownCodes.has(tail)) return { code: codeOf(tail), scale: null };
  const head = word.slice(0, CODE_LETTERS);
  const isPlural = word.endsWith('s');
  return knownCodes.has(head) && word.at(-1) === word.at(-1)?.toLowerCase() ? { code: codeOf(head), scale: isPlural ? 0 : null } : null;
}

function codeOf(written: string): string {
  return written === 'RMB' ? 'CNY' : written;
}

/** The scale of letters before a currency sign: the `M` of `12 M€`, the `Md` of `3,5 Md€`. */
export function scaleBeforeSign(letter: string): number | null {
  return letter === 'b' || letter === 'B' || letter === 't' || letter === 'T' ? null : (leadingScales.get(letter) ?? null);
}

/** The scale of letters behind a currency sign or code: the `m` of `$m 12`, the `million` of `SEK million 350`. */
export function scaleBehindCode(letter: string): number | null {
  return trailingFilter.mayHave(letter) ? (trailingScales.get(letter) ?? null) : null;
}
