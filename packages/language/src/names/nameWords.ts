const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Close the name of a company. In small letters, without their full stop. */
export const LEGAL_FORMS = set(
  'inc incorporated corp corporation co company ltd limited llc llp lp plc ag sa se nv bv ab asa oyj spa gmbh kk pte pty bhd',
);

/** Words behind a short name that make it the full name of the same company: `Harrow Peak Data Centers`. */
export const DESCRIPTIVE = set(
  `group holdings holding international global technologies technology systems solutions industries enterprises partners capital financial
   energy power resources petroleum oil gas motors motor automotive airlines airways air lines bank bancorp bancshares banking insurance media
   entertainment networks communications pharmaceuticals pharma therapeutics biotech biosciences medical health healthcare laboratories labs
   foods brands stores retail restaurants hotels resorts properties realty software semiconductor semiconductors electronics devices
   materials chemicals steel mining minerals metals gold data centers centres centre center services trust fund funds ventures management
   associates brothers bros sons aerospace aviation space logistics shipping engineering construction homes wind solar robotics studios pictures
   games platforms exchange securities investments interactive digital cloud ai`,
);

/** Opens a name that goes on with `of`: `Bank of England`, `Department of Energy`. */
export const BEFORE_OF = set(
  `bank university college department ministry house board institute federation republic state states kingdom court office bureau chamber
   council commission association academy museum school church society organisation organization league union national federal central
   reserve city isle gulf province district port duke prince secretary governors museums centers club`,
);

/** Between the parts of a person's name, or of a name that is not English. */
export const PARTICLES = set('de du des del della di da dos la le las los el von van der den ter ten al bin ibn y e');

/** Before a person's name and no part of it. In small letters, without their full stop. */
export const ROLES = set(
  `mr mrs ms miss dr prof professor rev president vice-president chairman chairwoman chair chief executive officer ceo cfo coo cto director
   manager minister secretary senator sen representative rep congressman congresswoman governor gov mayor judge justice chancellor treasurer
   commissioner ambassador comptroller analyst economist strategist founder co-founder spokesman spokeswoman spokesperson deputy former
   prosecutor editor reporter billionaire democrat republican speaker leader`,
);

/** Parts of a role only before the rest of it: `Vice Chairman`, but `Vice Media`; `Prime Minister`, `Attorney General`. */
export const ROLE_PAIRS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['vice', set('president chairman chairwoman chair minister premier governor')],
  ['prime', set('minister')],
  ['attorney', set('general')],
  ['director', set('general')],
  ['majority', set('leader')],
  ['minority', set('leader')],
  ['managing', set('director')],
]);

/** Written large, but names of nobody. */
export const NO_NAMES = set(
  `revenue revenues sales earnings profit profits turnover ebitda capex guidance dividend dividends buyback buybacks inflation unemployment
   another others exports imports payrolls shipments deliveries bookings backlog valuation subscribers employees customers
   ceo cfo coo cto cio ipo ipos gdp cpi ppi pmi eps ebitda ebit etf etfs reit reits ai it pc pcs tv tvs ev evs suv suvs gpu gpus cpu cpus llm llms api apis
   m&a r&d q&a q1 q2 q3 q4 h1 h2 1h 2h fy faq pdf vat roi roe p&l yoy qoq am pm est edt et pst gmt utc bst usd eur gbp jpy cny rmb hk$ ltm ttm ytd dna rna
   covid i ok okay atm atms iphones b2b b2c saas paas iot esg lng lpg hr pr vc nft nfts otc adr ads cd dvd gaap ifrs sms usb gb tb mb mw gw kw twh gwh mwh
   rs rp rm tk bn mn tn bps kg km mph jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun`,
);

/** Months and days: they say when. */
export const TIMES = set(
  `january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
   sunday christmas easter thanksgiving`,
);

/** Indices and machines whose number is part of the name. */
export const NUMBERED = set(
  `s&p ftse nikkei russell nasdaq cac csi asx stoxx topix dax kospi dow sp tsx ibex boeing airbus windows ps xbox formula opec+ fortune iphone series pixel galaxy section playstation android ios`,
);

/** Where a share is traded, before its ticker. */
export const EXCHANGES = set(
  'nasdaq nyse amex lse tsx otc otcmkts asx hkex nasdaqgs nasdaqgm nysearca tsxv aim cse sgx nse bse tse euronext',
);
