import { currencyRows } from './currencyRows.ts';

/**
 * Currencies as the news writes them. A bare `$` is read as the US dollar and a bare `¥` as the yen; a name that several
 * countries share (peso, dinar, krona) is in the table only with its country, or where one of them dominates English news.
 */

/** Signs, longest first when letters lead: `US$` is looked up as the word `us` before the symbol `$`. */
export const currencySymbols: ReadonlyMap<string, string> = pairs(
  '$ USD ＄ USD ﹩ USD € EUR £ GBP ￡ GBP ¥ JPY ￥ JPY ₹ INR ₨ INR ৲ BDT ৳ BDT ₩ KRW ￦ KRW ₽ RUB ₺ TRY ₪ ILS ₫ VND ฿ THB ₱ PHP ₦ NGN ' +
    '₴ UAH ₿ BTC ₭ LAK ₮ MNT ₸ KZT ₡ CRC ₲ PYG ₵ GHS ₼ AZN ₾ GEL ֏ AMD ؋ AFN ៛ KHR ₣ FRF ₧ ESP ₯ GRD ﷼ rial ₤ lira',
);

/** Letters that, before a dollar sign (or pound or yen sign), say whose: `A$`, `US $`, `NT$`; behind it too: `$US113 trillion`. */
export const symbolPrefixes: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'us$ USD u.s.$ USD u.s$ USD a$ AUD au$ AUD aus$ AUD c$ CAD ca$ CAD can$ CAD cdn$ CAD hk$ HKD nz$ NZD nt$ TWD tw$ TWD ntd$ TWD s$ SGD sg$ SGD ' +
      'r$ BRL br$ BRL mx$ MXN mex$ MXN j$ JMD ja$ JMD bz$ BZD bds$ BBD fj$ FJD gy$ GYD ld$ LRD na$ NAD sr$ SRD tt$ TTD ec$ XCD ci$ KYD bd$ BMD ' +
      'rd$ DOP cl$ CLP clp$ CLP col$ COP ar$ ARS mop$ MOP si$ SBD z$ ZWL zw$ ZWL b$ BND w$ WST t$ TWD ' +
      'cn¥ CNY rmb¥ CNY jp¥ JPY e£ EGP le£ EGP ll£ LBP s£ SDG ir£ IEP uk£ GBP gb£ GBP stg£ GBP gh₵ GHS fr₣ FRF',
  ),
  ...currencyRows
    .filter(({ names }) => names.includes('dollar') || names.includes('peso'))
    .map(({ code }): [string, string] => [`${code.toLowerCase()}$`, code]),
]);

/** Codes that are words, names or companies too (COP26, RON 95): money only beside a number of three digits or a scale. */
export const wordCodes: ReadonlySet<string> = new Set(
  'TRY COP ETB GEL LAK PAB BOB RON MAD PEN SAR DEM FIM LSL STN BAM CUP ERN MOP SHP SOS SVC ZWG'.split(' '),
);

/** Codes that mean something else more often than money. */
const unreadCodes = new Set('ALL TOP SIT AMD NIO'.split(' '));

/** ISO 4217 codes (and a few others). Read in capitals, before or behind the number. */
export const currencyCodes: ReadonlySet<string> = new Set(
  currencyRows.map(({ code }) => code).filter((code) => !unreadCodes.has(code) && !wordCodes.has(code)),
);

/** Codes that are no English word, so that small letters will do: `15-20 usd`. */
export const lowerCaseCodes: ReadonlySet<string> = new Set(
  (
    'aed afn ars aud azn bdt bgn bhd bnd brl byn cad chf clp cny crc czk dkk dop dzd egp eur gbp ghs gtq hkd hnl hrk huf idr ils inr iqd irr isk ' +
    'jmd jod jpy kes khr krw kwd kyd kzt lbp lkr lyd mmk mnt mur mxn myr ngn nok npr nzd omr php pkr pln pyg qar ron rsd rub rwf scr sek sgd syp thb ' +
    'tnd ttd twd tzs uah ugx usd uyu uzs vnd xaf xof yer zar zmw'
  ).split(' '),
);

