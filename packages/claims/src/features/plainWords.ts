import type { Item } from '../text/items.ts';
import { stemOf } from './words.ts';

/** Words that say how others hang together; they are never part of an unknown name. */
const CLOSED = new Set(
  (
    'the a an of in on at by to for with from as than and or but nor so if that which who whom whose what when where while because since until after before ' +
    'is are was were be been being has have had having do does did will would could can may might shall should must not no it its he she they we i you his her their our my ' +
    'this that these those there here all both each every some any more most less about around nearly almost over under between among against into out up down off per via ' +
    'during through across within without amid despite like also just only still already yet again too very then now new one two three first second last next early late'
  ).split(' '),
);

/**
 * What stands at a place, without giving away a name: a stem, or the kind of thing. An unknown word in capitals may be a name that nobody
 * recognised, so only its capital shows. `Brindle Stores has agreed` → `NAME`, `has`, `agre`; `Wibble` → `CAPITAL`.
 */
export function plainSymbol(item: Item | undefined): string {
  if (item === undefined) return 'END';
  switch (item.kind) {
    case 'mention':
      return mentionSymbol(item);
    case 'quantity':
      return item.quantity.kind.toUpperCase();
    case 'period':
      return 'TIME';
    case 'mark':
      return item.text;
    case 'word':
      return isPlain(item) ? stemOf(item.lower) : 'CAPITAL';
  }
}

function mentionSymbol({ lower, mention }: Item & { kind: 'mention' }): string {
  if (mention.form === 'pronoun') return /^(?:its|their|his|her)$/.test(lower) ? 'ITS' : 'IT';
  if (mention.form === 'description') return 'COMPANY';
  if (mention.kind === 'person') return 'PERSON';
  if (mention.kind === 'place') return 'PLACE';
  return mention.kind === 'index' || mention.kind === 'market' ? 'MARKET' : 'NAME';
}

/** In small letters, or a word of the language that a title or the start of a sentence capitalises. */
function isPlain({ text, lower, hints }: Item): boolean {
  return text === lower || hints !== 0 || CLOSED.has(lower);
}
