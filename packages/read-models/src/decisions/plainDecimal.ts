const SCALES: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['k', 3],
  ['thousand', 3],
  ['m', 6],
  ['mn', 6],
  ['million', 6],
  ['bn', 9],
  ['billion', 9],
  ['tn', 12],
  ['trillion', 12],
]);

/** A number as people write it, exactly: `38bn`, `1.25 million`, `-0.5`, `38,000,000`; null when it is none. */
export function plainDecimal(written: string): string | null {
  const match = /^(-?)(\d[\d,]*)(?:\.(\d+))?\s*([a-z]*)$/i.exec(written.trim());
  const scale = SCALES.get((match?.[4] ?? '').toLowerCase());
  if (match === null || scale === undefined) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const shifted = fraction.padEnd(scale, '0');
  const digits = `${whole.replaceAll(',', '')}${shifted.slice(0, scale)}`.replace(/^0+(?=\d)/, '');
  const rest = shifted.slice(scale).replace(/0+$/, '');
  const size = `${digits}${rest === '' ? '' : `.${rest}`}`;
  return size === '0' ? '0' : `${sign}${size}`;
}
