const SCALES = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
] as const;

const SI = [
  [12, 'T'],
  [9, 'G'],
  [6, 'M'],
  [3, 'k'],
] as const;

const SYMBOLS = new Set(['W', 'Wh', 'B', 'm', 'm²', 'g', 'Hz', 'bit']);

/** An exact decimal with its unit, for a sentence: `38 billion USD`, `30 GW`, `5 %`, `7 years`, `500,000 chips`. */
export function amountWords(decimal: string, unit: string): string {
  if (SYMBOLS.has(unit)) {
    const scaled = scaledBy(decimal, SI);
    return `${scaled.text} ${scaled.scale}${unit}`;
  }
  const scaled = unit === '%' || unit === 'pp' || unit === 'year' ? { text: grouped(decimal), scale: '' } : scaledBy(decimal, SCALES);
  const number = scaled.scale === '' ? centsOf(scaled.text, unit) : `${scaled.text} ${scaled.scale}`;
  return `${number} ${decimal === '1' || decimal === '-1' ? unit : pluralOf(unit)}`;
}

/** Money has no tenths: `112.80 USD`. */
function centsOf(text: string, unit: string): string {
  return /^[A-Z]{3}(\/|$)/.test(unit) && /\.\d$/.test(text) ? `${text}0` : text;
}

/** Counted things whose names are written like codes. */
const COUNTED_ACRONYMS = new Set(['CPU', 'GPU', 'TPU', 'PC', 'EV', 'SUV', 'ATM', 'CEO']);

/** Of counted nouns; symbols and codes stay as they are. */
function pluralOf(unit: string): string {
  if (unit === 'x') return 'times';
  if (COUNTED_ACRONYMS.has(unit)) return `${unit}s`;
  if (!/^[a-z][a-z -]*$/.test(unit) || unit === 'pp' || unit === 'bp' || unit.endsWith('s')) return unit;
  if (unit.endsWith('person')) return unit.replace(/person$/, 'people');
  if (/[^aeiou]y$/.test(unit)) return `${unit.slice(0, -1)}ies`;
  return /(?:x|ch|sh)$/.test(unit) ? `${unit}es` : `${unit}s`;
}

/** The largest scale that leaves at most three digits after the point. */
function scaledBy(decimal: string, scales: readonly (readonly [number, string])[]): { text: string; scale: string } {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  if (fraction === '')
    for (const [digits, scale] of scales) {
      if (whole.length <= digits) continue;
      const rest = whole.slice(-digits).replace(/0+$/, '');
      if (rest.length > 3) continue;
      return { text: `${negative ? '-' : ''}${grouped(whole.slice(0, -digits))}${rest === '' ? '' : `.${rest}`}`, scale };
    }
  return { text: grouped(decimal), scale: '' };
}

function grouped(decimal: string): string {
  if (decimal.length <= 3) return decimal;
  const [whole = '', fraction] = decimal.split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? text : `${text}.${fraction}`;
}
