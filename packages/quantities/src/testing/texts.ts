import fc from 'fast-check';

/** Pieces of which amounts in the news are made, and of which nonsense can be: every rule meets every other. */
const pieces: readonly string[] =
  '$ € £ ¥ ₹ US$ HK$ A$ R$ USD EUR Rs kr 38 1.3 500,000 1 234 0.5 .5 7 12,50 1.234,5 2025 2018-19 16:9 1/4 3.5.1 bn billion m million mn k t thousand crore lakh trillion % ‰ percent pp bps points per cent cents pence GW MWh -gigawatt km² °C ° TB m/s W hr year -year years old month days and to – - — − or x × by between about nearly almost more than over up to at least + ± plus minus negative half a an dozen couple quarter two seven -teen twenty hundred thirds fold doubled halved ½ ¾ of the his homes people Nvidia chips tonnes barrels share shares GPT -4 Q3 FY 25 H1 March May 12 , . ( ) [1] " \' : ; / # & 30 pm o’clock st th s p v2 S&P No. e10 ^ 10 3 point one zero oh dollars pounds euros yen won real cent loss rose from fell profit in on at for hundreds tens several few odd plus'
    .split(' ')
    .concat([' ', '\n', '\t']);

const gaps = fc.constantFrom(' ', ' ', ' ', '', '', '\u00a0', '\u202f', '\u2009', '\n', '  ');

/** Grammar-like nonsense without paragraph breaks. */
export const phrases = fc
  .array(fc.tuple(fc.constantFrom(...pieces), gaps), { maxLength: 16 })
  .map((parts) => parts.map(([piece, gap]) => piece + gap).join(''));

/** Characters that break readers: half surrogates, marks without a letter, both directions of script, joined emoji, NUL, other digits. */
const oddities = fc.constantFrom(
  ...['\ud800', '\udc00', '\u0301', '\u20dd', '\u202e', '\u2066', '\u200f', '👩‍👧', '🇺🇸', '5️⃣', '\0', '\ufeff', '\u00ad'],
  ...['٣٤', '०१', '１２', 'Ⅷ', '㎏', '½', '10⁵', 'ﬁ', 'İ', 'ß', '＄', '\u2028', '\u2029', '\r\n', '\u0085', '\u3000'],
);

/** Any string at all: phrases, oddities and whatever Unicode has, in turns. */
export const texts = fc
  .array(
    fc.oneof({ arbitrary: phrases, weight: 4 }, oddities, fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 12 })),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));
