import { joined, type Token } from '../text/tokens.ts';
import { isVerb } from '../text/verbs.ts';
import { organisationNouns } from './data/descriptions.ts';
import { places } from './data/words.ts';

/** What else can be founded and named. */
const VENTURES = new Set(
  'marketplace app agency network exchange consultancy foundation enterprise service website tool biotech fintech neobank studio'.split(
    ' ',
  ),
);

/** `Lumenforge, a start-up that designs chips, said …`: the words behind it say which kind of company it is. */
export function isExplained(tokens: readonly Token[], to: number): boolean {
  if (/ly$/.test(tokens[to - 1]?.lower ?? '') && tokens[to - 1]?.text !== tokens[to - 1]?.text.toUpperCase()) return false;
  if (tokens[to]?.text !== ',' || !/^(?:an?|the)$/.test(tokens[to + 1]?.lower ?? '')) return false;
  for (let i = to + 2; i < to + 8; i++) {
    const token = tokens[i];
    if (token === undefined || token.text === ',' || isVerb(token.lower)) return false;
    if (organisationNouns.has(token.lower) || VENTURES.has(token.lower)) return true;
  }
  return false;
}

/** `in Loyang, in Singapore's east`, `at Milbourne, Ohio`, `near Milbourne`: where the next words say where it is, it is a place. */
export function isInPlace(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  if (/^(?:near|outside)$/.test(before)) return true;
  const behind = tokens[to]?.text === ',' ? to + 1 : to;
  const isFurther = /^(?:in|near|outside)$/.test(tokens[behind]?.lower ?? '');
  if (!/^(?:in|at)$/.test(before) || (behind === to && !isFurther)) return false;
  const next = isFurther ? behind + 1 : behind;
  return places.has(tokens[next]?.text ?? '') || places.has(joined(tokens, next, next + 2));
}

/** `SuperGrid`, `Lumen.ai`: no English word is written like that. */
export function isCoined(word: string): boolean {
  return /^\p{Lu}?\p{Ll}+\p{Lu}\p{Ll}|\.(?:ai|io|com|co)$/u.test(word);
}

/** `Cameroonian fintech`: where somebody is from, before a noun. */
export function isDemonym(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    /(?:[nrlv]ian|nese|wean|asian|egian|ldovan|Kenyan|Ugandan|Rwandan|Qatari|Kuwaiti|Emirati|Pakistani|Bangladeshi)$/.test(
      tokens[at]?.text ?? '',
    ) &&
    next?.kind === 'word' &&
    next.text === next.lower &&
    !isVerb(next.lower)
  );
}

const RAISES = new Set('raised raises secured secures landed lands bagged bags acquired acquires'.split(' '));

/** `Paylume raised $40 million`, `Paylume has secured …`: whoever opens a sentence and gets money or a company is somebody. */
export function raisesMoney(tokens: readonly Token[], at: number): boolean {
  const verb = /^(?:has|have|had|is|also|just|today)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  if (
    !RAISES.has(tokens[verb]?.lower ?? '') ||
    /[^s]s$|ment$|ing$|^(?:someone|everyone|nobody|congress|parliament)$/.test(tokens[at]?.lower ?? '')
  )
    return false;
  for (let i = verb + 1; i < verb + 5; i++) if (/^[$€£¥₹]$/.test(tokens[i]?.text ?? '')) return true;
  return false;
}
