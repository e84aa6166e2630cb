import { type FigureKey, type Joined, neighboursOf, type Placement, type Telling, tellingOf } from '@newsledger/reconcile';
import type { FigureClaimRow } from './rows.ts';

/** A telling with the claims that tell it. */
interface ToldTelling extends Telling {
  readonly sources: Set<string>;
  readonly claims: Set<FigureClaimRow>;
  /** Claims that came since it was placed. */
  readonly fresh: Set<FigureClaimRow>;
  /** How many claims of standing articles each source has. */
  readonly claimsOf: Map<string, number>;
  /** Where its claims stand, fresh ones left out; null before it was ever placed. */
  placed: string | null;
}

interface Told {
  readonly telling: ToldTelling;
  readonly neighbours: readonly string[];
  readonly sourceId: string;
  readonly stands: boolean;
}

/**
 * The figure claims at hand by what they tell, kept up to date while claims come, move and go: what `joinKeys` chooses figures from.
 * Remembers where anything changed since figures were last chosen.
 */
export class Tellings {
  readonly #told = new Map<FigureClaimRow, Told>();
  readonly #byNeighbours = new Map<string, Map<string, ToldTelling>>();
  readonly #changed = new Set<string>();
  readonly #isTold: (claim: FigureClaimRow) => boolean;

  /** @param isTold whether a claim tells anything. */
  constructor(isTold: (claim: FigureClaimRow) => boolean) {
    this.#isTold = isTold;
  }

  /** Takes a claim as it stands in the tables; nothing has changed by that. */
  load(claim: FigureClaimRow, key: FigureKey): void {
    if (!this.#isTold(claim)) return;
    const { telling } = this.#add(claim, key);
    telling.placed ??= placeOf(claim.figureId, claim.joined);
    telling.claims.add(claim);
  }

  /** Takes a claim that has come, or that has changed its standing, day or key. @returns its neighbours, none when it tells nothing any more. */
  update(claim: FigureClaimRow, key: FigureKey): readonly string[] {
    this.#remove(claim);
    if (!this.#isTold(claim)) return [];
    const { telling, neighbours } = this.#add(claim, key);
    telling.claims.add(claim);
    telling.fresh.add(claim);
    this.touch(neighbours);
    return neighbours;
  }

  /** Asks to choose the figures of some neighbourhoods again. */
  touch(neighbours: readonly string[]): void {
    for (const name of neighbours) this.#changed.add(name);
  }

  /** Neighbourhoods where something changed since the last call, in an order of their own, with all that is told there. */
  takeChanged(): (readonly Telling[])[] {
    const changed = [...this.#changed].sort();
    this.#changed.clear();
    return changed.map((name) => [...(this.#byNeighbours.get(name)?.values() ?? [])]);
  }

  /** @returns the claims that must move there. */
  place(telling: Telling, { figureId, joined }: Placement): FigureClaimRow[] {
    const told = this.#byNeighbours.get(neighboursOf(telling.key)[0] ?? '')?.get(telling.id);
    if (told === undefined) return [];
    const place = placeOf(figureId, joined);
    const moving = [...(told.placed === place ? told.fresh : told.claims)];
    told.placed = place;
    told.fresh.clear();
    return moving;
  }

  #add(claim: FigureClaimRow, key: FigureKey): Told {
    const { id, ...about } = tellingOf(claim.content, key, claim.publishedAt, claim.dealFamily);
    const neighbours = neighboursOf(key);
    const telling = this.#byNeighbours.get(neighbours[0] ?? '')?.get(id) ?? {
      id,
      ...about,
      sources: new Set<string>(),
      claims: new Set<FigureClaimRow>(),
      fresh: new Set<FigureClaimRow>(),
      claimsOf: new Map<string, number>(),
      placed: null,
    };
    for (const name of neighbours) {
      const known = this.#byNeighbours.get(name);
      if (known === undefined) this.#byNeighbours.set(name, new Map([[id, telling]]));
      else known.set(id, telling);
    }
    const told = { telling, neighbours, sourceId: claim.sourceId, stands: claim.standing === 'active' };
    if (told.stands) countSource(telling, claim.sourceId, 1);
    this.#told.set(claim, told);
    return told;
  }

  #remove(claim: FigureClaimRow): void {
    const told = this.#told.get(claim);
    if (told === undefined) return;
    const { telling, neighbours, sourceId, stands } = told;
    this.#told.delete(claim);
    if (stands) countSource(telling, sourceId, -1);
    telling.claims.delete(claim);
    telling.fresh.delete(claim);
    if (telling.claims.size === 0) for (const name of neighbours) this.#byNeighbours.get(name)?.delete(telling.id);
    this.touch(neighbours);
  }
}

function placeOf(figureId: string | null, joined: Joined | null): string {
  return JSON.stringify([figureId, joined && [joined.lacks, joined.swapped, joined.otherInvestor, joined.before]]);
}

function countSource({ sources, claimsOf }: ToldTelling, sourceId: string, by: number): void {
  const count = (claimsOf.get(sourceId) ?? 0) + by;
  claimsOf.set(sourceId, count);
  if (count > 0) sources.add(sourceId);
  else sources.delete(sourceId);
}