/** Short forms that stand before or behind a number like a code. */
export const currencyAbbreviations: ReadonlyMap<string, string> = pairs(
  'rmb CNY rs INR inr INR re INR sfr CHF sfrs CHF swfr CHF fr CHF rm MYR rp IDR dm DEM skr SEK nkr NOK dkr DKK ikr ISK stg GBP dlr USD dlrs USD ' +
    'zł PLN kč CZK kcs CZK ksh KES kshs KES ush UGX ushs UGX tsh TZS tshs TZS dhs AED dh AED kd KWD jd JOD qr QAR nis ILS sr SAR fcfa cfa_franc tk BDT ' +
    'ntd TWD cdn CAD ffr FRF dfl NLG bfr BEF 元 CNY 円 JPY 원 KRW ƒ ANG лв BGN руб RUB грн UAH kr krona',
);

/** Short forms that are money only with a capital: `Rs 500`, but not `rs`. */
export const capitalAbbreviations: ReadonlySet<string> = new Set('rm dm rs rp re fr dh kd jd qr tk nis sr'.split(' '));

/** One country's use of a shared name dominates English news: no country need be named. */
const dominant: ReadonlyMap<string, string> = pairs('dollar USD euro EUR yen JPY yuan CNY rupee INR ruble RUB rouble RUB dirham AED');

/** Words with another meaning in news (a pound of flour): a currency only behind a scale such as `million`. */
const scaledOnlyPound: readonly [string, string] = ['pound', 'GBP'];

const bareNames = currencyRows.flatMap(({ code, names }) => names.map((name): readonly [string, string] => [name, code]));

/** The codes of each name without its country. */
const owners: ReadonlyMap<string, ReadonlySet<string>> = bareNames.reduce((map, [name, code]) => {
  const bare = name.replace('*', '');
  return map.set(bare, new Set([...(map.get(bare) ?? []), code]));
}, new Map<string, ReadonlySet<string>>());

/** Names behind a number, in the singular; plurals are derived. A value is one unit of the currency. */
export const currencyNames: ReadonlyMap<string, string> = new Map([
  ...currencyRows.flatMap(({ code, countries, names }) =>
    countries.flatMap((country) =>
      names.flatMap(withShortDollar).map((name): [string, string] => [`${country} ${name.replace('*', '')}`, code]),
    ),
  ),
  ...bareNames
    .filter(([name]) => !name.endsWith('*') && owners.get(name)?.size === 1)
    .map(([name, code]): [string, string] => [name, code]),
  ...dominant,
]);

/** Words with another meaning (to win, real, a pound of flour): a currency only behind a scale such as `million`. */
export const scaledOnlyNames: ReadonlyMap<string, string> = new Map([
  ...bareNames.filter(([name]) => name.endsWith('*')).map(([name, code]): [string, string] => [name.slice(0, -1), code]),
  scaledOnlyPound,
]);

/** Names that several countries share: money, but whose is left open; the name stands in for the code. */
export const sharedNames: ReadonlySet<string> = new Set([
  ...[...owners].filter(([name, codes]) => codes.size > 1 && !dominant.has(name) && !scaledOnlyNames.has(name)).map(([name]) => name),
  'kronor',
  'kroner',
  'fils',
  'centavo',
  'sen',
  'cfa franc',
]);

/** Hundredths, in the singular: of which currency. A cent without a country is a US cent, as a bare `$` is a US dollar. */
export const subunitNames: ReadonlyMap<string, string> = new Map([
  ['¢', 'USD'],
  ...currencyRows.flatMap(({ code, countries, subunits }) =>
    countries.flatMap((country) => subunits.map((name): [string, string] => [`${country} ${name.replace('*', '')}`, code])),
  ),
  ...currencyRows.flatMap(({ code, subunits }) =>
    subunits.filter((name) => !name.endsWith('*')).map((name): [string, string] => [name, code]),
  ),
]);

/** Behind an amount in the whole unit these are its parts: `3 UAH 4 kopiykas`, `5 francs 20 centimes`, `10 rupees 50 paise`. */
export const partNames: ReadonlySet<string> = new Set([
  ...currencyRows.flatMap(({ subunits }) => subunits.map((name) => name.replace('*', ''))),
  'centavo',
  'céntimo',
  'centimo',
  'öre',
  'øre',
  'ore',
  'stotinka',
  'kopek',
  'kopeck',
  'kopiyka',
  'piastre',
  'bani',
  'aurar',
  'sen',
  'fen',
]);

function pairs(list: string): ReadonlyMap<string, string> {
  const words = list.split(' ');
  return new Map(
    words.flatMap((word, index): [string, string][] => (index % 2 === 0 ? [[word, (words[index + 1] ?? '').replace('_', ' ')]] : [])),
  );
}

/** Wires write `Canadian dlrs`. */
function withShortDollar(name: string): string[] {
  return name === 'dollar' ? [name, 'dlr'] : [name];
}
