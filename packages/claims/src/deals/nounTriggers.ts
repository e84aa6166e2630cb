import type { DealRole, DealType } from '@newsledger/events';

/** A noun that names a deal. */
export interface NounTrigger {
  /** Of the row, for people: its first noun. */
  readonly name: string;
  readonly type: DealType;
  readonly nouns: string;
  /** Role of the possessor or subject, of the party behind `of`/`in`/`with`, and of the one behind `by`/`from`. */
  readonly agent: DealRole;
  readonly other: DealRole;
  readonly example: string;
}

const nounRows: readonly Omit<NounTrigger, 'name'>[] = [
  {
    type: 'acquisition',
    nouns: 'acquisition takeover buyout purchase buy-out pursuit',
    agent: 'acquirer',
    other: 'target',
    example: "Cisco's $28 billion acquisition of Splunk closed.",
  },
  {
    type: 'acquisition',
    nouns: 'bid offer proposal approach',
    agent: 'acquirer',
    other: 'target',
    example: "Salesforce's offer for Box Inc. was refused.",
  },
  {
    type: 'divestiture',
    nouns: 'sale divestiture disposal',
    agent: 'seller',
    other: 'target',
    example: 'Cisco completed the sale of Splunk to Oracle.',
  },
  {
    type: 'merger',
    nouns: 'merger combination tie-up',
    agent: 'partner',
    other: 'partner',
    example: 'The merger of Gannett and GateHouse Media is final.',
  },
  {
    type: 'joint_venture',
    nouns: 'joint-venture venture jv',
    agent: 'partner',
    other: 'partner',
    example: 'OpenAI formed a joint venture with Oracle.',
  },
  {
    type: 'partnership',
    nouns: 'partnership alliance collaboration',
    agent: 'partner',
    other: 'partner',
    example: 'Uber has a partnership with Waymo.',
  },
  {
    type: 'supply_contract',
    nouns: 'contract agreement deal pact accord lease order',
    agent: 'customer',
    other: 'supplier',
    example: 'OpenAI signed a $38 billion contract with AWS.',
  },
  {
    type: 'investment',
    nouns: 'investment',
    agent: 'investor',
    other: 'investee',
    example: "Amazon's investment in Anthropic reached $8 billion.",
  },
  {
    type: 'settlement',
    nouns: 'settlement',
    agent: 'partner',
    other: 'partner',
    example: 'Meta reached a settlement with the FTC.',
  },
];

export const nounTriggers: readonly NounTrigger[] = nounRows.map((row) => ({ name: `noun “${row.nouns.split(' ')[0]}”`, ...row }));

/** What an agreement is about, by the words of its clause; the first row that matches decides. */
export const agreementKinds: readonly { readonly type: DealType; readonly words: RegExp; readonly example: string }[] = [
  {
    type: 'acquisition',
    words: /\b(?:to (?:buy|acquire|purchase|take over)|takeover|buyout|acquisition|all-(?:cash|stock)|cash-and-stock)\b/,
    example: 'Cisco struck an all-cash deal with Splunk.',
  },
  { type: 'merger', words: /\b(?:to merge|merger|to combine)\b/, example: 'Gannett signed a merger agreement with GateHouse Media.' },
  {
    type: 'supply_contract',
    words:
      /\b(?:cloud|comput\w+|capacity|suppl\w+|off-?take|power[ -]purchase|megawatts?|gigawatts?|electricity|services|infrastructure|servers?|chips?|processors?|gpus?|procur\w+|data cent(?:re|er)s?|jets?|aircraft|airplanes?|planes|trains?|ships?|vessels?|turbines?|engines?|batter(?:y|ies)|cells|lithium|nickel|lng|gas|uranium|steel|vaccines?|doses|ammunition|shells|munitions|drones|vehicles?|submarines?|frigates?|order(?:ed)?|rent\w*|lease|hosting|energy|software)\b/,
    example: 'OpenAI signed a contract with Oracle for computing capacity.',
  },
  {
    type: 'settlement',
    words: /\b(?:settle\w*|lawsuit|litigation)\b/,
    example: 'Meta reached an agreement with the FTC over the lawsuit.',
  },
  {
    type: 'partnership',
    words: /\b(?:licen[cs]\w+|partner\w*|collaborat\w+|jointly|alliance)\b/,
    example: 'Toyota signed a licensing deal with Waymo.',
  },
];
