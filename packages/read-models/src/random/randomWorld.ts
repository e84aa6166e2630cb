import type { NewEvent } from '@newsledger/events';
import type { Chances } from './seededRandom.ts';

export interface Said {
  readonly stream: string;
  readonly event: NewEvent;
}

export interface RandomArticle {
  readonly articleId: string;
  readonly sourceId: string;
  readonly url: string;
  revision: number;
  /** Of the extractor that reads it next. */
  version: number;
}

/** What the makers of random events share: chances, what was said so far, and a way to say more. */
export interface RandomWorld {
  readonly chances: Chances;
  readonly log: readonly Said[];
  readonly say: (stream: string, event: NewEvent) => void;
}

export const SOURCES = ['press', 'wire', 'post', 'tape'] as const;
export const NAMES = ['Acme', 'Acme Inc', 'Beta', 'Gamma'] as const;

/** So many days after the first day of 2024. */
export function instant(days: number): string {
  return new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString();
}
