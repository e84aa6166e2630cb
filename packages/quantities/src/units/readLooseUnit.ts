import { isUpperCase } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { readUnit, type UnitReading, unitNamed } from './readUnit.ts';

/** Between a number and the time it counts: `50 previous years`, `three consecutive quarters`. */
const timeAdjectives = new Set(
  'previous consecutive straight full more additional further successive calendar long short whole solid extra fiscal'.split(' '),
);

/** Readings that only their surroundings allow, behind a number that ends right before `at`. */
export function readLooseUnit(tokens: Tokens, at: number): UnitReading | null {
  const { kind, lower } = tokens.at(at);
  if (kind === 'symbol') return readInBrackets(tokens, at) ?? readMark(tokens, at);
  if (timeAdjectives.has(lower)) {
    const unit = readUnit(tokens, at + 1);
    const isYear = tokens.lower(at + 1) === 'year' && /^(?:19|20)\d\d$/.test(tokens.at(at - 1).text);
    return unit?.unit.kind === 'duration' && !isYear ? unit : null;
  }
  if (lower === 'in' && tokens.isNumber(at - 1) && (tokens.isAttached(at) || endsClause(tokens, at + 1))) return named('inch', at + 1);
  return readDegrees(tokens, at);
}

function endsClause(tokens: Tokens, at: number): boolean {
  const token = tokens.at(at);
  return token.kind === 'break' || ((token.text === '.' || token.text === ',' || token.text === ')') && !token.gap);
}

const brackets: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);

/** `20 (kg)`, `20 [kg]`: a unit and nothing else between brackets. One letter might be a note or a plan: `401(k)`. */
function readInBrackets(tokens: Tokens, at: number): UnitReading | null {
  const close = brackets.get(tokens.at(at).text);
  if (close === undefined || !tokens.at(at).gap || tokens.at(at + 1).text.length < 2) return null;
  const inside = readUnit(tokens, at + 1);
  return inside !== null && tokens.at(inside.next).text === close ? { unit: inside.unit, next: inside.next + 1 } : null;
}

const sizeWords = new Set(
  'long wide tall high thick deep across screen screens display displays disc vinyl single record pipe tyre tire wheels'.split(' '),
);

/** `a 10" screen`, `6' tall`: the marks of inches and feet, where a size is told. Elsewhere they close a quotation. */
function readMark(tokens: Tokens, at: number): UnitReading | null {
  const { text } = tokens.at(at);
  if (!sizeWords.has(tokens.lower(at + 1))) return null;
  if (text === '"' || text === '″' || text === '”') return named('inch', at + 1);
  return text === "'" || text === '′' || text === '’' ? named('foot', at + 1) : null;
}

/** Before a number with a letter these make it a place or a part: `row 12C`, `gate 4F`. */
const placeWords = new Set(
  'row seat gate flat apartment room unit class type grade line bus route building terminal platform block form'.split(' '),
);

/** Behind a number with a letter these make it a rating: `a 12C battery`. */
const ratedThings = new Set('battery batteries cell cells class charge charging discharge rate charger per'.split(' '));

/** `1.5C above`, `95F in the shade`: with a space the letters may be coulombs, farads or initials. */
function readDegrees(tokens: Tokens, at: number): UnitReading | null {
  const { text, gap } = tokens.at(at);
  if ((text !== 'C' && text !== 'F') || !tokens.isNumber(at - 1) || (gap && !isTemperatureNear(tokens, at))) return null;
  const behind = tokens.at(at + 1);
  if (tokens.isAttached(at + 1) && (behind.kind === 'word' || behind.kind === 'number' || behind.text === '/')) return null;
  if (ratedThings.has(behind.lower) || (behind.kind === 'word' && isUpperCase(behind.text) && !endsClause(tokens, at + 1))) return null;
  const before = tokens.at(at - 2);
  const isName = before.text !== before.lower && before.text.length > 3 && before.lower !== 'above' && before.lower !== 'below';
  if (before.kind === 'word' && (isName || placeWords.has(before.lower))) return null;
  return named(text === 'C' ? 'celsius' : 'fahrenheit', at + 1);
}

/** Tokens: a clause at most. */
const HEAT_NEAR = 6;
const heatWords = new Set(
  'temperature temperatures thermometer thermostat oven heat heated cooled chilled highs lows warm cold hot minus'.split(' '),
);

/** `a temperature of 25 C`, `minus 40 C`: with a space, a letter is a degree only where heat is spoken of. */
function isTemperatureNear(tokens: Tokens, at: number): boolean {
  for (let near = at - 2; near >= at - 2 - HEAT_NEAR; near -= 1) {
    if (tokens.at(near).kind === 'break') return false;
    if (heatWords.has(tokens.lower(near))) return true;
  }
  return false;
}

function named(name: string, next: number): UnitReading | null {
  const unit = unitNamed(name);
  return unit === null ? null : { unit, next };
}
