import { ambiguousNames, legalForms } from './data/words.ts';
import { organisations } from './organisations.ts';

const LEGAL = new Set([...legalForms].map((form) => form.toLowerCase().replace(/\./g, '')));

/** Listed names by their folded spelling, but for those that are also English words. */
const listed = new Map<string, string>();
for (const { name, aliases, traits } of organisations)
  if (!traits.includes('index'))
    for (const spelling of [name, ...aliases])
      if (!ambiguousNames.has(spelling) && spelling.length > 4 && !listed.has(folded(spelling))) listed.set(folded(spelling), name);

/**
 * One spelling for an unknown organisation however an article writes it: without its legal form and a leading "The", in small letters
 * where a heading shouts, with straight apostrophes. `THE NORTHFOLD SYSTEMS, INC.` is `Northfold Systems`; a listed name in another
 * spelling is the listed one.
 */
export function canonicalName(name: string): string {
  const words = name
    .replace(/[’‘]/g, "'")
    .replace(/[“”"]/g, '')
    .replace(/^(?:The|the|THE) (?=\p{Lu})/u, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  while (words.length > 1 && LEGAL.has((words.at(-1) ?? '').toLowerCase().replace(/\./g, ''))) words.pop();
  const bare = words.join(' ');
  const known = listed.get(folded(bare));
  if (known !== undefined) return known;
  // `HD THE HOME DEPOT`: tables set the ticker in front.
  const unticked = /^[A-Z.]{1,5} (?:THE )?(\p{Lu}{4}.*|\p{Lu}+['’-].*)$/u.exec(bare)?.[1];
  const ticked = unticked === undefined ? undefined : listed.get(folded(unticked));
  if (ticked !== undefined) return ticked;
  return isShouted(bare) ? words.map(quiet).join(' ') : bare;
}

/** The spelling without what writers vary: case, accents, punctuation, legal forms. */
function folded(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .trim()
    .split(/\s+/);
  while (words.length > 1 && LEGAL.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** Capitals only, and too long for initials. */
function isShouted(name: string): boolean {
  return name === name.toUpperCase() && /\p{Lu}{5}/u.test(name) && name.includes(' ');
}

function quiet(word: string): string {
  return word.length <= 3 && !/^(?:THE|AND|OF|FOR)$/.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase();
}
