import { cue } from './cue.ts';

/** What an amount of money measures, by the words around it. */
export const moneyCues = [
  // Results
  cue(
    'revenue',
    'revenue|revenues|net revenue|net sales|sales|turnover|top line|bookings|receipts',
    'Oracle reported revenue of $15.9 billion.',
  ),
  cue(
    'revenue',
    'run rate|run-rate|annualised revenue|annualized revenue|annual recurring revenue|recurring revenue|arr',
    'Its run rate reached $9 billion.',
    { cost: -1, definition: 'annual_rate' },
  ),
  cue('revenue', 'running at|running at a rate of|rate of', 'It was running at about $13 billion a year.', {
    side: 'before',
    reach: 2,
    cost: 1,
  }),
  cue(
    'revenue',
    'in annualised revenue|in annualized revenue|of annualised revenue|annual revenue run rate',
    'Anthropic has $5 billion in annualised revenue.',
    { cost: -2, definition: 'annual_rate', side: 'after' },
  ),
  cue('profit', 'profit|profits|earned|net profit|bottom line|earnings', 'Nvidia posted a profit of $31 billion.'),
  cue('profit', 'earn|earns', 'Exxon is expected to earn $9 billion this quarter.', { side: 'before', reach: 3 }),
  cue('profit', 'net income|net profit|net earnings', 'Net income was $4.2 billion.', { cost: -1, definition: 'net' }),
  cue('profit', 'operating profit|operating income|ebit', 'Operating income rose to $17.4 billion.', { cost: -1, definition: 'operating' }),
  cue('profit', 'ebitda|adjusted ebitda', 'Adjusted EBITDA came to $900 million.', { cost: -1, definition: 'ebitda' }),
  cue('profit', 'gross profit', 'Gross profit was $2 billion.', { cost: -1, definition: 'gross' }),
  cue('profit', 'free cash flow|operating cash flow|cash flow', 'Free cash flow of $3 billion beat forecasts.', {
    cost: -1,
    definition: 'cash_flow',
  }),
  cue(
    'loss',
    'loss|losses|net loss|operating loss|net losses|burned|burned through|burning|burn|burns|burn through|cash burn',
    'It made a loss of $1.3 billion.',
  ),
  cue('loss', 'lost|lose|loses|losing', 'OpenAI lost $5 billion last year.', { side: 'before', reach: 1, cost: 3 }),
  // Worth
  cue(
    'market_cap',
    'market value|market capitalisation|market capitalization|market cap|stock market value|stock-market value|market valuation|market worth',
    'Nvidia reached a market value of $5 trillion.',
    { cost: -2 },
  ),
  cue('market_cap', 'in value|of value|of its value|off its value', 'Nvidia has passed $5 trillion in value.', {
    cost: -1,
    side: 'after',
    reach: 1,
  }),
  cue(
    'market_cap',
    'most valuable company|trillion-dollar club|by market value',
    'It became the first company worth $4 trillion by market value.',
    { cost: -1 },
  ),
  cue('market_cap', 'club', 'Nvidia has joined the $3 trillion club.', { side: 'after', reach: 0, cost: -2 }),
  cue('valuation', 'valuation|valuations|valued|valuing|values|value', 'The round gives it a valuation of $183 billion.', {
    side: 'before',
  }),
  cue('valuation', 'valuation|valuations|post-money|pre-money', 'It sold shares at a $500 billion valuation.', {
    side: 'after',
    reach: 3,
    cost: -2,
  }),
  cue('valuation', 'company|start-up|startup|giant|chipmaker', 'The $15bn company was formed last year.', {
    side: 'after',
    reach: 0,
    cost: -1,
  }),
  cue('valuation', 'worth', 'The start-up is worth about $10 billion.', { side: 'before', reach: 3, cost: 1 }),
  // Raising and investing
  cue('funding_raised', 'secured|secures|securing|lands|landed|bags|bagged|closes|closed', 'The start-up secured $40 million.', {
    side: 'before',
    reach: 5,
    cost: 1.5,
  }),
  cue(
    'funding_raised',
    'been raised|was raised|were raised|primary equity|financing|fresh funds',
    'Another $483 million has been raised.',
    {
      side: 'after',
      reach: 2,
      cost: -1,
    },
  ),
  cue('funding_raised', 'capital of', 'The start-up now has capital of more than $1.6 billion.', { side: 'before', reach: 2 }),
  cue('funding_raised', 'raise|raises|raised|raising|nabbed|pulled in|drew in|fetch|fetched', 'Anthropic raised $13 billion.', {
    side: 'before',
    reach: 6,
  }),
  cue(
    'funding_raised',
    'round|funding round|financing round|fundraising round|fundraising|funding|series a|series b|series c|series d|series e|series f|seed round|equity raise|capital raise',
    'The $2 billion funding round closed.',
    { reach: 5 },
  ),
  cue(
    'funding_raised',
    'initial public offering|ipo|listing|share sale|stock sale|share offering|secondary listing|market debut|stock market debut|flotation|offering|rights issue',
    'Its $25 billion initial public offering was a record.',
    { reach: 6 },
  ),
  cue(
    'investment',
    'bailout|rescue|rescue package|lifeline|cash injection|invest|invests|invested|investing|investment|investments|inject|injected|put in|pour|pours|poured|pouring|pumped|ploughed|plowed|bet|wager',
    'Amazon will invest another $4 billion in Anthropic.',
    { reach: 7 },
  ),
  cue('investment', 'into', 'It has put $8 billion into Anthropic.', { side: 'after', reach: 0, cost: 2 }),
  cue('price', 'in cash for each|in cash per share|in cash a share', 'Its owners receive $3.50 in cash for each share.', {
    side: 'after',
    reach: 0,
    cost: -6,
  }),
  cue('investment', 'joint venture|infrastructure', 'They formed a $500 billion joint venture.', { reach: 4, cost: 3 }),
  cue(
    'capital_expenditure',
    'campus|complex|facility|expansion|plant|factory|data center|data centre|data centers|data centres|fab|gigafactory|hub|refinery|site',
    'Amazon opened an $11 billion campus in Indiana.',
    { side: 'after', reach: 4, cost: 2 },
  ),
  cue(
    'capital_expenditure',
    'dedicate|dedicates|dedicated|dedicating|allocate|allocates|allocated|allocating|devote|devotes|devoted|devoting',
    'Microsoft will dedicate $8 billion to new servers.',
    { side: 'before', reach: 3, cost: -1 },
  ),
  // Deals
  cue('deal_value', 'equity value|enterprise value', 'Brightmoor will pay an equity value of $24.5 billion for Tessaly.', {
    reach: 3,
    cost: -2,
  }),
  cue(
    'deal_value',
    'deal|deals|contract|contracts|agreement|agreements|pact|accord|transaction|tie-up|partnership|order|lease',
    'The companies signed a $38 billion deal.',
    { reach: 6, cost: 0.5 },
  ),
  cue(
    'deal_value',
    'acquire|acquires|acquired|acquiring|acquisition|acquisitions|buy|buys|bought|buying|buyout|takeover|purchase|purchased|purchases|merger|bid|offer|takeover bid|sold|sell|sale|paid|pay|paying|pays|procure|procures|procured|procuring',
    'Cisco completed its $28 billion acquisition of Splunk.',
    { reach: 12, cost: 0.5 },
  ),
  cue(
    'deal_value',
    'shelled out|shells out|shelling out|splurged|splurges|splashed out|forked out|forks out|snapped up|snaps up|scooped up|scoops up',
    'Cisco splurged $28 billion on Splunk.',
    { side: 'before', reach: 12 },
  ),
  cue('deal_value', 'ordered', 'OpenAI has ordered $10 billion of chips.', { side: 'before', reach: 2 }),
  cue('deal_value', 'offered', 'Cisco had offered $30 billion for Splunk.', { side: 'before', reach: 3, cost: 1 }),
  cue('deal_value', 'agreed on|agreed at|settled on', 'Cisco and Splunk agreed on $28 billion in September.', { side: 'before', reach: 2 }),
  cue(
    'spending_commitment',
    'commitment|commitments|committed|commit|commits|committing|obligations|pledged|pledge|pledges|promised|promises|earmarked|total commitments|commitments of|spending commitments|signed up for',
    'It has committed $10 billion to research.',
    { reach: 8, cost: -0.5 },
  ),
  // Spending
  cue(
    'capital_expenditure',
    'capital expenditure|capital expenditures|capital spending|capex|capital outlays|capital investment|capital investments',
    'Capital expenditure will be $370 billion this year.',
    { cost: -2 },
  ),
  cue('capital_expenditure', 'spend|spends|spending|spent|outlay|outlays', 'Microsoft will spend $80 billion on data centres.', {
    reach: 7,
    cost: 0.5,
  }),
  cue(
    'cost',
    'cost|costs|costing|expense|expenses|price tag|charge|charges|write-down|writedown|impairment|bill|budget',
    'The plant will cost $4 billion.',
    { reach: 6 },
  ),
  cue('cost', 'trained for|trained|developed for|built for', 'The model was trained for roughly $6 million.', { side: 'before', reach: 4 }),
  cue('cost', 'cover|covers|covered|covering|contribution|contributions|foot|footed', 'Ratepayers cover $2 billion in grid upgrades.', {
    side: 'before',
    reach: 3,
  }),
  cue('cost', 'salary|pay package|compensation', 'He gets a salary of $2 million.', { reach: 5 }),
  cue(
    'debt',
    'debt|debts|borrowing|borrowings|loan|loans|bond|bonds|notes|credit facility|credit line|borrow|borrowed|borrows|liabilities|debt financing|bond sale',
    'It has $18 billion of debt.',
    { reach: 5 },
  ),
  cue('debt', 'loan market|debt market|debt markets|bond market|bond markets', 'Uber turned to the loan market to raise $2 billion.', {
    side: 'before',
    reach: 3,
    cost: -3,
  }),
  cue(
    'debt',
    'paid back|pay back|pays back|paying back|pay down|paid down|pays down|paying down|repay|repays|repaid|repaying|redeem|redeems|redeemed|refinance|refinanced',
    'Oracle paid back $2 billion of bonds.',
    { reach: 3, cost: -3 },
  ),
  cue(
    'price',
    'a share|per share|for each share|for every share|each|apiece|a unit|per unit|a month|per month|a pop|per barrel|a barrel|a tonne|an ounce|per user',
    'The tablets go for $300 each.',
    { side: 'after', reach: 0, cost: -5 },
  ),
  cue(
    'price',
    'price|priced|prices|share price|settled at|settled around|peaked at|bottomed at|target price|closing price|closed at|closing at|closes at|ended at|finished at|traded at|opened at|trades at|trading at|sells for|sell for|priced at|retails for|retail for|list price|starts at|price target',
    'The shares closed at $61.40.',
    { side: 'before', reach: 5 },
  ),
  cue(
    'price',
    'risen as high as|rose as high as|climbed as high as|traded as high as|traded as low as|fell as low as|fallen as low as|record high of|all-time high of|52-week high of|intraday high of|regular session|trading session',
    'They had risen as high as $705.07 in September.',
    { side: 'before', reach: 3, cost: -1 },
  ),
  cue('price', 'shares|stock', 'Its shares rose to $64.20.', { side: 'before', reach: 8, cost: 2 }),
  cue('price', 'price|issue price|issuance price|apiece', 'The stock trades above its $52 issuance price.', {
    side: 'after',
    reach: 3,
    cost: -1,
  }),
  cue('price', 'goes for|go for|going for|server costs|servers cost', 'The server goes for about $200,000.', {
    side: 'before',
    reach: 2,
    cost: -3,
  }),
  cue(
    'fine',
    'fine|fined|fines|penalty|penalties|damages|settle|settled|settlement|settlements',
    'The regulator fined Meta $1.3 billion.',
    { reach: 7 },
  ),
  cue('market_size', 'market for|market will|market could|market is expected', 'The market for AI servers will be worth $400 billion.', {
    reach: 10,
    side: 'before',
    cost: -7,
  }),
  cue('market_size', 'market opportunity|addressable market|opportunity', 'It sees a $135 billion market opportunity.', {
    side: 'after',
    reach: 2,
    cost: -5,
  }),
  cue('market_size', 'industry|global market|worldwide market|market is|market was|market size', 'The global market was $400 billion.', {
    reach: 8,
    side: 'before',
    cost: -0.5,
  }),
  cue(
    'other_money',
    'in advance|upfront|up front|up-front|prepayment|prepayments|prepaid|advance payment|down payment|deposit|direct funding|federal funding|government funding|state funding|public funding|chips funding|federal money',
    'It gets $500 million in federal funding.',
    { reach: 4, cost: -4 },
  ),
  cue(
    'other_money',
    'under management|assets under management|buy back|buys back|buying back|bought back|repurchase|repurchases|repurchased|repurchasing|set aside|sets aside|fee|fees|save|saves|saved|saving|break fee|break-up fee|breakup fee|termination fee|dividend|dividends|buyback|buybacks|synergies|savings|cost savings|cost synergies|cash and equivalents|cash|backlog|remaining performance obligations|award|awards|awarded|awarding|grant|grants|subsidy|subsidies|donation|donated|tax|taxes|premium',
    'It ended the year with $57 billion of cash.',
    { reach: 4, cost: -1 },
  ),
] as const;
