/** One thing that can happen next. */
export interface Move<World> {
  readonly says: string;
  readonly world: World;
}

export interface Model<World> {
  readonly start: World;
  /** Everything that can happen next: one step of one actor each. Nothing when all have come to their end. */
  moves(world: World): readonly Move<World>[];
  /** Equal for worlds that are alike from here on. */
  key(world: World): string;
  /** What should never be, in words; null when all is well. */
  fault(world: World): string | null;
}

export interface Exploration {
  /** How many different worlds can come about. */
  readonly worlds: number;
  /** What goes wrong, and the shortest schedule that leads there; null when nothing can. */
  readonly broken: { readonly fault: string; readonly schedule: readonly string[] } | null;
}

interface Visit<World> {
  readonly world: World;
  readonly says: string;
  readonly before: Visit<World> | null;
}

/** Tries every schedule of a model, breadth first, until a world has a fault or there is none left that was not seen. */
export function explore<World>(model: Model<World>): Exploration {
  const seen = new Set([model.key(model.start)]);
  let layer: Visit<World>[] = [{ world: model.start, says: '', before: null }];
  while (layer.length > 0) {
    const next: Visit<World>[] = [];
    for (const before of layer) {
      const fault = model.fault(before.world);
      if (fault !== null) return { worlds: seen.size, broken: { fault, schedule: scheduleTo(before) } };
      for (const { says, world } of model.moves(before.world)) {
        const key = model.key(world);
        if (seen.has(key)) continue;
        seen.add(key);
        next.push({ world, says, before });
      }
    }
    layer = next;
  }
  return { worlds: seen.size, broken: null };
}

function scheduleTo<World>(end: Visit<World>): string[] {
  const steps: string[] = [];
  for (let visit: Visit<World> | null = end; visit !== null && visit.before !== null; visit = visit.before) steps.unshift(visit.says);
  return steps;
}
