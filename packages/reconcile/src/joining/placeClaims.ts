import type { Figure } from '@newsledger/events';
import { type FigureKey, figureKeyOf } from '../figureKey.ts';
import type { KeyClaim } from '../keyClaim.ts';
import { joinKeys, type Placement } from './joinKeys.ts';
import { neighboursOf } from './neighboursOf.ts';
import { type Telling, tellingOf } from './telling.ts';

/** A claim with the figure that it states, and the family of the deal that it is told with. */
export interface StatedClaim {
  readonly claim: KeyClaim;
  readonly figure: Figure;
  readonly family: string | null;
}

/** The claims of one figure, as `reconcile` wants them. */
export interface PlacedFigure {
  readonly figureId: string;
  readonly key: FigureKey;
  readonly claims: readonly KeyClaim[];
}

/** Puts claims under their figures all at once, in the order in which the figures are first told. */
export function placeClaims(stated: readonly StatedClaim[], resolve?: (name: string) => string): PlacedFigure[] {
  const tellings = new Map<string, Telling & { readonly sources: Set<string> }>();
  const told = stated.map(({ claim, figure, family }) => {
    const telling = { ...tellingOf(figure, figureKeyOf(figure, resolve), claim.publishedAt, family), sources: new Set<string>() };
    const known = tellings.get(telling.id) ?? telling;
    tellings.set(known.id, known);
    if (claim.standing === 'active') known.sources.add(claim.sourceId);
    return { claim, id: known.id };
  });
  const placements = placeTellings([...tellings.values()]);
  const figures = new Map<string, { figureId: string; key: FigureKey; claims: KeyClaim[] }>();
  for (const { claim, id } of told) {
    const placement = placements.get(id);
    if (placement === undefined) continue;
    const { figureId, key, joined } = placement;
    const placed = joined === null ? claim : { ...claim, joined };
    const figure = figures.get(figureId);
    if (figure === undefined) figures.set(figureId, { figureId, key, claims: [placed] });
    else figure.claims.push(placed);
  }
  return [...figures.values()];
}

function placeTellings(tellings: readonly Telling[]): Map<string, Placement> {
  const neighbourhoods = new Map<string, Telling[]>();
  for (const telling of tellings)
    for (const name of neighboursOf(telling.key)) {
      const known = neighbourhoods.get(name);
      if (known === undefined) neighbourhoods.set(name, [telling]);
      else known.push(telling);
    }
  return new Map([...neighbourhoods.values()].flatMap((neighbourhood) => [...joinKeys(neighbourhood)]));
}
