/** Nouns that stand for the organisation talked about: "the company", "the Seattle-based retailer". */
export const organisationNouns: ReadonlySet<string> = new Set(
  `company firm group giant maker provider startup start-up business organisation organization corporation conglomerate retailer grocer chipmaker bank lender insurer carmaker automaker planemaker drugmaker
  airline utility miner steelmaker developer operator manufacturer publisher platform lab supplier vendor parent unit subsidiary brand chain fund investor buyer seller bidder specialist pioneer leader owner creator behemoth
  titan hyperscaler builder producer seller heavyweight newcomer upstart laboratory customer partner acquirer purchaser`.split(/\s+/),
);

/** Words of a description and the trait of the list that they name. */
export const traitWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cloud: 'cloud',
    'cloud-computing': 'cloud',
    'e-commerce': 'ecommerce',
    ecommerce: 'ecommerce',
    chip: 'chip',
    chipmaker: 'chipmaker',
    semiconductor: 'chip',
    software: 'software',
    database: 'database',
    search: 'search',
    ai: 'ai',
    'artificial-intelligence': 'ai',
    startup: 'startup',
    'start-up': 'startup',
    lab: 'lab',
    retailer: 'retailer',
    retail: 'retailer',
    bank: 'bank',
    lender: 'bank',
    carmaker: 'carmaker',
    automaker: 'carmaker',
    planemaker: 'planemaker',
    drugmaker: 'drugmaker',
    pharmaceutical: 'drugmaker',
    airline: 'airline',
    utility: 'utility',
    oil: 'oil',
    miner: 'miner',
    insurer: 'insurer',
    streaming: 'streaming',
    iphone: 'iphone',
    pc: 'pc',
    networking: 'networking',
    grocer: 'grocer',
    hyperscaler: 'hyperscaler',
    conglomerate: 'conglomerate',
  }),
);

/** Kinds of buyers, sellers and things that a whole market consists of, and the name their figures are filed under. */
export const markets: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'US data centres',
    /\b(?:new |american |us |u\.s\. )+data[ -]cent(?:re|er)s?\b|\bdata[ -]cent(?:re|er)s? in (?:the us|the u\.s\.|america|the united states)(?![a-z])/i,
  ],
  ['Data centres', /\bdata[ -]?cent(?:re|er)s?\b/i],
  [
    'Hyperscalers',
    /\bhyperscale(?:rs?| (?:companies|operators|cloud companies|providers))\b|\b(?:big|large|largest|leading|major) (?:us |u\.s\. |american )?(?:cloud|technology|tech) (?:companies|groups|firms|platforms|providers)\b|\bbig tech\b/i,
  ],
  ['Semiconductors', /\b(?:semiconductor|chip) (?:industry|market|sector)\b/i],
  ['AI servers', /\b(?:top(?:-end)? |high-end )?(?:ai|artificial-intelligence) servers?\b/i],
  ['Cloud computing', /\bcloud(?:[ -]computing)? (?:market|industry|sector)\b/i],
];
