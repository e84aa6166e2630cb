import type { DealRole, DealType } from '@newsledger/events';
import { looseFinancing } from './looseFinancing.ts';

/** Words that tell of a deal even where nobody, or nothing with a name, is told with them: `they invest in original content`. */
export interface LooseTrigger {
  readonly type: DealType;
  readonly words: string;
  /** What must stand right behind the word; two words with a blank between are looked at. */
  readonly next?: RegExp;
  /** Words around (four on each side) that show another sense: `customer acquisition`, `investment bank`. `_` stands for the word itself. */
  readonly unless?: RegExp;
  /** Words around without which the word tells of no deal. */
  readonly when?: RegExp;
  readonly agent: DealRole;
  /** Role of the possessor in `Nest's financing`, where it is another than the agent's. */
  readonly owner?: DealRole;
  readonly other: DealRole;
  /** What stands behind another preposition: `funding for a plant`. */
  readonly further?: { readonly prepositions: RegExp; readonly role: DealRole };
  /** Prepositions before the other party; null when it is the object of the verb. */
  readonly prepositions: RegExp | null;
  /** What the other party's words must hold for the telling to count; an organisation always counts. */
  readonly kind?: RegExp;
  /** Without what the telling is none. */
  readonly needs?: 'agent' | 'other' | 'money';
  readonly example: string;
}

/** What one can take over, told without a name. */
const BUSINESS =
  /\b(?:compan(?:y|ies)|firms?|business(?:es)?|makers?|start-?ups?|units?|assets|operations|subsidiar(?:y|ies)|divisions?|arms?|chains?|retailers?|grocers?|studios?|networks|platforms?|brands?|rivals?|competitors?|banks?|lenders?|insurers?|developers?|producers?|manufacturers?|providers?|publishers?|broadcasters?|airlines?|carriers?|utilit(?:y|ies)|mines?|fields?|refiner(?:y|ies)|pipelines?|hospitals?|newspapers?|stakes?|majority|interests?|holdings?|portfolio|bakery|half|rest|remainder|biotech)\b/;

