const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const phrases = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s*,\s*/));

/** Names of listed organisations that are also English words: at the start of a sentence they count only when the article writes them elsewhere too. */
export const ambiguousNames = phrases(
  `Target, Box, Switch, Ring, Orange, Fox, Shell, Total, Mars, Visa, Square, Block, Discover, Circle, Snap, Unity, Vantage, Aligned, Lambda, Dominion,
  Constellation, Citadel, Fidelity, Delta, Sprint, Charter, Accel, Benchmark, Fortune, Advent, X, EE, Confluent, Arm, Cadence, Lucid, Linde, Vale, Altria,
  Mac, Teams, Codex, Rubin, Total, Lightspeed, Sequoia, Apollo, Southwest, Eaton, Emirates, Bernstein, Bain, Prudential, Counterpoint, Stargate, TPU, Watson,
  Ultra, Firefly, Hopper, Quest, Threads, Comet, Windows, Chrome, Galaxy, Juniper, Tribune, Alden, Alaska, Hess, Humana, Gap, Sprint, Merck,
  Travelers, Progressive, Hartford, Toast, Notion, Chewy, Carnival, Lime, Sharp, Canon, Cruise, Mosaic, Lear, Pandora, Elastic, Sage, Hexagon, Ramp, Gusto, Carta, Glean, Grab, Leonardo,
  Santos, Elisa, Iliad, Vivo, Tract, Hines, Mercor, Aeon, Kingfisher, Poolside, Etched, Cursor, Tapestry, Suno, Baxter, Stryker, Corning, Trian, Dyson, Puma, Wix, Lego, Informa, Orano,
  Jana, Helion, Verint, Sierra, Pinecone, Kone, Engie, Vinci, Prada, Sega, Aon, Lindt, Aviva, Rapidus, Moncler, Humain, Novva, Ares, Hiscox, Celestica, Coherent`,
);

