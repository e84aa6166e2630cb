/** Gives the value at a point and writes the gradient there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** How many steps back the curvature is remembered. */
const MEMORY = 8;

/** Limited-memory BFGS from the origin (Nocedal & Wright, Numerical Optimization, 2nd ed., algorithm 7.4), with backtracking. */
export function minimise(objective: Objective, dimensions: number, iterations: number, tolerance = 1e-4): Float64Array {
  let point: Float64Array = new Float64Array(dimensions);
  let gradient: Float64Array = new Float64Array(dimensions);
  let value = objective(point, gradient);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = descent(gradient, steps);
    const slope = dot(direction, gradient);
    if (!(slope < 0)) break;
    let step = steps.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let next = point;
    let nextGradient = gradient;
    let nextValue = value;
    for (let tries = 0; tries < 20; tries++, step /= 2) {
      next = moved(point, direction, step);
      nextGradient = new Float64Array(dimensions);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * step * slope) break;
    }
    if (!(nextValue < value)) break;
    const s = moved(next, point, -1);
    const y = moved(nextGradient, gradient, -1);
    const curvature = dot(s, y);
    if (curvature > 1e-10) {
      steps.push({ s, y, rho: 1 / curvature });
      if (steps.length > MEMORY) steps.shift();
    }
    const gained = value - nextValue;
    point = next;
    gradient = nextGradient;
    value = nextValue;
    if (gained < tolerance * Math.max(1, Math.abs(value)) * 0.01) break;
  }
  return point;
}

/** The two-loop recursion: minus the gradient, bent by the curvature seen so far. */
function descent(gradient: Float64Array, steps: readonly { s: Float64Array; y: Float64Array; rho: number }[]): Float64Array {
  const direction = gradient.map((slope) => -slope);
  const alphas: number[] = [];
  for (const { s, y, rho } of steps.toReversed()) {
    const alpha = rho * dot(s, direction);
    alphas.unshift(alpha);
    add(direction, y, -alpha);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const size = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) * size;
  }
  for (const [index, { s, y, rho }] of steps.entries()) add(direction, s, (alphas[index] ?? 0) - rho * dot(y, direction));
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + times * (what[i] ?? 0);
}

function moved(from: Float64Array, direction: Float64Array, step: number): Float64Array {
  const to = new Float64Array(from.length);
  for (let i = 0; i < to.length; i++) to[i] = (from[i] ?? 0) + step * (direction[i] ?? 0);
  return to;
}
