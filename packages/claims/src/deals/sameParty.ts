import { organisationNamed } from '../entities/organisations.ts';

/** The same entity, a parent and its listed unit, or a name and its first words, as titles shorten it. */
export function sameParty(a: string, b: string): boolean {
  return a === b || isShortFor(a, b) || isShortFor(b, a) || isUnitOf(a, b) || isUnitOf(b, a);
}

/** `Pioneer` is Pioneer Natural Resources, but no subsidiary is its parent. */
function isShortFor(short: string, long: string): boolean {
  return short.length > 3 && long.startsWith(`${short} `) && organisationNamed(long)?.parent !== short;
}

/** A unit is its parent's own business, such as Amazon Web Services; a company that was bought is not. */
function isUnitOf(unit: string, parent: string): boolean {
  const listed = organisationNamed(unit);
  return listed?.parent === parent && listed.traits.includes('unit');
}
