import { isDealWord } from '../deals/dealWords.ts';
import { isCreditWord } from '../figures/creditWords.ts';
import { TIME_HINTS, timeHints } from '../periods/timeHints.ts';
import { isVerb } from './verbs.ts';

/**
 * What a single word may be the sign of. Tables of patterns are slow to say no, and most sentences hold nothing for most tables: a table is
 * tried only where one of its words stands. Words are looked at once and remembered, so that this costs a sentence next to nothing. Whoever
 * adds a row of a table adds its telling word here, if none of it is here yet; a test makes texts up from every row and finds what was forgotten.
 */
const signs = [
  // One sign for each status, of figures and deals.
  { of: 'denied', words: /den[yi]|reject|dismiss|truth|untrue|not$|ruled/ },
  { of: 'talks', words: /talk|discuss|negotiat|weigh|consider|explor|interest(?:ed)?$|approached|made$|close$|^near|could$/ },
  {
    of: 'rumoured',
    words: /familiar|knowledge|people$|persons?$|sources|reported|said|could|might|may$|rumou?r|speculat|unconfirmed/,
  },
  { of: 'historic', words: /first$|previous|used$|been$|once$|former/ },
  { of: 'planned', words: /plan|intend|aim|seek|sought|hope|want|pledg|promis|commit|set$|target|will$/ },
  {
    of: 'forecast',
    words:
      /will$|expect|forecast|project|predict|estimated|track$|course$|guid|look|anticipat|would|could|set$|likely|seen$|sees$|foresee|20[2-9]\d|analysts|consensus|should|poised|may$|might|heading/,
  },
  { of: 'terminated', words: /abandon|call|terminat|scrap|walk|withdr|collapsed|dropped|apart|pulled/ },
  { of: 'blocked', words: /block|sued$|vetoed|prohibit/ },
  { of: 'completed', words: /complet|clos|finali[sz]|became/ },
  { of: 'agreed', words: /agree|firm$|sign|enter(?:s|ed)$|str[ui][ck]|reached|inked|clinched|still$|already$/ },
  { of: 'announced', words: /announc|unveil|plan|buy$|acquire$|invest$/ },
  { of: 'blog', words: /blog|newsletter|tweet|post|tabloid/ },
  {
    of: 'notice',
    words:
      /about|sign$|subscri|read|related|see$|advert|photo|image|source|getty|copyright|©|reserved|follow|share$|newsletter|cookie|privacy|terms|forward-looking|^c$|report|updates|adds|writing|editing|corrects|sample|invented|fictional/,
  },
  { of: 'settled', words: /agree|signed|struck|complet|approved|restructur/ },
  { of: 'speech', words: /^(?:said|says|told|added|adds|wrote|noted|stated|according)$/ },
  { of: 'market', words: /data|chip|semiconductor|server|cloud|tech|big$|hyperscal/ },
  // Kinds of words that rules look for one by one.
  { of: 'verb', words: { test: isVerb } },
  { of: 'deal', words: { test: isDealWord } },
  { of: 'credit', words: { test: isCreditWord } },
  { of: 'other clause', words: /^(?:while|whereas|but|although|though)$/ },
  { of: 'cause', words: /^(?:after|because|as|since|when)$/ },
  { of: 'pronoun', words: /^(?:its?|itself|they|their|them)$/ },
  {
    of: 'expectation',
    words: /^(?:estimate[sd]?|expectations?|consensus|forecast(?:s|ed)?|predict(?:ions?|ed)|expect(?:ed|ing)|anticipated)$/,
  },
  {
    of: 'retraction',
    words:
      /^(?:not|rather|instead|longer|incorrectly|wrongly|mistakenly|erroneously|falsely|error|version|misstated|misreported|misprinted|wrong|incorrect|mistake|misprint|false|mistaken)$/,
  },
] as const;

type Sign = (typeof signs)[number]['of'];

if (TIME_HINTS + signs.length > 31)
  throw new Error('A number has no bits left for another sign: make one of two that are asked for together.');

/** The bit of a sign in the hints of a word. */
export function bitOf(sign: Sign): number {
  return 1 << (TIME_HINTS + signs.findIndex(({ of }) => of === sign));
}

/** All that a word in small letters hints at, of time and of the tables, one bit each. */
export function wordHints(lower: string): number {
  let hints = timeHints(lower);
  for (const { of, words } of signs) if (words.test(lower)) hints |= bitOf(of);
  return hints;
}
