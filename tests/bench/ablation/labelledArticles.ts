import type { DealRole, DealType, Measure } from '@newsledger/events';

/** A figure that a careful reader takes out of an article: amounts as written, fully scaled; null is an open end. */
type Figure = readonly [quote: string, low: number | null, high: number | null, unit: string, subject: string, measure: Measure];

/** A deal with its parties and what it is worth; null where nothing is said of that. */
interface Deal {
  readonly type: DealType;
  readonly parties: readonly (readonly [role: DealRole, name: string])[];
  readonly value: number | null;
}

/** One article of the sample newsroom, its title left out, read by hand. Quotes stand in the order of the text. */
export interface LabelledArticle {
  readonly outlet: string;
  readonly slug: string;
  readonly figures: readonly Figure[];
  readonly deals: readonly Deal[];
}

export const labelledArticles: readonly LabelledArticle[] = [
  {
    outlet: 'harbour-post',
    slug: 'brightmoor-tessaly-agreed',
    figures: [
      ['$24.5 billion', 24.5e9, 24.5e9, 'USD', 'Brightmoor Systems', 'deal_value'],
      ['$27.1 billion', 27.1e9, 27.1e9, 'USD', 'Brightmoor Systems', 'deal_value'],
      ['$48.75', 48.75, 48.75, 'USD/share', 'Brightmoor Systems', 'price'],
      ['31 per cent', 31, 31, '%', 'Brightmoor Systems', 'other_percent'],
      ['2,300', 2300, 2300, 'employee', 'Tessaly Networks', 'employees'],
      ['9,200', 9200, 9200, 'employee', 'Tessaly Networks', 'employees'],
      ['400', 400, 400, 'employee', 'Brightmoor Systems', 'employees'],
      ['$650 million', 650e6, 650e6, 'USD', 'Brightmoor Systems', 'other_money'],
      ['41,000', 41000, 41000, 'employee', 'Brightmoor Systems', 'employees'],
      ['$21 billion to $23 billion', 21e9, 23e9, 'USD', 'Brightmoor Systems', 'deal_value'],
      ['$25 billion', 25e9, 25e9, 'USD', 'Ravensholt Group', 'deal_value'],
      ['$14 billion', 14e9, 14e9, 'USD', 'Brightmoor Systems', 'other_money'],
      ['$11.5 billion', 11.5e9, 11.5e9, 'USD', 'Brightmoor Systems', 'debt'],
      ['$980 million', 980e6, 980e6, 'USD', 'Brightmoor Systems', 'other_money'],
      ['4.6 per cent', 4.6, 4.6, '%', 'Tessaly Networks', 'other_percent'],
    ],
    deals: [
      {
        type: 'acquisition',
        parties: [
          ['acquirer', 'Brightmoor Systems'],
          ['target', 'Tessaly Networks'],
        ],
        value: 24.5e9,
      },
      {
        type: 'acquisition',
        parties: [
          ['acquirer', 'Ravensholt Group'],
          ['target', 'Tessaly Networks'],
        ],
        value: 25e9,
      },
    ],
  },
  {
    outlet: 'byteside',
    slug: 'lumenforge-series-c',
    figures: [
      ['$340 million', 340e6, 340e6, 'USD', 'Lumenforge', 'funding_raised'],
      ['$2.1 billion', 2.1e9, 2.1e9, 'USD', 'Lumenforge', 'valuation'],
      ['$120 million', 120e6, 120e6, 'USD', 'Quarrystone Capital', 'investment'],
      ['$515 million', 515e6, 515e6, 'USD', 'Lumenforge', 'funding_raised'],
      ['$800 million', 800e6, 800e6, 'USD', 'Lumenforge', 'valuation'],
      ['4', 4, 4, 'customer', 'Lumenforge', 'customers'],
      ['31', 31, 31, 'customer', 'Lumenforge', 'customers'],
      ['$86 million', 86e6, 86e6, 'USD', 'Lumenforge', 'revenue'],
      ['$19 million', 19e6, 19e6, 'USD', 'Lumenforge', 'revenue'],
      ['$240 million', 240e6, 240e6, 'USD', 'Lumenforge', 'revenue'],
      ['$133 million', 133e6, 133e6, 'USD', 'Lumenforge', 'loss'],
      ['160,000', 160000, 160000, 'chip', 'Lumenforge', 'accelerators'],
      ['$74 million', 74e6, 74e6, 'USD', 'Lumenforge', 'cost'],
      ['180', 180, 180, 'employee', 'Lumenforge', 'employees'],
      ['520', 520, 520, 'employee', 'Lumenforge', 'employees'],
      ['$45 million', 45e6, 45e6, 'USD', 'Lumenforge', 'cost'],
      ['$90 billion', 90e9, 90e9, 'USD', 'Chips', 'market_size'],
      ['$200 million', 200e6, 200e6, 'USD', 'Quarrystone Capital', 'investment'],
    ],
    deals: [
      {
        type: 'funding_round',
        parties: [
          ['investee', 'Lumenforge'],
          ['investor', 'Quarrystone Capital'],
        ],
        value: 340e6,
      },
    ],
  },
  {
    outlet: 'byteside',
    slug: 'openai-aws-noon',
    figures: [
      ['$38bn', 38e9, 38e9, 'USD', 'OpenAI', 'deal_value'],
      ['seven years', 7, 7, 'year', 'OpenAI', 'deal_term'],
      ['$38bn', 38e9, 38e9, 'USD', 'OpenAI', 'deal_value'],
      ['$5.4bn', 5.4e9, 5.4e9, 'USD', 'OpenAI', 'spending_commitment'],
      ['hundreds of thousands', 100000, 1000000, 'chip', 'OpenAI', 'accelerators'],
      ['500,000', 500000, null, 'chip', 'OpenAI', 'accelerators'],
      ['tens of millions', 1e7, 1e8, 'CPU', 'OpenAI', 'other_count'],
      ['24,000', 24000, 24000, 'chip', 'Palisade Compute', 'accelerators'],
      ['4%', 4, 4, '%', 'Amazon', 'share_price_change'],
      ['$620 million', 620e6, 620e6, 'USD', 'Palisade Compute', 'capital_expenditure'],
    ],
    deals: [
      {
        type: 'supply_contract',
        parties: [
          ['customer', 'OpenAI'],
          ['supplier', 'Amazon Web Services'],
        ],
        value: 38e9,
      },
    ],
  },
  {
    outlet: 'byteside',
    slug: 'ai-server-price',
    figures: [
      ['8', 8, null, 'chip', 'AI servers', 'accelerators'],
      ['$200,000', 200000, 200000, 'USD', 'AI servers', 'price'],
      ['$9,000', 9000, 9000, 'USD', 'Ordinary servers', 'price'],
      ['1,200', 1200, 1200, 'server', 'Palisade Compute', 'other_count'],
      ['72%', 72, 72, '%', 'GPUs', 'other_percent'],
      ['11%', 11, 11, '%', 'Memory', 'other_percent'],
      ['8%', 8, 8, '%', 'Network cards', 'other_percent'],
      ['$19.40', 19.4, 19.4, 'USD', 'Data hall', 'price'],
      ['26%', 26, 26, '%', 'Data hall', 'growth'],
      ['10 kilowatts', 10000, 10000, 'W', 'AI servers', 'power_capacity'],
      ['7.1 cents', 0.071, 0.071, 'USD', 'Palisade Compute', 'price'],
      ['15 years', 15, 15, 'year', 'Palisade Compute', 'deal_term'],
      ['450 megawatts', 450e6, 450e6, 'W', 'Palisade Compute', 'power_capacity'],
      ['$340 million', 340e6, 340e6, 'USD', 'Lumenforge', 'funding_raised'],
      ['$2.1 billion', 2.1e9, 2.1e9, 'USD', 'Lumenforge', 'valuation'],
      ['$11,500', 11500, 11500, 'USD', 'Lumenforge', 'price'],
      ['300 watts', 300, 300, 'W', 'Lumenforge', 'power_capacity'],
      ['$410 million', 410e6, 410e6, 'USD', 'Palisade Compute', 'deal_value'],
      ['24,000', 24000, 24000, 'chip', 'Palisade Compute', 'accelerators'],
      ['33%', 33, 33, '%', 'Data centres', 'growth'],
      ['18%', -18, -18, '%', 'Accelerators', 'growth'],
    ],
    deals: [
      {
        type: 'supply_contract',
        parties: [
          ['customer', 'Palisade Compute'],
          ['supplier', 'Northfen Energy'],
        ],
        value: null,
      },
      { type: 'funding_round', parties: [['investee', 'Lumenforge']], value: 340e6 },
      {
        type: 'supply_contract',
        parties: [
          ['customer', 'Palisade Compute'],
          ['supplier', 'Lumenforge'],
        ],
        value: 410e6,
      },
    ],
  },
  {
    outlet: 'harbour-post',
    slug: 'nvidia-worth-five-trillion',
    figures: [
      ['$5 trillion', 5e12, 5e12, 'USD', 'Nvidia', 'market_cap'],
      ['$1 trillion', 1e12, null, 'USD', 'Nvidia', 'market_cap'],
      ['54 percent', 54, 54, '%', 'Fund managers', 'other_percent'],
      ['9 percent', 9, 9, '%', 'Fund managers', 'other_percent'],
      ['40,000', 40000, 40000, 'chip', 'Lumenforge', 'accelerators'],
      ['$6.9 billion', 6.9e9, 6.9e9, 'USD', 'Fennimore Semiconductor', 'revenue'],
      ['$6.4 billion', 6.4e9, 6.4e9, 'USD', 'Fennimore Semiconductor', 'revenue'],
      ['$31,000', 31000, 31000, 'USD', 'Palisade Compute', 'price'],
      ['$2.60', 2.6, 2.6, 'USD', 'Palisade Compute', 'price'],
    ],
    deals: [],
  },
  {
    outlet: 'cloudline',
    slug: 'amazon-anthropic-additional-investment',
    figures: [
      ['$4 billion', 4e9, 4e9, 'USD', 'Amazon', 'investment'],
      ['$8 billion', 8e9, 8e9, 'USD', 'Amazon', 'investment'],
      ['2.1 million', 2.1e6, 2.1e6, 'policy', 'Aldermark Mutual', 'other_count'],
      ['35%', -35, -35, '%', 'Aldermark Mutual', 'growth'],
    ],
    deals: [
      {
        type: 'investment',
        parties: [
          ['investor', 'Amazon'],
          ['investee', 'Anthropic'],
        ],
        value: 4e9,
      },
    ],
  },
  {
    outlet: 'grid-capital',
    slug: 'power-demand-2030',
    figures: [
      ['165%', 165, 165, '%', 'Data centres', 'growth'],
      ['92 GW', 92e9, 92e9, 'W', 'Data centres', 'power_capacity'],
      ['50%', 50, 50, '%', 'Data centres', 'growth'],
      ['54%', 54, 54, '%', 'Cloud services', 'other_percent'],
      ['32%', 32, 32, '%', 'Business software', 'other_percent'],
      ['14%', 14, 14, '%', 'Artificial intelligence', 'other_percent'],
      ['27%', 27, 27, '%', 'Artificial intelligence', 'other_percent'],
      ['23%', 23, 23, '%', 'Business software', 'other_percent'],
      ['60%', 60, 60, '%', 'Data centres', 'other_percent'],
      ['30', 30, 30, 'turbine', 'Copperline Power', 'other_count'],
      ['$780 million', 780e6, 780e6, 'USD', 'Copperline Power', 'deal_value'],
      ['$1.6 billion', 1.6e9, 1.6e9, 'USD', 'Larkfield Batteries', 'debt'],
      ['1.2 GWh', 1.2e9, 1.2e9, 'Wh', 'Northfen Energy', 'energy'],
      ['$310 million', 310e6, 310e6, 'USD', 'Northfen Energy', 'deal_value'],
      ['$700 billion', 700e9, 700e9, 'USD', 'Data centres', 'investment'],
      ['36%', 36, 36, '%', 'Data centres', 'growth'],
    ],
    deals: [
      {
        type: 'supply_contract',
        parties: [
          ['customer', 'Copperline Power'],
          ['supplier', 'Stonebeck Industries'],
        ],
        value: 780e6,
      },
      {
        type: 'supply_contract',
        parties: [
          ['customer', 'Northfen Energy'],
          ['supplier', 'Larkfield Batteries'],
        ],
        value: 310e6,
      },
    ],
  },
];
