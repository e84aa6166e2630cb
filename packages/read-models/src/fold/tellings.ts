import {
  EchoesMissingError,
  type FigureKey,
  type Joined,
  neighboursOf,
  type Placement,
  type Telling,
  tellingOf,
} from '@newsledger/reconcile';
import type { FigureClaimRow } from './rows.ts';

/** A telling with the claims that tell it. */
interface ToldTelling extends Telling {
  readonly sources: Set<string>;
  readonly claims: Set<FigureClaimRow>;
  /** Claims that came since it was placed. */
  readonly fresh: Set<FigureClaimRow>;
  /** Claims of which echoes tell it that are not at hand. */
  readonly echoedBy: Set<string>;
  /** How many claims of standing articles each source has. */
  readonly claimsOf: Map<string, number>;
  /** Where its claims stand, fresh ones left out, as text and as it is; null before it was ever placed. */
  placed: string | null;
  placement: Placement | null;
}

interface Told {
  readonly telling: ToldTelling;
  readonly neighbours: readonly string[];
  readonly sourceId: string;
  readonly stands: boolean;
}

/** All that is told where figures are chosen together. */
interface Neighbourhood {
  readonly tellings: Map<string, ToldTelling>;
  /** How many tellings each key has, by the figure that it makes. */
  readonly ofFigure: Map<string, number>;
  /** Tellings that came, or that other sources tell than before, since figures were last chosen. */
  readonly changed: Set<ToldTelling>;
}

/**
 * The figure claims at hand by what they tell, kept up to date while claims come, move and go: what `joinKeys` chooses figures from.
 * Remembers where anything changed since figures were last chosen. A claim that tells what its source has told already changes nothing.
 */
export class Tellings {
  readonly #told = new Map<FigureClaimRow, Told>();
  readonly #neighbourhoods = new Map<string, Neighbourhood>();
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

  /** Takes echoes of a claim that stand in the tables but are not at hand: so many of one day. */
  loadEchoes(claim: FigureClaimRow, key: FigureKey, day: string, count: number): void {
    const { telling } = this.#find({ ...claim, publishedAt: day }, key);
    countSource(telling, claim.sourceId, count);
    telling.placed ??= placeOf(claim.figureId, claim.joined);
    telling.echoedBy.add(claim.claimId);
  }

  /**
   * Takes a claim that has come, or that has changed its standing, day or key.
   * @returns its neighbours, none when it tells nothing any more, and where it stands, if that is known before figures are chosen.
   */
  update(claim: FigureClaimRow, key: FigureKey): { neighbours: readonly string[]; placement: Placement | null } {
    this.#remove(claim);
    if (!this.#isTold(claim)) return { neighbours: [], placement: null };
    const { telling, neighbours, isNews } = this.#add(claim, key);
    telling.claims.add(claim);
    if (telling.placement !== null && !isNews) return { neighbours, placement: telling.placement };
    telling.fresh.add(claim);
    this.#touchTelling(telling, neighbours);
    return { neighbours, placement: null };
  }

  /** Asks to choose the figures of some neighbourhoods again, whatever changed there. */
  touch(neighbours: readonly string[]): void {
    for (const name of neighbours) {
      this.#changed.add(name);
      const neighbourhood = this.#neighbourhoods.get(name);
      for (const telling of neighbourhood?.tellings.values() ?? []) neighbourhood?.changed.add(telling);
    }
  }

  /**
   * Neighbourhoods where something changed since the last call, in an order of their own, with all that is told there; where all tell of one
   * figure, and nobody joins anybody, with what changed alone.
   */
  takeChanged(): (readonly Telling[])[] {
    const changed = [...this.#changed].sort();
    this.#changed.clear();
    return changed.map((name) => {
      const neighbourhood = this.#neighbourhoods.get(name);
      if (neighbourhood === undefined) return [];
      const tellings = [...(isOfOneFigure(neighbourhood) ? neighbourhood.changed : neighbourhood.tellings.values())];
      neighbourhood.changed.clear();
      return tellings;
    });
  }

  /** @returns the claims that must move there. @throws EchoesMissingError */
  place(telling: Telling, placement: Placement): FigureClaimRow[] {
    const told = this.#neighbourhoods.get(neighboursOf(telling.key)[0] ?? '')?.tellings.get(telling.id);
    if (told === undefined) return [];
    const place = placeOf(placement.figureId, placement.joined);
    if (told.placed !== place && told.echoedBy.size > 0) throw new EchoesMissingError([...told.echoedBy]);
    const moving = [...(told.placed === place ? told.fresh : told.claims)];
    told.placed = place;
    told.placement = placement;
    told.fresh.clear();
    return moving;
  }

  /** `isNews` says whether its source told nothing of the kind before. */
  #add(claim: FigureClaimRow, key: FigureKey): Told & { readonly isNews: boolean } {
    const { telling, neighbours } = this.#find(claim, key);
    const told = { telling, neighbours, sourceId: claim.sourceId, stands: claim.standing === 'active' };
    const isNews = told.stands && countSource(telling, claim.sourceId, 1);
    this.#told.set(claim, told);
    return { ...told, isNews };
  }

  /** What a claim tells, among all that is told. */
  #find(claim: FigureClaimRow, key: FigureKey): { readonly telling: ToldTelling; readonly neighbours: readonly string[] } {
    const { id, ...about } = tellingOf(claim.content, key, claim.publishedAt, claim.dealFamily);
    const neighbours = neighboursOf(key);
    const telling = this.#neighbourhoods.get(neighbours[0] ?? '')?.tellings.get(id) ?? {
      id,
      ...about,
      sources: new Set<string>(),
      claims: new Set<FigureClaimRow>(),
      fresh: new Set<FigureClaimRow>(),
      echoedBy: new Set<string>(),
      claimsOf: new Map<string, number>(),
      placed: null,
      placement: null,
    };
    for (const name of neighbours) enter(this.#neighbourhoods, name, telling);
    return { telling, neighbours };
  }

