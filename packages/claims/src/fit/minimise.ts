/** Gives the value at a point and writes the gradient there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** How many steps back the curvature is remembered. */
const MEMORY = 8;

/** A step, the change of the gradient over it, and the inverse of their product. */
interface Step {
  readonly s: Float64Array;
  readonly y: Float64Array;
  rho: number;
}

/**
 * Limited-memory BFGS from the origin (Nocedal & Wright, Numerical Optimization, 2nd ed., algorithm 7.4), with backtracking. Points have
 * millions of dimensions, so all room is taken once.
 */
export function minimise(objective: Objective, dimensions: number, iterations: number, tolerance = 1e-4): Float64Array {
  const room = (): Float64Array => new Float64Array(dimensions);
  let [point, gradient, next, nextGradient] = [room(), room(), room(), room()];
  const direction = room();
  let value = objective(point, gradient);
  const steps: Step[] = [];
  for (let iteration = 0; iteration < iterations; iteration++) {
    descend(direction, gradient, steps);
    const slope = dot(direction, gradient);
    if (!(slope < 0)) break;
    let step = steps.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let nextValue = value;
    for (let tries = 0; tries < 20; tries++, step /= 2) {
      sum(next, point, direction, step);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * step * slope) break;
    }
    if (!(nextValue < value)) break;
    const taken = (steps.length === MEMORY ? steps.shift() : undefined) ?? { s: room(), y: room(), rho: 0 };
    sum(taken.s, next, point, -1);
    sum(taken.y, nextGradient, gradient, -1);
    const curvature = dot(taken.s, taken.y);
    taken.rho = 1 / curvature;
    if (curvature > 1e-10) steps.push(taken);
    const gained = value - nextValue;
    [point, next] = [next, point];
    [gradient, nextGradient] = [nextGradient, gradient];
    value = nextValue;
    if (gained < tolerance * Math.max(1, Math.abs(value)) * 0.01) break;
  }
  return point;
}

/** The two-loop recursion: minus the gradient, bent by the curvature seen so far. */
function descend(direction: Float64Array, gradient: Float64Array, steps: readonly Step[]): void {
  for (let i = 0; i < direction.length; i++) direction[i] = -(gradient[i] ?? 0);
  const alphas: number[] = [];
  for (const { s, y, rho } of steps.toReversed()) {
    const alpha = rho * dot(s, direction);
    alphas.unshift(alpha);
    sum(direction, direction, y, -alpha);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const size = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) * size;
  }
  for (const [index, { s, y, rho }] of steps.entries()) sum(direction, direction, s, (alphas[index] ?? 0) - rho * dot(y, direction));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Writes a + times · b. */
function sum(to: Float64Array, a: Float64Array, b: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (a[i] ?? 0) + times * (b[i] ?? 0);
}
