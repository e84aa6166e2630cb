import type { FeedReading } from '@newsledger/feeds';
import { linksOf } from './linkHeader.ts';

export interface Hub {
  readonly hub: string;
  /** The address by which the hub knows the feed. */
  readonly topic: string;
}

/** The hub that announces changes of a document: by its Link header, else by itself (W3C WebSub §4). Null when it has none. */
export function hubOf(answer: { url: string; link: string | null; document: Pick<FeedReading, 'hubs' | 'self'> }): Hub | null {
  const { url, link, document } = answer;
  const hub = [...linksOf(link, 'hub', url), ...document.hubs].find((address) => /^https?:/.test(address));
  const topic = [...linksOf(link, 'self', url), document.self ?? url][0];
  return hub === undefined || topic === undefined ? null : { hub, topic };
}
