/** Two members that may be joined, and how strongly they belong together. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
}

/**
 * Complete linkage: from the strongest link down, two groups become one when every member of the one may be with every member of the other.
 * So a chain of doubtful links never makes a crowd.
 */
export function linkCompletely(
  links: readonly Link[],
  names: readonly string[],
  mayBeTogether: (a: number, b: number) => boolean,
): number[][] {
  const groupOf = new Map<number, number[]>();
  const group = (member: number) => {
    const known = groupOf.get(member);
    if (known !== undefined) return known;
    const alone = [member];
    groupOf.set(member, alone);
    return alone;
  };
  for (const { a, b } of strongestFirst(links, names)) {
    const [left, right] = [group(a), group(b)];
    if (left === right || !left.every((one) => right.every((other) => mayBeTogether(one, other)))) continue;
    left.push(...right);
    for (const member of right) groupOf.set(member, left);
  }
  return [...new Set(groupOf.values())];
}

/** Ties go by name, so that the order in which members came is nothing. */
function strongestFirst(links: readonly Link[], names: readonly string[]): Link[] {
  return links
    .map((link) => ({ link, label: [names[link.a] ?? '', names[link.b] ?? ''].sort().join('\n') }))
    .sort((x, y) => y.link.strength - x.link.strength || (x.label < y.label ? -1 : 1))
    .map(({ link }) => link);
}
