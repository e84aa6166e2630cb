import type { Token } from '../text/tokens.ts';

/** What only somebody does. */
const DOING = new Set(
  (
    'raises raised acquires acquired buys bought launches launched announces announced says said plans agreed agrees signs signed hires hired lays ' +
    'laid posts posted reported unveils unveiled confirms confirmed invests invested cuts employs employed operates sells owns earned opened opens ' +
    'builds warned warns filed files secures secured lands closes closed completes completed'
  ).split(' '),
);

/** How what is traded moves, in front of a number. */
const MOVING =
  /^(?:jumped|rose|fell|soared|rallied|gained|lost|dropped|slid|sank|surged|climbed|tumbled|plunged|slipped|added|shed|advanced|declined)$/;

/** Words that open sentences and do or move so without being names: goods, measures, groups of people. */
const COMMON = new Set(
  (
    'Oil Gold Silver Copper Crude Gas Bitcoin Ether Inflation Unemployment Output Turnover Income Traffic Production Employment Growth Trade Wheat Steel ' +
    'Lithium Uranium Coal Rent Volume Volatility Management Government Police Staff Everyone Someone Nobody Everybody Leadership Headcount Attendance ' +
    'Consumption Investment Construction Electricity Bookings Memory Storage Advertising Software Hardware'
  ).split(' '),
);

/** `Zenefits lays off …`, `Napster jumped 9 %`, `Didi, Uber's rival in China, raises …`: an opening word that acts as companies do is a name. */
export function opensAsName(tokens: readonly Token[], from: number, to: number): boolean {
  const word = tokens[from];
  if (word === undefined || COMMON.has(word.text)) return false;
  // `Groupon, $700 million in 2011`: a line of a list.
  if (tokens[to]?.text === ',' && tokens.length < 14 && /^[$€£¥]$/.test(tokens[to + 1]?.text ?? '')) return true;
  const verb = verbBehind(tokens, to);
  const isAided = /^(?:has|will|is)$/.test(tokens[verb]?.lower ?? '');
  const next = tokens[isAided ? verb + 1 : verb];
  if (next === undefined) return false;
  const isOfOne = isAided || /s$/.test(next.lower);
  if (DOING.has(next.lower)) return isOfOne || !/s$/.test(word.lower);
  return verb === to && MOVING.test(next.lower) && !/s$/.test(word.lower) && tokens[verb + 1]?.kind === 'number';
}

/** The token right behind the name, or behind what stands between commas there. */
function verbBehind(tokens: readonly Token[], to: number): number {
  if (tokens[to]?.text !== ',') return to;
  for (let i = to + 1; i < to + 12; i++) if (tokens[i]?.text === ',') return i + 1;
  return to;
}
