import { byDefault } from '../explain/ground.ts';
import { clauseSubject } from '../figures/chooseSubject.ts';
import { isPossessive, isVerbItem, prepositionBefore } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { possessorOf } from './findParties.ts';
import { type Named, namedAt } from './named.ts';
import { partiesFrom } from './nameList.ts';

/** The subject of the trigger's clause, else whom the text before was about. */
export function agentOf(sentence: ReadSentence, trigger: number): Named | null {
  const opener = /^(?:has|have|had|also|recently|itself)$/.test(sentence.items[trigger - 1]?.lower ?? '') ? trigger - 2 : trigger - 1;
  const relative = sentence.items[opener]?.lower === 'which' ? antecedentOf(sentence.items, opener) : null;
  if (relative !== null) return relative;
  const aside = beforeAside(sentence.items, trigger);
  if (aside !== null) return aside;
  const bound = financedAgent(sentence.items, trigger) ?? infinitiveAgent(sentence.items, trigger);
  if (bound !== null) return bound;
  const choice =
    clauseSubject(sentence.items, isVerbItem(sentence.items[trigger]) ? trigger + 1 : trigger) ?? headlineSubject(sentence, trigger);
  if (choice !== null && !isGovernedWith(sentence.items, choice.index)) return choice;
  const first = sentence.items.findIndex(
    (item, index) => index < trigger && item.kind === 'mention' && prepositionBefore(sentence.items, index) === null,
  );
  return (first >= 0 ? namedAt(sentence.items, first, 'first named in the sentence') : null) ?? ofFocus(sentence);
}

/** `a rival to Mastercard and Visa`, `makers of Snickers, Twix and Dove`: whoever a list joins to one that a preposition governs acts no more than that one. */
function isGovernedWith(items: readonly Item[], index: number | null): boolean {
  if (index === null) return false;
  let i = index;
  while (/^(?:and|or|,)$/.test(items[i - 1]?.lower ?? '')) {
    const before = items[i - 2]?.text === ',' ? i - 3 : i - 2;
    if (items[before]?.kind !== 'mention') break;
    i = before;
  }
  return i < index && /^(?:to|of|with|for|from|by|as|like)$/.test(prepositionBefore(items, i) ?? '');
}

const AUXILIARIES = new Set('has have had is was are were will would also recently today just now said announced agreed to'.split(' '));

/** Words that open what is said aside of a subject. */
const ASIDES = new Set(
  'through via with a an the which who whose along together backed led based known formerly owned founded including part'.split(' '),
);

/** `Enlight, through its subsidiary Clēnera, has closed …`, `Kuda — which is led by … — had raised …`: who stands before the aside acts. */
function beforeAside(items: readonly Item[], verb: number): Named | null {
  let close = verb - 1;
  while (close > 0 && items[close]?.kind === 'word' && AUXILIARIES.has(items[close]?.lower ?? '')) close--;
  const mark = items[close]?.text ?? '';
  if (!/^[,—–]$/.test(mark)) return null;
  for (let i = close - 1; i > Math.max(0, close - 24); i--) {
    if (items[i]?.text !== mark || !ASIDES.has(items[i + 1]?.lower ?? '')) continue;
    const named = namedAt(items, i - 1, 'before what is said aside');
    if (named !== null && prepositionBefore(items, i - 1) === null) return named;
  }
  return null;
}

/** `Porter, an on-demand transport agency, which secured …`: of whom a relative clause tells. */
function antecedentOf(items: readonly Item[], which: number): Named | null {
  for (let i = which - 1; i >= Math.max(0, which - 12); i--) {
    if (isVerbItem(items[i]) || items[i]?.text === ';') return null;
    if (items[i]?.kind === 'mention' && !isPossessive(items, i)) return namedAt(items, i, 'before the relative clause');
  }
  return null;
}

/** `Citigroup will provide Xerox financing to swallow HP`: whoever gets the means acts. */
function financedAgent(items: readonly Item[], trigger: number): Named | null {
  if (
    items[trigger - 1]?.lower !== 'to' ||
    !/^(?:financing|funding|funds|money|cash|loans?|capital|approval|permission)$/.test(items[trigger - 2]?.lower ?? '')
  )
    return null;
  return /^(?:provide|give|lend|offer|grant|hand)/.test(items[trigger - 4]?.lower ?? '')
    ? namedAt(items, trigger - 3, 'who is financed')
    : null;
}

