import type { DealType } from '@newsledger/events';

/** A noun for money that changes hands: a round, a loan, bonds. */
export interface MoneyNoun {
  /** Of the row, for people: its first noun. */
  readonly name: string;
  readonly type: DealType;
  readonly nouns: string;
  readonly example: string;
}

const rows: readonly Omit<MoneyNoun, 'name'>[] = [
  {
    type: 'funding_round',
    nouns: 'round funding financing fundraise fundraising raise',
    example: 'Cohere closed a $500 million Series D round led by Index Ventures.',
  },
  {
    type: 'investment',
    nouns: 'investment',
    example: 'Cohere received a $50 million investment from Index Ventures.',
  },
  {
    type: 'financing',
    nouns: 'loan loans facility facilities line lines bonds notes debentures',
    example: 'CoreWeave entered into a $2 billion credit facility with JPMorgan.',
  },
];

export const moneyNouns: readonly MoneyNoun[] = rows.map((row) => ({ name: `money “${row.nouns.split(' ')[0]}”`, ...row }));
