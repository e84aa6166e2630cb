import type { DealRole, DealStatus, DealType } from '@newsledger/events';

/** A verb that tells of a deal: who does it, to or with whom. */
export interface VerbTrigger {
  /** Of the row, for people: its first form. */
  readonly name: string;
  readonly type: DealType;
  readonly forms: string;
  readonly agent: DealRole;
  readonly other: DealRole;
  /** The preposition before the other party; null when it is the object. */
  readonly preposition: string | null;
  readonly example: string;
}

const verbRows: readonly Omit<VerbTrigger, 'name'>[] = [
  {
    type: 'acquisition',
    forms:
      'acquire acquires acquired acquiring buy buys bought buying purchase purchases purchased purchasing swallow swallowed absorb absorbed scooped snapped gobbled',
    agent: 'acquirer',
    other: 'target',
    preposition: null,
    example: 'Cisco acquired Splunk for $28 billion.',
  },
  {
    type: 'supply_contract',
    forms: 'rent rents rented renting lease leases leased leasing',
    agent: 'customer',
    other: 'supplier',
    preposition: 'from',
    example: 'OpenAI will rent servers worth $12 billion from CoreWeave.',
  },
  {
    type: 'supply_contract',
    forms: 'spend spends spending spent',
    agent: 'customer',
    other: 'supplier',
    preposition: 'with on',
    example: 'OpenAI has promised to spend $300 billion with Oracle on computing.',
  },
  {
    type: 'supply_contract',
    forms: 'pay pays paid paying',
    agent: 'customer',
    other: 'supplier',
    preposition: null,
    example: 'OpenAI will pay CoreWeave $12 billion under the contract.',
  },
  {
    type: 'acquisition',
    forms: 'offered bid bidding',
    agent: 'acquirer',
    other: 'target',
    preposition: 'for',
    example: 'Ravensholt Group has offered $25 billion for Tessaly Networks.',
  },
  {
    type: 'divestiture',
    forms: 'sell sells sold selling divest divested offload offloaded',
    agent: 'seller',
    other: 'acquirer',
    preposition: 'to',
    example: 'IBM sold its chip business to GlobalFoundries for $1.5 billion.',
  },
  {
    type: 'investment',
    forms:
      'invest invests invested investing inject injects injected injecting pour pours poured pouring pump pumped ploughed plowed put puts putting',
    agent: 'investor',
    other: 'investee',
    preposition: 'in into',
    example: 'Amazon invested $4 billion in Anthropic.',
  },
  {
    type: 'merger',
    forms: 'merge merges merged merging combine combines combined combining',
    agent: 'partner',
    other: 'partner',
    preposition: 'with',
    example: 'Gannett merged with GateHouse Media.',
  },
  {
    type: 'partnership',
    forms:
      'partner partners partnered partnering collaborate collaborates collaborated collaborating team teams teamed teaming ally allied',
    agent: 'partner',
    other: 'partner',
    preposition: 'with up',
    example: 'Toyota partnered with Waymo.',
  },
  {
    type: 'supply_contract',
    forms: 'supply supplies supplied supplying provide provides provided providing deliver',
    agent: 'supplier',
    other: 'customer',
    preposition: 'to with',
    example: 'Oracle will supply computing capacity worth $300 billion to OpenAI.',
  },
  {
    type: 'financing',
    forms: 'lend lends lent lending',
    agent: 'investor',
    other: 'investee',
    preposition: 'to',
    example: 'JPMorgan lent $2 billion to CoreWeave.',
  },
  {
    type: 'settlement',
    forms: 'settle settles settled settling',
    agent: 'partner',
    other: 'partner',
    preposition: 'with',
    example: 'Meta settled with the FTC for $5 billion.',
  },
];

export const verbTriggers: readonly VerbTrigger[] = verbRows.map((row) => ({ name: `verb “${row.forms.split(' ')[0]}”`, ...row }));

/** A noun that names a deal. */
export interface NounTrigger {
  /** Of the row, for people: its first noun. */
  readonly name: string;
  readonly type: DealType;
  readonly nouns: string;
  /** Role of the possessor or subject, of the party behind `of`/`in`/`with`, and of the one behind `by`/`from`. */
  readonly agent: DealRole;
  readonly other: DealRole;
  readonly prepositions: string;
  readonly example: string;
}

