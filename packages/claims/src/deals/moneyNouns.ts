import type { DealType } from '@newsledger/events';

/** A noun for money that changes hands: a round, a loan, bonds. */
export interface MoneyNoun {
  /** Of the row, for people: its first noun. */
  readonly name: string;
  readonly type: DealType;
  readonly nouns: string;
  /** Prepositions before whoever gives the money. */
  readonly givers: string;
  /** Prepositions before whoever gets it. */
  readonly takers: string;
  readonly example: string;
}

const rows: readonly Omit<MoneyNoun, 'name'>[] = [
  {
    type: 'funding_round',
    nouns: 'round funding financing fundraise fundraising raise',
    givers: 'from by',
    takers: 'in for into at',
    example: 'Cohere closed a $500 million Series D round led by Index Ventures.',
  },
  {
    type: 'investment',
    nouns: 'investment',
    givers: 'from by',
    takers: 'in into',
    example: 'Cohere received a $50 million investment from Index Ventures.',
  },
  {
    type: 'financing',
    nouns: 'loan loans facility facilities line lines bonds notes debentures',
    givers: 'from with by',
    takers: 'to',
    example: 'CoreWeave entered into a $2 billion credit facility with JPMorgan.',
  },
];

export const moneyNouns: readonly MoneyNoun[] = rows.map((row) => ({ name: `money “${row.nouns.split(' ')[0]}”`, ...row }));

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** What one does who gets money. */
export const takingVerbs = words(
  `raise raises raised raising close closes closed closing complete completes completed completing secure secures secured securing land lands landed landing bag bags bagged
  receive receives received receiving obtain obtains obtained announce announces announced announcing unveiled won wins nab nabs nabbed finish finished finishes sign signs signed enter
  enters entered renew renews renewed attract attracts attracted collect collected got gets took issue issues issued issuing sell sells sold selling price prices priced reported borrow borrowed add adds added seek seeks seeking net netted`,
);

/** What one does who gives it, or leads those who do. */
export const givingVerbs = words(
  `lead leads led leading co-led co-leads provide provides provided providing extend extends extended grant grants granted offer offers offered arrange arranges arranged agents gave give gives
  giving commit commits committed backs backed anchored joined lend lends lent makes made`,
);

/** Nouns and adjectives that make a financing one of debt. */
export const DEBT =
  /\b(?:debt|loans?|bonds?|notes|bridge|credit|project|construction|mortgage|borrow\w*|secured|convertible|refinanc\w*)\b/;
