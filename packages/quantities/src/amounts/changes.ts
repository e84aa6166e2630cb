import type { Tokens } from '../tokens/tokens.ts';

const up =
  'rose rise rises rising risen gained gain gains gaining up increased increase increases increasing grew grow grows growing grown climbed climb climbs climbing jumped jump jumps jumping surged surge surges surging soared soar soaring advanced added higher widened expanded raised boosted improved rallied lifted accelerated hiked upped swelled spiked leapt leaped popped skyrocketed rocketed ballooned rebounded vaulted jumping adds adding';
const down =
  'fell fall falls falling fallen dropped drop drops dropping down decreased decrease decreases decreasing declined decline declines declining lost slid slide slipped slip slumped slump plunged plunge plunging tumbled tumble sank lower narrowed shrank shrunk shrinking cut cuts cutting reduced reduce reducing dipped dip eased trimmed slashed plummeted crashed contracted lowered shed sheds shedding weakened retreated dived dives diving dove sank sinks sink sinking sunk slowed slows slowing lose loses losing erased erases erasing plummet plummets plummeting tumble tumbles tumbling slides sliding slumps slumping slips slipping crashes crashing contracts contracting retreats retreating skidded cratered tanked nosedived collapsed';

const directions: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ...up.split(' ').map((word): [string, 'up' | 'down'] => [word, 'up']),
  ...down.split(' ').map((word): [string, 'up' | 'down'] => [word, 'down']),
]);

/** Between the word and its amount: `rose by as much as 5 %`, `increase of 5 %`. */
const between = new Set([
  'by',
  'of',
  'about',
  'around',
  'another',
  'a',
  'an',
  'the',
  'further',
  'some',
  'nearly',
  'almost',
  'more',
  'than',
  'as',
  'much',
  'to',
  'from',
  'just',
  'over',
  'at',
  'least',
  'roughly',
  'approximately',
]);
const MAX_BETWEEN = 5;
const MAX_CLAUSE = 8;
/** `rose 8% over the first quarter, from $9m to $10m`: the verb may stand before another amount. */
const MAX_BEFORE_FROM = 14;

/** Which way the words before the amount say that something moved: `shares fell 7.5 %` is down. */
export function readChange(tokens: Tokens, first: number, floor: number): 'up' | 'down' | null {
  for (let at = first - 1, skipped = 0; at >= floor && skipped <= MAX_BETWEEN; at -= 1, skipped += 1) {
    const word = tokens.lower(at);
    const direction = directions.get(word);
    if (direction !== undefined) return isNoMove(tokens, at, first) ? null : direction;
    if (word === 'of' && tokens.lower(at - 1) === 'loss') return 'down';
    if (!between.has(word)) return null;
  }
  return null;
}

/** `up to $4bn` is a bound, `made up 23%` a share, and who `raised $15bn` got it: nothing went up. */
function isNoMove(tokens: Tokens, at: number, first: number): boolean {
  const word = tokens.lower(at);
  if (word === 'up') return tokens.lower(at + 1) === 'to' || upVerbs.has(tokens.lower(at - 1));
  const isMoney = tokens.at(first).kind !== 'number' || readsAsMoney(tokens, first);
  return raisingVerbs.has(word) && tokens.lower(at + 1) !== 'by' && tokens.lower(at + 1) !== 'to' && isMoney;
}

function readsAsMoney(tokens: Tokens, first: number): boolean {
  return /^[$€£¥₹]$/.test(tokens.at(first).text) || /^[$€£¥₹]$/.test(tokens.at(first - 1).text);
}

const raisingVerbs = new Set(['raised', 'raise', 'raises', 'raising']);
const upVerbs = new Set(
  'made make makes making add adds added take takes took taking give gave gives giving pay pays paid set sets ended end ends wound scale'.split(
    ' ',
  ),
);

/** A verb of change in the clause before: then `from 2 to 3` tells of two amounts, not of a range. */
export function isInChange(tokens: Tokens, first: number, floor: number): boolean {
  const isFrom = tokens.lower(first - 1) === 'from';
  const end = isFrom ? first - MAX_BEFORE_FROM : Math.max(floor, first - MAX_CLAUSE);
  for (let at = first - 1; at >= end && at >= 0; at -= 1) {
    const token = tokens.at(at);
    if (token.kind === 'break' || token.text === ';' || token.text === ':' || (token.text === '.' && tokens.at(at + 1).gap)) return false;
    if (directions.has(token.lower) || changeVerbs.has(token.lower)) return true;
  }
  return false;
}

const changeVerbs = new Set(
  'spike spikes spiking balloon balloons ballooned ballooning skyrocket skyrocketed skyrocketing rocketed swell swelling leap leaps leaping vaulted zoomed nudged creep creeping ticking collapse collapses collapsed collapsing nosedived deepened pared sagging rebound rebounding recover recovering firmed inched ticked crept leapt leaped rebounded recovered swung slipped sagged edged bounced jumped ebbed stepped changed moved go going went goes gone double triple quadruple halve revised upgraded downgraded doubled tripled quadrupled halved shifted moving bumped bringing brings brought swung took takes pushed pushing sent upgrade transfer converted switched'.split(
    ' ',
  ),
);