  #remove(claim: FigureClaimRow): void {
    const told = this.#told.get(claim);
    if (told === undefined) return;
    const { telling, neighbours, sourceId, stands } = told;
    this.#told.delete(claim);
    const isNews = stands && countSource(telling, sourceId, -1);
    telling.claims.delete(claim);
    telling.fresh.delete(claim);
    const isGone = telling.claims.size === 0 && telling.echoedBy.size === 0;
    if (isNews || isGone) this.#touchTelling(telling, neighbours);
    if (isGone) for (const name of neighbours) leave(this.#neighbourhoods.get(name), telling);
  }

  #touchTelling(telling: ToldTelling, neighbours: readonly string[]): void {
    for (const name of neighbours) {
      this.#changed.add(name);
      this.#neighbourhoods.get(name)?.changed.add(telling);
    }
  }
}

/** Whether every telling there makes one and the same figure, of which no deals need to be told apart. */
function isOfOneFigure({ ofFigure, changed }: Neighbourhood): boolean {
  const [first] = changed;
  return ofFigure.size === 1 && first?.key.counterparty === null;
}

function enter(neighbourhoods: Map<string, Neighbourhood>, name: string, telling: ToldTelling): void {
  let neighbourhood = neighbourhoods.get(name);
  if (neighbourhood === undefined) {
    neighbourhood = { tellings: new Map(), ofFigure: new Map(), changed: new Set() };
    neighbourhoods.set(name, neighbourhood);
  }
  const { tellings, ofFigure } = neighbourhood;
  if (tellings.has(telling.id)) return;
  tellings.set(telling.id, telling);
  ofFigure.set(telling.figureId, (ofFigure.get(telling.figureId) ?? 0) + 1);
}

function leave(neighbourhood: Neighbourhood | undefined, telling: ToldTelling): void {
  if (neighbourhood?.tellings.delete(telling.id) !== true) return;
  const { ofFigure, changed } = neighbourhood;
  changed.delete(telling);
  const left = (ofFigure.get(telling.figureId) ?? 1) - 1;
  if (left > 0) ofFigure.set(telling.figureId, left);
  else {
    ofFigure.delete(telling.figureId);
    // What may have stood with another figure before is its own now.
    for (const other of neighbourhood.tellings.values()) changed.add(other);
  }
}

function placeOf(figureId: string | null, joined: Joined | null): string {
  return JSON.stringify([figureId, joined && [joined.lacks, joined.swapped, joined.otherInvestor, joined.before]]);
}

/** @returns whether the sources of a telling are others by that. */
function countSource({ sources, claimsOf }: ToldTelling, sourceId: string, by: number): boolean {
  const before = claimsOf.get(sourceId) ?? 0;
  const count = before + by;
  claimsOf.set(sourceId, count);
  if (count > 0) sources.add(sourceId);
  else sources.delete(sourceId);
  return count > 0 !== before > 0;
}
