import type { Item } from '../text/items.ts';
import type { SubjectChoice } from './subjectChoice.ts';

const OFFICES = new Set([
  'ceo',
  'cfo',
  'coo',
  'cto',
  'chairman',
  'chairwoman',
  'chair',
  'president',
  'boss',
  'founder',
  'co-founder',
  'cofounder',
  'executive',
  'chief',
]);

/** Whom a person in office acts for, by the words in front of or behind the name. */
type Employer = { readonly entity: string } | 'the company talked about' | null;

/** `Amazon CEO Andy Jassy`, `Andy Jassy, chief executive of Amazon,`, `CEO Mark Zuckerberg`: what they promise and spend is the company's. */
function employerOf(items: readonly Item[], person: number): Employer {
  let i = person - 1;
  let holdsOffice = false;
  while (
    i >= person - 4 &&
    items[i]?.kind === 'word' &&
    (OFFICES.has(items[i]?.lower ?? '') || /^(?:and|officer|vice|'s|’s)$/.test(items[i]?.lower ?? ''))
  ) {
    if (OFFICES.has(items[i]?.lower ?? '')) holdsOffice = true;
    i--;
  }
  if (holdsOffice) return organisationAt(items, i) ?? 'the company talked about';
  if (items[person + 1]?.text !== ',') return null;
  for (let j = person + 2; j < Math.min(person + 8, items.length); j++) {
    const item = items[j];
    if (item === undefined || item.kind === 'mark') return null;
    if (OFFICES.has(item.lower)) holdsOffice = true;
    else if (item.kind === 'mention') return holdsOffice ? organisationAt(items, j) : null;
  }
  return null;
}

function organisationAt(items: readonly Item[], at: number): { readonly entity: string } | null {
  const item = items[at];
  return item?.kind === 'mention' && item.mention.kind === 'organisation' ? { entity: item.mention.entity } : null;
}

/** A person in office stands for the company. */
export function inOffice(items: readonly Item[], found: SubjectChoice | null, focus: string | null): SubjectChoice | null {
  const item = found?.index == null ? undefined : items[found.index];
  if (found?.index == null || item?.kind !== 'mention' || item.mention.kind !== 'person') return found;
  const employer = employerOf(items, found.index);
  if (employer === null) return found;
  const entity = employer === 'the company talked about' ? focus : employer.entity;
  return entity === null ? found : { ...found, entity, because: { ...found.because, rule: `company of the ${found.because.rule}` } };
}
