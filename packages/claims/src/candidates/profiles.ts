import type { ReadDocument } from '../text/readDocument.ts';
import { isVerb } from '../text/verbs.ts';
import type { Candidate } from './candidate.ts';
import type { SentenceCandidates } from './candidatesOf.ts';

/** What a whole text shows of a name or phrase. Counts of places. */
export interface Profile {
  mentions: number;
  references: number;
  inTitle: number;
  subjectOfTitle: boolean;
  firstSentence: number;
  lastSentence: number;
  speaks: number;
  acts: number;
  possesses: number;
  governedBy: Map<string, number>;
  shares: number;
  legalForm: number;
  roleBeside: number;
  opensSentence: number;
  inside: number;
  amountsBeside: number;
  small: number;
}

const SAY =
  /^(?:said|says|say|told|added|adds|wrote|noted|notes|argued|according|estimates?|estimated|expects?|forecasts?|predicts?|predicted|reckons?|believes?)$/;
const ROLE =
  /^(?:chief|ceo|cfo|analysts?|chairman|president|director|economist|strategist|executive|minister|secretary|spokes\w+|founder|head|governor|partner|manager|senator)$/;
const STOCK = /^(?:shares?|stock|stocks)$/;

export function profilesOf(document: ReadDocument, bySentence: readonly SentenceCandidates[]): Map<string, Profile> {
  const profiles = new Map<string, Profile>();
  const words = wordsInSmallLetters(document);
  for (const [index, { names, phrases }] of bySentence.entries()) {
    for (const candidate of names) note(profileOf(profiles, candidate.key, index), candidate, index, words);
    for (const candidate of phrases) note(profileOf(profiles, candidate.key, index), candidate, index, words);
  }
  return profiles;
}

function wordsInSmallLetters({ sentences }: ReadDocument): Set<string> {
  const words = new Set<string>();
  for (const { items, headline } of sentences)
    if (!headline) for (const item of items) if (item.kind === 'word' && item.text === item.lower) words.add(item.lower);
  return words;
}

function profileOf(profiles: Map<string, Profile>, key: string, index: number): Profile {
  const known = profiles.get(key);
  if (known !== undefined) return known;
  const fresh: Profile = {
    mentions: 0,
    references: 0,
    inTitle: 0,
    subjectOfTitle: false,
    firstSentence: index,
    lastSentence: index,
    speaks: 0,
    acts: 0,
    possesses: 0,
    governedBy: new Map(),
    shares: 0,
    legalForm: 0,
    roleBeside: 0,
    opensSentence: 0,
    inside: 0,
    amountsBeside: 0,
    small: 0,
  };
  profiles.set(key, fresh);
  return fresh;
}

function note(profile: Profile, candidate: Candidate, index: number, words: ReadonlySet<string>): void {
  const { sentence, from, to, form } = candidate;
  const { items } = sentence;
  const before = items[from - 1];
  const after = items[to];
  if (form === 'reference') profile.references++;
  else profile.mentions++;
  profile.lastSentence = index;
  if (sentence.headline) {
    profile.inTitle++;
    if (!items.slice(0, from).some((item) => isVerb(item.lower) || item.kind === 'mention')) profile.subjectOfTitle = true;
    return;
  }
  if (
    SAY.test(after?.lower ?? '') ||
    (SAY.test(before?.lower ?? '') && before?.lower !== 'according') ||
    (before?.lower === 'to' && items[from - 2]?.lower === 'according')
  )
    profile.speaks++;
  if (isVerb(after?.lower ?? '')) profile.acts++;
  if (after?.text === "'s" || after?.text === '’s') {
    profile.possesses++;
    if (STOCK.test(items[to + 1]?.lower ?? '')) profile.shares++;
  }
  if (STOCK.test(after?.lower ?? '')) profile.shares++;
  const preposition =
    before?.kind === 'word' && /^(?:of|in|by|at|for|from|to|with|on|as|than|against|like|between)$/.test(before.lower) ? before.lower : '';
  if (preposition !== '') profile.governedBy.set(preposition, (profile.governedBy.get(preposition) ?? 0) + 1);
  if (/^(?:of|in)$/.test(preposition) && STOCK.test(items[from - 2]?.lower ?? '')) profile.shares++;
  if (/(?:Inc|Corp|Ltd|PLC|plc|AG|SA|LLC|Co)\.?$/.test(items[to - 1]?.text ?? '') || /^(?:Inc|Corp|Ltd|plc)$/.test(after?.text ?? ''))
    profile.legalForm++;
  if (after?.text === '(' && /^[A-Z.:]{1,8}$/.test(items[to + 1]?.text ?? '')) profile.legalForm++;
  for (let i = Math.max(0, from - 3); i < Math.min(items.length, to + 5); i++)
    if (ROLE.test(items[i]?.lower ?? '')) {
      profile.roleBeside++;
      break;
    }
  if (from === 0) profile.opensSentence++;
  else profile.inside++;
  if (items[to]?.kind === 'quantity' || items[from - 1]?.kind === 'quantity' || items[from - 2]?.kind === 'quantity')
    profile.amountsBeside++;
  if (form === 'name' && words.has(candidate.entity.toLowerCase())) profile.small++;
}
