import type { Mention } from '../entities/mention.ts';
import type { Ground } from '../explain/ground.ts';

/** Who or what a figure is about, and the rule that said so. */
export interface SubjectChoice {
  readonly entity: string;
  readonly index: number | null;
  readonly because: Ground;
}

/** The mention at item `index`, chosen by a rule. */
export function choice(mention: Mention, rule: string, index: number): SubjectChoice {
  return { entity: mention.entity, index, because: { rule, start: mention.start, end: mention.end } };
}
