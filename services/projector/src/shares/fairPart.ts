/**
 * How many of some shares a process may hold when all that are there hold as many: one more for the first of them where they don't divide.
 * @param members numbers of the sessions of all processes, whose order all of them agree on.
 */
export function fairPart(shares: number, members: readonly number[], own: number): number {
  const rank = members.toSorted((a, b) => a - b).indexOf(own);
  if (rank === -1) return 0;
  return Math.floor(shares / members.length) + (rank < shares % members.length ? 1 : 0);
}
