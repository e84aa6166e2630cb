import type { DealRole, DealType } from '@newsledger/events';

/** Words that hint at a deal without a pattern of their own: `IPO`, `stake`, `spin-off`. */
export interface FurtherWords {
  readonly type: DealType;
  readonly words: string;
  readonly part: 'verb' | 'noun';
  /** Role of who acts or owns, and of the party behind the word. */
  readonly agent: DealRole;
  readonly other: DealRole;
}

export const furtherWords: readonly FurtherWords[] = [
  {
    type: 'ipo',
    words: 'ipo ipos listing flotation float debut offering public prospectus underwriters',
    part: 'noun',
    agent: 'seller',
    other: 'investor',
  },
  {
    type: 'funding_round',
    words: 'raise raises raised raising secured secures landed bagged nabbed valuation series seed venture',
    part: 'verb',
    agent: 'investee',
    other: 'investor',
  },
  { type: 'funding_round', words: 'backed backing led co-led backs leads', part: 'verb', agent: 'investor', other: 'investee' },
  {
    type: 'financing',
    words: 'loan loans bond bonds notes debt credit borrow borrowed lend lent refinance refinancing',
    part: 'noun',
    agent: 'investee',
    other: 'investor',
  },
  {
    type: 'investment',
    words: 'stake shareholding shareholder ownership owned holding',
    part: 'noun',
    agent: 'investor',
    other: 'investee',
  },
  {
    type: 'divestiture',
    words: 'sale selling sell sold divest divesting spin-off spinoff spin unload unloading',
    part: 'verb',
    agent: 'seller',
    other: 'target',
  },
  {
    type: 'settlement',
    words: 'settle settles settled settling resolve resolved settlement',
    part: 'verb',
    agent: 'partner',
    other: 'partner',
  },
  { type: 'acquisition', words: 'takeover buyout owner parent subsidiary bidder offer', part: 'noun', agent: 'acquirer', other: 'target' },
];