/** `reasons for Amazon to consider buying`, `urged Dell to sell`, `Cerberus's agreement to merge`: who is to act stands before the infinitive. */
function infinitiveAgent(items: readonly Item[], trigger: number): Named | null {
  for (let i = trigger - 1; i >= Math.max(2, trigger - 3); i--) {
    if (items[i]?.kind !== 'word') return null;
    if (items[i]?.lower !== 'to') continue;
    const before = items[i - 1];
    if (before?.kind === 'mention')
      return /^(?:for|allow|allows|allowed|urged?|urging|wants?|wanted|pushed|forced?|let|enables?|enabled|asked)$/.test(
        items[i - 2]?.lower ?? '',
      )
        ? namedAt(items, i - 1, 'who is to act')
        : null;
    return /^(?:agreement|deal|plan|plans|bid|offer|proposal|intention|decision|move|attempt|efforts?)$/.test(before?.lower ?? '')
      ? possessorOf(items, i - 1)
      : null;
  }
  return null;
}

/** Whom the text before the sentence was about. */
export function ofFocus({ focus }: ReadSentence): Named | null {
  return focus === null ? null : { entity: focus, index: null, because: byDefault('whom the text before is about') };
}

/** `Amazon to buy Whole Foods`, `Nvidia, Arm sign deal`: titles drop the verb form that the clause rule looks for. */
function headlineSubject({ items }: ReadSentence, trigger: number): Named | null {
  for (let i = trigger - 1; i >= Math.max(0, trigger - 3); i--) {
    const named = namedAt(items, i, 'subject of the title');
    if (named !== null && prepositionBefore(items, i) === null && !isPossessive(items, i)) return named;
  }
  return null;
}

/** `OpenAI and Oracle announce`, `the Issa brothers and private equity group TDR`: everybody whom "and" joins to the one at `named`, in order. */
export function withCoordinated(items: readonly Item[], named: Named): Named[] {
  if (named.index !== null && items[named.index]?.lower === 'they') return severalBefore(items, named, named.index);
  const all = [named];
  let i = named.index;
  while (i !== null) {
    const joint = jointBefore(items, i);
    if (joint === null) break;
    const before = namedAt(items, joint, 'joined by “and”');
    if (before === null || (items[joint + 1]?.text === ',' && all.length === 1 && items[i - 1]?.lower !== 'and')) break;
    all.unshift(before);
    i = before.index;
  }
  return all;
}

/** `CVC and the Canadian pension board announced that they will buy …`: all whom the pronoun stands for. */
function severalBefore(items: readonly Item[], named: Named, pronoun: number): Named[] {
  const first = items.findIndex((item, index) => index < pronoun && item.kind === 'mention' && item.mention.entity === named.entity);
  if (first < 0) return [named];
  return [...withCoordinated(items, { ...named, index: first }), ...partiesFrom(items, first, 6, 'joined by “and”').slice(1)];
}

/** The name that "and", "&" or a comma joins to the name at `at`, over what says which kind of company either is. */
function jointBefore(items: readonly Item[], at: number): number | null {
  let i = at - 1;
  while (i > at - 5 && isPlainWord(items[i])) i--;
  if (!/^(?:and|&|,)$/.test(items[i]?.lower ?? '')) return null;
  if (items[i]?.text === ',' && i < at - 1) return null;
  if (items[i - 1]?.text === ',') i--;
  let j = i - 1;
  if (isPlainWord(items[j]) && /s$/.test(items[j]?.lower ?? '')) j--;
  return items[j]?.kind === 'mention' && !isActedOn(items, j) ? j : null;
}

/** `Orange snapped up Jazztel and Euskaltel bought …`: what a verb acts on right before acts in no clause behind it. */
function isActedOn(items: readonly Item[], at: number): boolean {
  const before = /^(?:up|over|out|off)$/.test(items[at - 1]?.lower ?? '') ? items[at - 2] : items[at - 1];
  return isVerbItem(before) && !/^(?:said|says|say|is|are|was|were)$/.test(before?.lower ?? '');
}

/** A word of a noun phrase: no verb, preposition or conjunction. */
function isPlainWord(item: Item | undefined): boolean {
  return (
    item?.kind === 'word' &&
    !isVerbItem(item) &&
    !/^(?:and|or|but|of|by|with|from|to|for|in|on|at|as|than|into|over|after|that|which|who|'s|’s|not|both)$/.test(item.lower)
  );
}
