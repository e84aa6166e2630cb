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

/** Last words of capitalised phrases that contracts define and that name no organisation: `the Senior Secured Credit Facility`. */
export const definedThings = words(
  'Item Form Exhibit Exhibits Disclosure Facility Facilities Loan Loans Agreement Agreements Notes Offering Transaction Merger Acquisition Proposal Plan Offer Closing Shares Debentures Bonds Act Index Award Awards Conference Summit',
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
