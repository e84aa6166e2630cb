import type { Quantity } from '@newsledger/quantities';

/** Currencies of one name in several countries, and the words by which a text shows whose it means. */
export const looseCurrencies: readonly {
  readonly names: RegExp;
  readonly countries: readonly (readonly [code: string, words: RegExp])[];
  /** A text, and the unit of its first amount. */
  readonly example: readonly [text: string, unit: string];
}[] = [
  {
    names: /^(?:riyal|rial)s?$/,
    countries: [
      ['SAR', /\b(?:Saudi|Riyadh|Aramco)\b/g],
      ['QAR', /\b(?:Qatar|Qatari|Doha)\b/g],
      ['OMR', /\b(?:Oman|Omani|Muscat)\b/g],
      ['IRR', /\b(?:Iran|Iranian|Tehran)\b/g],
      ['YER', /\b(?:Yemen|Yemeni)\b/g],
    ],
    example: ['Saudi Aramco made 68 billion riyals.', 'SAR'],
  },
  {
    names: /^pesos?$/,
    countries: [
      ['MXN', /\b(?:Mexico|Mexican)\b/g],
      ['ARS', /\b(?:Argentina|Argentine|Argentinian|Buenos Aires)\b/g],
      ['CLP', /\b(?:Chile|Chilean|Santiago)\b/g],
      ['COP', /\b(?:Colombia|Colombian|Bogota)\b/g],
      ['PHP', /\b(?:Philippines?|Philippine|Filipino|Manila)\b/g],
    ],
    example: ['The Mexican cement maker Cemex sold a plant for 5 billion pesos.', 'MXN'],
  },
  {
    names: /^(?:kron[aer]|kroner|kronas?|crowns?)$/,
    countries: [
      ['NOK', /\b(?:Norway|Norwegian|Oslo)\b/g],
      ['DKK', /\b(?:Denmark|Danish|Copenhagen)\b/g],
      ['SEK', /\b(?:Sweden|Swedish|Stockholm)\b/g],
      ['ISK', /\b(?:Iceland|Icelandic|Reykjavik)\b/g],
      ['CZK', /\b(?:Czech|Prague)\b/g],
    ],
    example: ['In Denmark, Maersk made 5 billion kroner.', 'DKK'],
  },
  {
    names: /^francs?$/,
    countries: [
      ['CHF', /\b(?:Switzerland|Swiss|Zurich|Geneva|Basel)\b/g],
      ['XOF', /\b(?:Senegal|Ivory Coast|Benin|Togo|Mali)\b/g],
      ['XAF', /\b(?:Cameroon|Gabon|Chad)\b/g],
    ],
    example: ['The Swiss bank UBS made 5 billion francs.', 'CHF'],
  },
  {
    names: /^dinars?$/,
    countries: [
      ['KWD', /\b(?:Kuwait|Kuwaiti)\b/g],
      ['IQD', /\b(?:Iraq|Iraqi|Baghdad)\b/g],
      ['JOD', /\b(?:Jordan|Jordanian|Amman)\b/g],
      ['BHD', /\b(?:Bahrain|Bahraini)\b/g],
      ['RSD', /\b(?:Serbia|Serbian|Belgrade)\b/g],
    ],
    example: ['Zain, of Kuwait, made 50 million dinars.', 'KWD'],
  },
  {
    names: /^(?:liras?|lire)$/,
    countries: [['TRY', /\b(?:Turkey|Turkish|Turkiye|Istanbul|Ankara)\b/g]],
    example: ['The Turkish lender Akbank made 5 billion lira.', 'TRY'],
  },
  {
    names: /^shillings?$/,
    countries: [
      ['KES', /\b(?:Kenya|Kenyan|Nairobi)\b/g],
      ['UGX', /\b(?:Uganda|Ugandan|Kampala)\b/g],
      ['TZS', /\b(?:Tanzania|Tanzanian)\b/g],
    ],
    example: ['Safaricom, of Kenya, made 5 billion shillings.', 'KES'],
  },
];

/** Money whose currency the text leaves to its country, in that country's; as it stands when the text names none. */
export function inCountry(quantities: readonly Quantity[], text: string): readonly Quantity[] {
  if (!quantities.some(isLoose)) return quantities;
  const codes = new Map<string, string>();
  return quantities.map((quantity) => {
    if (!isLoose(quantity)) return quantity;
    const code = codes.get(quantity.unit) ?? codeFor(quantity.unit, text);
    codes.set(quantity.unit, code);
    return { ...quantity, unit: code };
  });
}

function isLoose({ kind, unit }: Quantity): boolean {
  return kind === 'money' && /^[a-z]/.test(unit);
}

/** The country that the text names most often; the first of the table when two are named alike. */
function codeFor(unit: string, text: string): string {
  const row = looseCurrencies.find(({ names }) => names.test(unit));
  let best = unit;
  let most = 0;
  for (const [code, words] of row?.countries ?? []) {
    const named = text.match(words)?.length ?? 0;
    if (named > most) {
      best = code;
      most = named;
    }
  }
  return best;
}
