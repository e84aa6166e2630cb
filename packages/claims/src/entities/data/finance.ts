/** Banks, investors, exchanges, indexes, researchers and publishers. Columns as in technology.ts. */
export const finance = `
JPMorgan | JPMorgan Chase, JPMorgan Chase & Co, J.P. Morgan, JP Morgan | bank analyst | |
Goldman Sachs | Goldman Sachs Group, The Goldman Sachs Group, Goldman Sachs Research, Goldman | bank analyst | |
Morgan Stanley | | bank analyst | |
Bank of America | BofA, Bank of America Securities | bank analyst | |
Citigroup | Citi | bank analyst | |
Wells Fargo | | bank analyst | |
Barclays | | bank analyst | |
HSBC | HSBC Holdings | bank analyst | |
UBS | UBS Group | bank analyst | |
Credit Suisse | | bank analyst | UBS |
Deutsche Bank | | bank analyst | |
BNP Paribas | | bank | |
Societe Generale | Société Générale | bank | |
Santander | Banco Santander | bank | |
UniCredit | | bank | |
Commerzbank | | bank | |
ING | ING Groep | bank | |
Lloyds | Lloyds Banking Group | bank | |
NatWest | | bank | |
Standard Chartered | | bank | |
Royal Bank of Canada | RBC | bank | |
Toronto-Dominion Bank | TD Bank | bank | |
Mizuho | | bank analyst | |
Nomura | | bank analyst | |
Macquarie | Macquarie Group, Macquarie Asset Management | bank investor | |
Jefferies | | bank analyst | |
Evercore | Evercore ISI | bank analyst | |
Bernstein | | analyst | |
Wedbush | Wedbush Securities | analyst | |
Piper Sandler | | analyst | |
Needham | | analyst | |
Cowen | TD Cowen | analyst | |
Stifel | | analyst | |
Raymond James | | analyst | |
Lazard | | bank | |
Silicon Valley Bank | SVB | bank | |
First Republic | First Republic Bank | bank | |
PNC | PNC Financial | bank | |
Capital One | | bank | |
Discover | Discover Financial, Discover Financial Services | fintech | Capital One |
American Express | Amex | fintech | |
Visa | Visa Inc | fintech | |
Mastercard | | fintech | |
PayPal | PayPal Holdings | fintech | |
Square | | fintech | Block |
Block | Block Inc | fintech | |
Stripe | | fintech startup | |
Klarna | | fintech startup | |
Revolut | | fintech startup | |
Plaid | | fintech startup | |
Robinhood | Robinhood Markets | fintech | |
Coinbase | Coinbase Global | fintech crypto | |
Binance | | crypto | |
Circle | Circle Internet | crypto fintech | |
FTX | | crypto | |
BlackRock | | investor | |
Blackstone | Blackstone Group, Blackstone Inc | investor | |
KKR | KKR & Co | investor | |
Apollo | Apollo Global Management, Apollo Global | investor | |
Carlyle | Carlyle Group | investor | |
TPG | TPG Capital, TPG Sixth Street Partners | investor | |
Brookfield | Brookfield Asset Management | investor | |
Silver Lake | | investor | |
Thoma Bravo | | investor | |
Vista Equity | Vista Equity Partners | investor | |
Advent International | Advent | investor | |
Bain Capital | | investor | |
CVC | CVC Capital Partners | investor | |
EQT | | investor | |
Warburg Pincus | | investor | |
General Atlantic | | investor | |
Sequoia Capital | Sequoia | investor | |
Andreessen Horowitz | a16z | investor | |
Thrive Capital | | investor | |
Khosla Ventures | | investor | |
Lightspeed Venture Partners | Lightspeed | investor | |
Accel | | investor | |
Benchmark | | investor | |
Founders Fund | | investor | |
Tiger Global | Tiger Global Management | investor | |
Coatue | Coatue Management | investor | |
Dragoneer | | investor | |
ICONIQ | Iconiq Capital | investor | |
Insight Partners | | investor | |
Fidelity | Fidelity Investments | investor | |
Vanguard | | investor | |
State Street | | investor | |
Berkshire Hathaway | Berkshire | investor conglomerate | |
Elliott | Elliott Management, Elliott Investment Management | investor | |
Pershing Square | | investor | |
Icahn Enterprises | | investor | |
GIC | | investor | |
Temasek | Temasek Holdings | investor | |
Mubadala | Mubadala Investment | investor | |
Qatar Investment Authority | QIA | investor | |
Public Investment Fund | PIF | investor | |
Norges Bank | | investor bank | |
Alden Global Capital | Alden Capital, Alden | investor | |
Sixth Street | | investor | |
Citadel | | investor | |
Bridgewater | Bridgewater Associates | investor | |
Munich Re | | insurer | |
Allianz | | insurer | |
AXA | | insurer | |
AIG | American International Group | insurer | |
MetLife | | insurer | |
Prudential | Prudential Financial | insurer | |
AIA | AIA Group | insurer | |
Aviva | | insurer | |
Swiss Re | | insurer | |
London Stock Exchange Group | LSEG, London Stock Exchange | exchange | |
OPEC | Organization of the Petroleum Exporting Countries, Organisation of the Petroleum Exporting Countries, Organization of Petroleum Exporting Countries, OPEC+ | authority | |
Brent crude | Brent, Brent crude futures, Brent futures, Brent oil | commodity | |
West Texas Intermediate | WTI, WTI crude, West Texas Intermediate crude, US crude, U.S. crude | commodity | |
Henry Hub | Henry Hub natural gas | commodity | |
Bitcoin | | commodity | |
Nasdaq | Nasdaq Composite, Nasdaq Composite Index, the Nasdaq | index | |
S&P 500 | S&P 500 index | index | |
Dow Jones Industrial Average | the Dow, Dow Jones | index | |
FTSE 100 | | index | |
Nikkei 225 | Nikkei | index | |
DAX | | index | |
Hang Seng | Hang Seng Index | index | |
Philadelphia Semiconductor Index | Philadelphia semiconductor index, PHLX Semiconductor Index | index | |
Russell 2000 | | index | |
Hong Kong Exchange | Hong Kong Stock Exchange, Hong Kong Exchanges and Clearing | exchange | |
New York Stock Exchange | NYSE | exchange | |
Federal Reserve | the Fed | authority | |
European Central Bank | ECB | authority | |
Bank of England | | authority | |
European Commission | | authority | |
European Union | EU | authority | |
Securities and Exchange Commission | SEC | authority | |
Federal Trade Commission | FTC | authority | |
Department of Justice | DOJ, Justice Department | authority | |
Competition and Markets Authority | CMA | authority | |
Department of Energy | Energy Department | authority | |
Pentagon | Department of Defense, Defense Department | authority | |
International Monetary Fund | IMF | researcher authority | |
World Bank | | researcher authority | |
International Energy Agency | IEA | researcher authority | |
OECD | | researcher authority | |
McKinsey | McKinsey & Company, McKinsey & Co | researcher consultancy | |
Boston Consulting Group | BCG | researcher consultancy | |
Bain & Company | Bain | researcher consultancy | |
Deloitte | | researcher consultancy | |
PwC | PricewaterhouseCoopers | researcher consultancy | |
KPMG | | researcher consultancy | |
Gartner | | researcher | |
IDC | International Data Corporation | researcher | |
Forrester | | researcher | |
Omdia | | researcher | |
TrendForce | | researcher | |
Dell'Oro | Dell'Oro Group | researcher | |
Synergy Research | Synergy Research Group | researcher | |
Counterpoint Research | Counterpoint | researcher | |
Canalys | | researcher | |
PitchBook | | researcher | |
CB Insights | | researcher | |
Crunchbase | | researcher | |
BloombergNEF | BNEF | researcher | |
Wood Mackenzie | | researcher | |
Rystad Energy | | researcher | |
S&P Global | | researcher | |
Moody's | Moody's Ratings | researcher | |
Fitch | Fitch Ratings | researcher | |
FactSet | | researcher | |
Refinitiv | | researcher | |
Zacks | Zacks Investment Research | researcher | |
Epoch AI | | researcher | |
Uptime Institute | | researcher | |
Lawrence Berkeley National Laboratory | | researcher | |
CBRE | | researcher property | |
JLL | Jones Lang LaSalle | researcher property | |
Reuters | Thomson Reuters | publisher | |
Bloomberg | Bloomberg News | publisher | |
The Wall Street Journal | Wall Street Journal, WSJ | publisher | |
Financial Times | FT | publisher | |
The New York Times | New York Times | publisher | |
The Washington Post | Washington Post | publisher | |
CNBC | | publisher | |
CNN | | publisher | |
BBC | | publisher | |
Associated Press | AP | publisher | |
The Information | | publisher | |
The Guardian | | publisher | |
The Economist | | publisher | |
TechCrunch | | publisher | |
The Verge | | publisher | |
Axios | | publisher | |
Forbes | | publisher | |
Fortune | | publisher | |
Business Insider | | publisher | |
Barron's | | publisher | |
MarketWatch | | publisher | |
Nikkei Asia | | publisher | |
Los Angeles Times | LA Times | publisher | |
GeekWire | | publisher | |
SemiAnalysis | | researcher | |
`;
