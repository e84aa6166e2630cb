import type { Member } from './member.ts';

/** Claims by something that they have in common. */
export class MemberGroups {
  readonly #groups = new Map<string, Set<Member>>();

  add(key: string, member: Member): void {
    const known = this.#groups.get(key);
    if (known === undefined) this.#groups.set(key, new Set([member]));
    else known.add(member);
  }

  /** @returns whether it was there. */
  delete(key: string, member: Member): boolean {
    const known = this.#groups.get(key);
    if (known?.delete(member) !== true) return false;
    if (known.size === 0) this.#groups.delete(key);
    return true;
  }

  /** All that are there now, whatever comes and goes while they are looked at. */
  of(key: string): readonly Member[] {
    return [...(this.#groups.get(key) ?? [])];
  }
}