/** Capitalised words that name no organisation or person by themselves. */
export const notNames = words(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun January February March April May June July August September October November December
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec I AI IT CEO CFO COO CTO PPA PPAs VC SME SMEs VAT GST MAX Dreamliner Dreamliners CVR CVRs CAGR SUV SUVs KPI KPIs ROI ROE NAV AUM ARPU GPU GPUs CPU CPUs TPU TPUs IPO GDP ETF EV EVs EPS EBITDA IPOs LLM LLMs API APIs PC PCs TV ESG R&D M&A NASDAQ Q1 Q2 Q3 Q4 H1 H2 FY
  Additionally Furthermore Similarly Likewise Consequently Ultimately Notably Previously Recently Currently Finally Specifically Meantime RMB CNY HKD SGD INR JPY KRW TWD AUD CAD CHF SEK NOK DKK NZD MXN BRL ZAR AED SAR Magnificent GAAP Non-GAAP YoY QoQ ARR FCF SaaS DRAM NAND HBM SSD CAGR GW MW TWh GWh MWh kWh USD EUR GBP ET PT GMT UTC EST EDT PST BST CET AM PM Mr Mrs Ms Dr Sir Lord Chief Executive Officer President Chairman Chairwoman Chair Vice Senior Director Founder
  American British Chinese German French Japanese European Asian Indian Korean Canadian Russian Australian Dutch Swiss Italian Spanish Taiwanese Israeli Saudi African Swedish Norwegian Danish Finnish Polish Portuguese Greek Turkish Irish Scottish Welsh Brazilian Mexican Austrian Belgian Czech Hungarian Romanian Ukrainian Vietnamese Thai Malaysian Indonesian Singaporean Emirati Qatari Egyptian Nigerian Argentine Chilean Nordic Iberian Western Eastern Northern Southern
  Internet English Republican Democrat Democratic Republicans Democrats Congress Senate House Parliament Bloomberg's Christmas Thanksgiving Easter Series Class Level Phase Stage Part Chapter Figure Table
  Covid Covid-19 COVID-19 Wall Street Silicon Valley White Dow Earth NYSE ADR Read Photo Image Getty Editor Editing Reporting Advertisement Subscribe Copyright Related More Also Share Sign SaaS PaaS IaaS FinTech HealthTech MedTech InsurTech EdTech PropTech BioTech DeepTech IoT NFT NFTs CO2 DeFi B2B B2C Updated Correction Note
  The A An This That These Those It Its He She They We You Our Your His Her Their There Here What When Where Who Why How Which While If But And Or So Yet For In On At By With From To Of As After Before Since Until
  Although Though However Meanwhile Moreover Instead Still Then Now Today Yesterday Tomorrow Last Next First Second Third Both Each Every Some Many Most Several All Any No Not Nearly About Around Roughly Almost
  More Over Under Up Down Out Analysts Investors Shares Revenue Sales Profit Data Cloud Power Demand Spending Capital New Big Tech Companies Others Another Other One Two Three Four Five Six Seven Eight Nine Ten
  Under According Based Including Excluding Despite Because Once Even Only Just Such Like Let Looking Earlier Later Separately Overall Combined Together Altogether Net Gross Total Global World Worldwide National
  Energy Business Markets Market Stock Stocks Bond Bonds Dollar Exclusive Analysis Opinion Breaking Update Live Video Podcast Newsletter Executives Officials Sources People Neither Either Nor Than Per Via Amid`);

/** Words of `notNames` that a longer name may hold: `Community First Bancorporation`, `First Defiance Financial`. */
export const namesWithin = words(
  'First Second One American National British Canadian European Australian Western Eastern Northern Southern New Business Global Next',
);

/** Last words of capitalised phrases that contracts define and that name no organisation: `the Senior Secured Credit Facility`. */
export const definedThings = words(
  'Facility Facilities Loan Loans Agreement Agreements Notes Offering Transaction Merger Acquisition Proposal Plan Offer Closing Shares Debentures Bonds Act Index Award Awards Conference Summit',
);

/** Countries, states, cities: places, which are a subject only when nothing else is. */
export const places = phrases(
  `United States, US, U.S., USA, America, UK, U.K., Britain, United Kingdom, England, Scotland, Wales, Ireland, Germany, France, Spain, Italy, Portugal, Netherlands, Belgium, Luxembourg, Switzerland, Austria,
  Sweden, Norway, Denmark, Finland, Iceland, Poland, Czech Republic, Hungary, Greece, Turkey, Russia, Ukraine, China, Hong Kong, Taiwan, Japan, South Korea, North Korea, Korea, India, Pakistan, Singapore, Malaysia,
  Indonesia, Thailand, Vietnam, Philippines, Australia, New Zealand, Canada, Mexico, Brazil, Argentina, Chile, Colombia, Peru, South Africa, Nigeria, Kenya, Egypt, Morocco, Israel, Saudi Arabia, Qatar, UAE,
  United Arab Emirates, Abu Dhabi, Dubai, Kuwait, Europe, Asia, Africa, North America, South America, Latin America, Middle East, Asia-Pacific, Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut,
  Delaware, Florida, Georgia, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire,
  New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia,
  Wisconsin, Wyoming, London, Paris, Berlin, Munich, Frankfurt, Madrid, Milan, Rome, Amsterdam, Brussels, Zurich, Geneva, Dublin, Edinburgh, Stockholm, Oslo, Copenhagen, Helsinki, Vienna, Warsaw, Moscow, Beijing,
  Shanghai, Shenzhen, Tokyo, Osaka, Seoul, Taipei, Mumbai, Delhi, New Delhi, Bangalore, Sydney, Melbourne, Toronto, Vancouver, Montreal, Boston, Chicago, Seattle, Redmond, Austin, Dallas, Houston, San Francisco,
  San Jose, Los Angeles, San Diego, Denver, Phoenix, Atlanta, Miami, Philadelphia, Detroit, Portland, Memphis, Abilene, Palo Alto, Mountain View, Cupertino, Menlo Park, Santa Clara, Manhattan, New York City,
  Silicon Valley, Wall Street, White House, New Carlisle, Northern Virginia, Loudoun County, Tel Aviv, Johannesburg, Gulf, Pacific, Atlantic, Nordic, Nordics, Benelux,
  East Coast, West Coast, Midwest, New England, Bay Area, Southeast Asia, Southeast, Northeast, Southwest, Calif, Wis, Miss, Mass, Conn, Fla, Mich, Minn, Tenn, Wash, Ariz, Colo, Ala, N.J., N.Y., N.C., S.C., D.C.,
  Estonia, Latvia, Lithuania, Romania, Bulgaria, Croatia, Serbia, Slovakia, Slovenia, Cyprus, Malta, Ecuador, Bolivia, Uruguay, Bangladesh, Sri Lanka, Nepal, Kazakhstan, Jordan, Lebanon, Oman, Bahrain, Ghana, Ethiopia,
  Tanzania, Uganda, Angola, Senegal, Papua New Guinea, Mongolia, Cambodia, Myanmar, Panama, Costa Rica, Jamaica, Cuba, Puerto Rico, Barcelona, Hamburg, Cologne, Stuttgart, Lyon, Turin, Lisbon, Athens, Istanbul, Bangkok,
  Jakarta, Manila, Hanoi, Kuala Lumpur, Cairo, Lagos, Nairobi, Cape Town, Tallinn, Riga, Vilnius, Budapest, Prague, Bucharest, Manchester, Glasgow, Calgary, Ottawa, Pittsburgh, Baltimore, Nashville, Las Vegas,
  Salt Lake City, Minneapolis, Cincinnati, Indianapolis, Milwaukee`,
);

/** Ends of names that belong to an organisation, and are dropped from its canonical name when they say only its legal form. */
export const legalForms = words(
  'Inc Inc. Corp Corp. Corporation Co Co. Company Ltd Ltd. Limited LLC L.L.C. PLC plc LP L.P. AG SE SA S.A. NV N.V. GmbH AB ASA Oyj SpA S.p.A. Pty KK PBC Incorporated SAS SARL LLP BV B.V. Oy A/S ApS Srl Bhd Berhad',
);

/** Words that make a capitalised sequence an organisation. */
export const organisationWords = words(`
  Group Holdings Holding Bank Capital Partners Ventures Investments Investment Management Fund Funds Trust Energy Power Electric Gas Oil Petroleum Resources Mining Technologies Technology Tech Systems
  Software Networks Network Labs Lab Laboratories Pharmaceuticals Pharma Therapeutics Biosciences Health Healthcare Medical Insurance Financial Securities Advisors Associates Research Consulting Services Solutions
  Industries Industrial Manufacturing Motors Motor Automotive Airlines Airways Air Aviation Aerospace Railway Rail Shipping Logistics Foods Beverages Brands Stores Retail Service System Media Entertainment Studios Pictures Games Publishing
  News Times Post Journal Tribune University Institute College School Agency Authority Commission Department Ministry Council Association Foundation Semiconductor Semiconductors Microsystems Robotics Dynamics
  Data Cloud Compute Computing Digital Analytics Communications Telecom Wireless Mobile Properties Realty Estates Construction Engineering Chemicals Steel Metals Materials Equity Infrastructure Hotels Resorts
  Global International Worldwide Enterprises Ventures Works Interactive Utilities Renewables Solar Nuclear Grid Storage Internet Growth Bancorp Bancorporation Bancshares Society Union Federation Court`);

/** First names common in English-language business news; a capitalised pair that starts with one is a person. */
export const givenNames = words(`
  Aaron Adam Alan Albert Alex Alexander Alice Amanda Amy Andrea Andrew Andy Angela Ann Anna Anne Anthony Antonio Arthur Arvind Barbara Ben Benjamin Bernard Beth Bill Bob Brad Brian Bruce Carl Carlos Carol Caroline
  Catherine Charles Charlie Chris Christian Christina Christine Christopher Chuck Claire Colin Craig Cynthia Dan Daniel Dara Dario Daniela David Dave Deborah Denise Dennis Diane Diana Don Donald Doug Douglas Ed Eddie
  Edward Elaine Elizabeth Ellen Elon Emily Emma Eric Erik Erin Evan Frank Fred Gary Geoff George Gerald Gina Glenn Grace Greg Gregory Hannah Harry Heather Helen Henry Howard Ian Irene Jack Jacob James Jamie Jan Jane
  Janet Jason Jay Jean Jeff Jeffrey Jennifer Jens Jensen Jeremy Jerome Jerry Jesse Jessica Jim Joan Joe Johannes John Jon Jonathan Jose Joseph Joshua Juan Judy Julia Julie Justin Karen Karl Kate Katherine Kathleen Keith
  Kelly Ken Kenneth Kevin Kim Kristin Larry Laura Lauren Lawrence Lee Leo Leonard Linda Lisa Liz Louis Lucas Luis Lynn Marc Marcus Margaret Maria Marie Mario Marissa Mark Martin Mary Masayoshi Matt Matthew Max Maya
  Megan Melissa Michael Michelle Miguel Mike Mira Mohammed Monica Nancy Natalie Nathan Neil Nicholas Nick Nicole Nina Noah Olivia Oliver Oscar Pat Patricia Patrick Paul Paula Pedro Peter Phil Philip Philippe Rachel
  Ralph Raj Ravi Ray Rebecca Richard Rick Rita Rob Robert Robin Roger Ron Ronald Ross Roy Ruth Ryan Safra Sally Sam Samantha Samuel Sandra Sara Sarah Satya Scott Sean Sergey Sharon Shantanu Sheryl Simon Sophie Stephanie
  Stephen Steve Steven Stuart Sundar Susan Sylvia Tara Ted Teresa Terry Theresa Thomas Tim Timothy Tina Todd Tom Tony Tracy Travis Ursula Valerie Victor Victoria Vincent Virginia Walter Warren Wayne Wei Wendy Will
  William Xavier Yuki Zachary Zach Priya Anil Sanjay Sunil Deepak Rajesh Vikram Hiroshi Kenji Takeshi Akira Ingrid Lars Sven Olaf Bjorn Hans Klaus Jurgen Wolfgang Pierre Jacques Francois Luca Marco Giovanni Paolo Elena Olga Ivan
  Dmitri Fatima Ahmed Ali Omar Hassan Khalid Yusuf Amara Kwame Ngozi Chidi Lina Nadia Leila Swami Lip-Bu Liang Jack Pony Robin Brett`);

/** Words before or after a name that make it a person. */
export const personTitles = words(
  'ceo cfo coo cto chairman chairwoman chair president founder co-founder cofounder analyst analysts economist strategist director executive officer manager partner secretary minister senator representative governor billionaire investor spokesman spokeswoman spokesperson mr mrs ms dr professor head chief',
);