const nounRows: readonly Omit<NounTrigger, 'name'>[] = [
  {
    type: 'acquisition',
    nouns: 'acquisition takeover buyout purchase buy-out',
    agent: 'acquirer',
    other: 'target',
    prepositions: 'of for',
    example: "Cisco's $28 billion acquisition of Splunk closed.",
  },
  {
    type: 'acquisition',
    nouns: 'bid offer',
    agent: 'acquirer',
    other: 'target',
    prepositions: 'for',
    example: "Salesforce's offer for Box Inc. was refused.",
  },
  {
    type: 'merger',
    nouns: 'merger combination tie-up',
    agent: 'partner',
    other: 'partner',
    prepositions: 'with of between',
    example: 'The merger of Gannett and GateHouse Media is final.',
  },
  {
    type: 'joint_venture',
    nouns: 'joint-venture',
    agent: 'partner',
    other: 'partner',
    prepositions: 'with of between',
    example: 'OpenAI formed a joint venture with Oracle.',
  },
  {
    type: 'partnership',
    nouns: 'partnership alliance collaboration',
    agent: 'partner',
    other: 'partner',
    prepositions: 'with between',
    example: 'Uber has a partnership with Waymo.',
  },
  {
    type: 'supply_contract',
    nouns: 'contract agreement deal pact accord lease order',
    agent: 'customer',
    other: 'supplier',
    prepositions: 'with between from',
    example: 'OpenAI signed a $38 billion contract with AWS.',
  },
  {
    type: 'investment',
    nouns: 'investment',
    agent: 'investor',
    other: 'investee',
    prepositions: 'in',
    example: "Amazon's investment in Anthropic reached $8 billion.",
  },
  {
    type: 'settlement',
    nouns: 'settlement',
    agent: 'partner',
    other: 'partner',
    prepositions: 'with',
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
      /\b(?:cloud|comput\w+|capacity|suppl\w+|power[ -]purchase|megawatts?|gigawatts?|electricity|services|infrastructure|servers?|chips?|gpus?|data cent(?:re|er)s?|jets?|aircraft|order(?:ed)?|rent\w*|lease|hosting|energy|software|purchase)\b/,
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

/** Words that say how far a deal is; the first row that matches decides. Denials and rumours may stand anywhere in the sentence. */
export const dealStatusRules: readonly { readonly status: DealStatus; readonly words: RegExp; readonly example: string }[] = [
  {
    status: 'denied',
    words: /\b(?:den(?:y|ie[sd]|ying)|no truth|did not (?:make|bid)|untrue|dismissed (?:reports|a report)|ruled out)\b/,
    example: 'Cisco denied that it would buy Splunk.',
  },
  {
    status: 'terminated',
    words:
      /\b(?:abandon\w*|call(?:ed|s|ing) off|terminat(?:ed|es|ing)|scrapp?\w*|walk(?:ed|s) away|withdr[ae]wn?|withdrew|collapsed|dropped (?:its|the|their) (?:bid|plan|offer)|fell apart|pulled out)\b/,
    example: 'Cisco called off its purchase of Splunk.',
  },
  {
    status: 'blocked',
    words: /\b(?:blocked|blocks|vetoed|prohibit\w*|sued to (?:stop|block))\b/,
    example: "Regulators blocked Cisco's purchase of Splunk.",
  },
  {
    status: 'completed',
    words:
      /\b(?:(?<!\b(?:will|would|should|to|before|until|upon|once|when|after|subject to)(?: be| its| the)? )complet\w+|clos(?:ed|es) (?:an?|its|the|on|at)|finali[sz]ed|became final|has closed|(?:deal|transaction|takeover|acquisition|purchase|merger) (?:was )?closed)\b/,
    example: 'Cisco completed its purchase of Splunk.',
  },
  {
    status: 'talks',
    words:
      /\b(?:in (?:\w+ )?(?:talks|discussions|negotiations)|negotiating|discussing|weigh(?:s|ing)|consider(?:s|ing)|exploring|approached|made a (?:takeover )?(?:offer|bid|proposal))\b/,
    example: 'Cisco is in talks to buy Splunk.',
  },
  {
    status: 'rumoured',
    words:
      /\b(?:people familiar|people with (?:\w+ )?knowledge|person familiar|sources (?:said|say|close)|reportedly|is said to|rumou?r\w*|speculation (?:that|about|over)|could (?:buy|acquire|bid))\b/,
    example: 'Cisco could buy Splunk.',
  },
  {
    status: 'agreed',
    words:
      /\b(?:agree[sd]?(?: to)?|signed|signs|struck|strikes|reached (?:an? |the )?(?:\S+ ){0,3}(?:deals?|agreements?|settlements?|accords?|pacts?)|inked|clinched)\b/,
    example: 'Cisco agreed to buy Splunk.',
  },
  {
    status: 'announced',
    words: /\b(?:announc\w+|unveil\w+|will (?:buy|acquire|invest)|plans? to|to (?:buy|acquire))\b/,
    example: 'Cisco announced its purchase of Splunk.',
  },
  {
    status: 'agreed',
    words:
      /\bagreement|\b(?:still|already) (?:has|have|had|holds?) (?:an? |the )?(?:\S+ ){0,2}(?:partnership|contract|deal|alliance|lease)\b/,
    example: 'Toyota still has a partnership with Waymo.',
  },
];
