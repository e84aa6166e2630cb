/** Powers of ten by the words and letters that stand for them. */

/** Whole words: always a scale. */
export const scaleWords: ReadonlyMap<string, number> = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['thousands', 3],
  ['lakh', 5],
  ['lakhs', 5],
  ['lac', 5],
  ['lacs', 5],
  ['million', 6],
  ['millions', 6],
  ['crore', 7],
  ['crores', 7],
  ['billion', 9],
  ['billions', 9],
  ['trillion', 12],
  ['trillions', 12],
  ['quadrillion', 15],
  ['quintillion', 18],
  ['sextillion', 21],
  ['septillion', 24],
  ...foreignScales(),
  // As hasty hands type them.
  ['millon', 6],
  ['milion', 6],
  ['milllion', 6],
  ['billon', 9],
  ['bilion', 9],
  ['billlion', 9],
  ['trillon', 12],
  ['trilion', 12],
]);

/** Scales that sources in other languages leave in an English text: `R$ 15 bilhões`, `2,5 Milliarden Euro`. Only those that are no English word. */
function foreignScales(): [string, number][] {
  const words: readonly (readonly [exponent: number, words: string])[] = [
    [3, 'milhares tusen'],
    [6, 'millionen millones millón milhão milhões milioni milione miljoen miljoner miljonen miljoonaa'],
    [9, 'milliard milliards milliarde milliarden miljard miljarder miliardi miliardo miljardia bilhão bilhões'],
    [12, 'billionen billones billón trilhão trilhões biljoen'],
  ];
  return words.flatMap(([exponent, list]) => list.split(' ').map((word): [string, number] => [word, exponent]));
}

/** Abbreviations that mean nothing else behind a number, with or without a space. */
export const scaleAbbreviations: ReadonlyMap<string, number> = new Map([
  ['mn', 6],
  ['mln', 6],
  ['mlns', 6],
  ['mio', 6],
  ['mil', 6],
  ['bn', 9],
  ['bil', 9],
  ['bln', 9],
  ['blns', 9],
  ['mrd', 9],
  ['tn', 12],
  ['tril', 12],
  ['trn', 12],
  ['trln', 12],
  ['tln', 12],
]);

/** Letters that are a scale beside a currency; elsewhere most of them are units (metre, tonne, byte). */
export const moneyScaleLetters: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['m', 6],
  ['mm', 6],
  ['cr', 7],
  ['b', 9],
  ['t', 12],
]);

/** The letters that stay a scale without a currency when they touch the digits: 500k, 40B. */
export const bareScaleLetters: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['b', 9],
  ['B', 9],
]);

/** Touching digits without a currency, million or metre, trillion or tonne: only what follows can tell. */
export const doubtfulScaleLetters: ReadonlyMap<string, number> = new Map([
  ['m', 6],
  ['M', 6],
  ['t', 12],
  ['T', 12],
]);
