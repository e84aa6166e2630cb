import { hash } from 'node:crypto';
import { type FigureKey, joiningGroupOf } from '@newsledger/reconcile';

/** The share that owns no key but all that is not by key: articles, their revisions, sources, rates, what entities are. */
export const REST = 0;

/**
 * One of several parts of the tables, none of which has anything to do with another while names, sources and decisions stay as they are: a
 * range of a hash of what figures and deals are decided together by. Share 1 has the lowest hashes; share 0 is the rest.
 */
export class KeyShare {
  readonly share: number;
  readonly shares: number;

  /** @param shares how many there are, the rest not counted. */
  constructor(share: number, shares: number) {
    this.share = share;
    this.shares = shares;
  }

  get isRest(): boolean {
    return this.share === REST;
  }

  /** Whether claims of a figure's key, by today's names, are its to place and to decide. */
  ownsFigure(key: FigureKey): boolean {
    return this.#owns(`figure\n${joiningGroupOf(key)}`);
  }

  /** The same for deals of a bucket. */
  ownsDeal(bucket: string): boolean {
    return this.#owns(`deal\n${bucket}`);
  }

  #owns(group: string): boolean {
    return !this.isRest && this.share === shareOf(group, this.shares);
  }
}

function shareOf(group: string, shares: number): number {
  const part = hash('sha1', group, 'buffer').readUInt32BE(0) / 2 ** 32;
  return 1 + Math.floor(part * shares);
}