export const looseTriggers: readonly LooseTrigger[] = [
  {
    type: 'acquisition',
    words: 'acquire acquires acquired acquiring buy buys bought buying purchase purchases purchased purchasing',
    unless:
      /\b(?:you|consumers?|shoppers?|customers|users|people|tickets?|house|homes?|car|stocks?|calls?|puts) (?:\S+ ){0,2}_|_ (?:\S+ ){0,3}(?:shares|stocks?|bonds|calls|options|tickets|cars?|homes?|houses?|phones?|products?|goods|rights|time|notes|it)\b/,
    agent: 'acquirer',
    other: 'target',
    prepositions: null,
    kind: BUSINESS,
    needs: 'other',
    example: 'The group bought the assets of a small biotech.',
  },
  {
    type: 'acquisition',
    words: 'acquired bought purchased swallowed absorbed',
    next: /^by /,
    agent: 'target',
    other: 'acquirer',
    prepositions: /^by$/,
    needs: 'other',
    example: 'The photo service acquired by Facebook has grown.',
  },
  {
    type: 'acquisition',
    words: 'acquire acquires acquired acquiring buy buys bought buying purchased',
    next: /^(?:it|them|him|her) /,
    when: /_ \S+ (?:\S+ ){0,3}for\b/,
    agent: 'acquirer',
    other: 'target',
    prepositions: null,
    needs: 'money',
    example: 'The rival bought it in August for a reported $680 million.',
  },
  {
    type: 'acquisition',
    words: 'control',
    when: /\b(?:gain\w*|tak(?:e|es|en|ing)|took|w[io]n|winning|seiz\w*|assum\w*) (?:\S+ ){0,3}_ of\b/,
    agent: 'acquirer',
    other: 'target',
    prepositions: /^of$/,
    needs: 'agent',
    example: 'Disney will take full control of the theme park.',
  },
  {
    type: 'acquisition',
    words: 'acquisition takeover buyout merger buy-out',
    unless:
      /\b(?:customer|customers|talent|content|data|user|users|subscriber|player|land|new-customer|language|vaccine) _|mergers and _|_ (?:costs?|channels?|rights|fees|goals?|investigations?|reviews?|rules)\b/,
    agent: 'acquirer',
    other: 'target',
    prepositions: /^(?:of|with|between|for)$/,
    example: 'Its biggest acquisition pleased investors.',
  },
  {
    type: 'acquisition',
    words: 'acquisitions takeovers buyouts mergers',
    unless: /\b(?:mergers and|customer|content|talent|user) _|_ and acquisitions\b/,
    agent: 'acquirer',
    other: 'target',
    prepositions: /^(?:of|with|between|for)$/,
    needs: 'agent',
    example: 'The company has completed several acquisitions.',
  },
  {
    type: 'acquisition',
    words: 'sale',
    when: /\b(?:outright|possible|potential|mull\w*|weigh\w*|consider\w*|explor\w*|review\w*) (?:\w+ ){0,2}_/,
    unless: /\b(?:share|stock|bond|debt|asset) _|_ of\b/,
    agent: 'target',
    other: 'acquirer',
    prepositions: /^to$/,
    needs: 'agent',
    example: 'The carmaker is considering an outright sale.',
  },
  {
    type: 'acquisition',
    words: 'merge merges merged merging',
    agent: 'partner',
    other: 'partner',
    prepositions: /^(?:with|into)$/,
    example: 'It merged with a rival.',
  },
  {
    type: 'acquisition',
    words: 'sale',
    unless:
      /\b(?:for|on|share|stock|bond|debt|retail|ticket|land|home|house|store|comparable|same-store|fire|holiday|clearance|garage) _|_ (?:price|prices|items?|season)\b/,
    agent: 'target',
    other: 'target',
    prepositions: /^of$/,
    kind: BUSINESS,
    needs: 'other',
    example: 'The miner announced the sale of a stake in its biggest mine.',
  },
  {
    type: 'investment',
    words: 'invest invests invested investing bankroll bankrolls bankrolled bankrolling betting',
    unless: /_ (?:for the|public|club|tips?|strategy|style)\b/,
    agent: 'investor',
    other: 'investee',
    prepositions: /^(?:in|into|on|at)$/,
    example: 'Carmakers are investing in electric vehicles.',
  },
  {
    type: 'investment',
    words: 'investment investments',
    unless:
      /_ (?:banks?|bankers?|banking|research|risks?|theor(?:y|ies)|advi[cs]e|advis[eo]rs?|grade|managers?|management|firms?|thes[ie]s|implications?|strateg(?:y|ies)|lists?|group|house|trusts?|vehicles?|case|horizon|returns?|income|expertise|analysts?|professionals?|newsletter|ideas?|objectives?|gains?|opinion|community|world|style|committee|fund|funds|officer|rating|year|tax|contractors?)\b|\b(?:return on|as an|an attractive|good|great|your|my) (?:\w+ )?_/,
    agent: 'investor',
    other: 'investee',
    prepositions: /^(?:in|into|on|for)$/,
    example: 'Its investments in robots go on.',
  },
  {
    type: 'investment',
    words: 'stake',
    unless: /\bat _|_ (?:out|holders?)\b|\b(?:sale of|sell|sells|sold|selling|owns?|owned|holds) (?:\S+ ){0,3}_/,
    agent: 'investor',
    other: 'investee',
    prepositions: /^in$/,
    needs: 'other',
    example: 'The fund has a stake in the conglomerate.',
  },
  {
    type: 'investment',
    words: 'spend spends spending',
    unless: /\b(?:content|capital|consumer|government|marketing|advertising|this|holiday) _/,
    agent: 'investor',
    other: 'investee',
    prepositions: /^(?:on|to)$/,
    needs: 'money',
    example: 'It is spending $4.5 billion on electric cars.',
  },
  {
    type: 'investment',
    words: 'buys bought purchased accumulated accumulating amassed amassing snapped',
    when: /_ (?:\S+ ){0,5}(?:shares|stock)\b/,
    unless: /_ back\b|\b(?:you|investors?|shareholders?) (?:\S+ )?_/,
    agent: 'investor',
    other: 'investee',
    prepositions: /^(?:of|in)$/,
    needs: 'agent',
    example: 'The hedge fund bought shares of Disney.',
  },
  {
    type: 'investment',
    words: 'position holding bet',
    next: /^(?:in|on) /,
    agent: 'investor',
    other: 'investee',
    prepositions: /^(?:in|on)$/,
    needs: 'money',
    example: 'The fund has initiated a $250 million position in Disney.',
  },
  {
    type: 'investment',
    words: 'own owns owned holds',
    when: /_ (?:\S+ ){0,4}(?:stake|interest|shares|of the outstanding)\b/,
    agent: 'investor',
    other: 'investee',
    prepositions: /^(?:in|of)$/,
    needs: 'other',
    example: 'The family owns a 30 % interest in the brewer.',
  },
  {
    type: 'investment',
    words: 'grant grants donation donations donated granted',
    agent: 'investor',
    other: 'investee',
    prepositions: /^(?:to|for)$/,
    needs: 'money',
    example: 'The foundation made a $2 million grant to the museum.',
  },
  {
    type: 'investment',
    words: 'funded bankrolled financed sponsored',
    next: /^by /,
    agent: 'investee',
    other: 'investor',
    prepositions: /^by$/,
    needs: 'other',
    example: 'The studies were funded by a drugmaker.',
  },
  {
    type: 'partnership',
    words:
      'deal deals agreement agreements contract contracts partnership partnerships collaboration collaborations partnering partnered lease leases leasing license licence licensing alliance alliances settlement settlements teaming negotiations',
    agent: 'partner',
    other: 'partner',
    prepositions: /^(?:with|between|from)$/,
    example: 'The bank is partnering with dealerships.',
  },
  ...looseFinancing,
];
