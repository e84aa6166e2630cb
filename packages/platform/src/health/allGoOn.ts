import type { Look } from './watchWork.ts';

/** One look at several kinds of work: it goes on when each does. */
export function allGoOn(...looks: readonly (() => Promise<Look>)[]): () => Promise<Look> {
  return async () => {
    const seen = await Promise.all(looks.map((look) => look()));
    return { goesOn: seen.every(({ goesOn }) => goesOn), says: seen.map(({ says }) => says).join('; ') };
  };
}
