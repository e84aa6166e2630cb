import { cue } from './cue.ts';

const UP =
  'rise|rises|rose|risen|rising|gain|gains|gained|gaining|climb|climbs|climbed|climbing|jump|jumps|jumped|jumping|surge|surges|surged|surging|soar|soared|soaring|up|higher|advance|advanced|added|rally|rallied|increase|increased|increases|increasing|grow|grows|grew|grown|growing|growth|expand|expanded|rebounded|ticked|leap|leapt|leaps|accelerated|boost|pop|popped|ripped|spiked|bounced|rocketed|skyrocket|skyrocketed|skyrocketing|double|climbs';
const DOWN =
  'fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|decline|declines|declined|declining|down|lower|lost|slid|slide|slides|slip|slips|slipped|slump|slumped|plunge|plunges|plunged|plunging|tumble|tumbled|tumbles|sank|sink|shed|decrease|decreased|shrank|shrink|contracted|off|dipped|crashed|tanked|cratered|cut|reduced|reduction';

/** What a percentage measures. Moves of shares are told from growth by their subject. */
export const percentCues = [
  cue(
    'stake',
    'stake|stakes|holding|ownership|owns|own|owned|owning|interest|shareholding|equity|holds|held|hold|ownership position|of the company|controls',
    'Microsoft holds a stake of about 27 percent in OpenAI.',
    { reach: 6, cost: -1 },
  ),
  cue('market_share', 'market share|share of the market', 'AWS has a market share of 30 percent.', { reach: 10, cost: -9 }),
  cue('market_share', 'of the market|of that market|of all|share', 'Google Cloud has 13 percent of the market.', { reach: 3 }),
  cue('margin', 'margin|margins|gross margin|operating margin|profit margin', 'Its operating margin was 38 percent.', {
    reach: 6,
    cost: -1,
  }),
  cue(
    'other_percent',
    'premium|discount|tax rate|interest rate|yield|coupon|unemployment|probability|chance',
    'The offer is a premium of 31 percent.',
    { reach: 4, cost: -2 },
  ),
  cue('growth', 'more|less|fewer|higher|lower', 'It spent 44 percent more than in 2024.', { side: 'after', reach: 0, cost: -2 }),
  cue('growth', UP, 'Revenue rose 12 percent.', { reach: 6 }),
  cue('growth', DOWN, 'Sales fell 4 percent.', { reach: 6 }),
] as const;

/** Words that show which way a percentage moved. */
export const upWords: ReadonlySet<string> = new Set(UP.split('|'));
export const downWords: ReadonlySet<string> = new Set([...DOWN.split('|'), 'less', 'fewer']);

/** What is counted, by the noun. `unit` is the one spelling that figures are filed under. */
export const countNouns: readonly {
  readonly measure: 'accelerators' | 'employees' | 'users' | 'customers' | 'sites' | 'units_sold';
  readonly unit: string | null;
  readonly nouns: string;
  /** A sentence whose first quantity counts one of them. */
  readonly example: string;
}[] = [
  {
    measure: 'accelerators',
    unit: 'chip',
    nouns: 'gpu chip accelerator processor tpu semiconductor graphics-processor ai-chip h100 h200 h800 gb200 gb300 b200',
    example: 'It bought 500,000 GPUs.',
  },
  {
    measure: 'employees',
    unit: 'employee',
    nouns: 'employee worker job staff staffer position role engineer redundancy layoff headcount person-job',
    example: 'It employs 9,000 workers.',
  },
  {
    measure: 'users',
    unit: 'user',
    nouns: 'user subscriber member account viewer listener visitor player download',
    example: 'It has 800 million users.',
  },
  { measure: 'customers', unit: 'customer', nouns: 'customer client buyer business-customer', example: 'It has 300,000 customers.' },
  { measure: 'customers', unit: 'home', nouns: 'home household', example: 'It powers 4 million homes.' },
  {
    measure: 'sites',
    unit: null,
    nouns:
      'data-center data-centre datacenter datacentre site store plant factory campus office branch hotel restaurant location warehouse facility building newspaper publication news-organization news-organisation outlet station region mine',
    example: 'It runs 26 data centres.',
  },
  {
    measure: 'units_sold',
    unit: null,
    nouns: 'vehicle car truck aircraft jet plane iphone smartphone handset pc console device unit',
    example: 'It sold 240 million smartphones.',
  },
];

export const durationCues = [
  cue(
    'deal_term',
    'deal|deals|contract|contracts|agreement|agreements|pact|lease|leases|partnership|commitment|term|power purchase agreement|arrangement|accord|alliance|order',
    'They signed a seven-year agreement.',
    { reach: 4 },
  ),
] as const;
