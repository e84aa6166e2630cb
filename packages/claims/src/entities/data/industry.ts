/** Industry, energy, health, consumer goods, transport. Columns as in technology.ts. */
export const industry = `
Tesla | Tesla Inc, TSLA | automotive carmaker | | Model 3, Model Y, Cybertruck
SpaceX | | private aerospace | | Starlink, Starship
Toyota | Toyota Motor | automotive carmaker | |
Volkswagen | Volkswagen Group, VW | automotive carmaker | |
Ford | Ford Motor, Ford Motor Co | automotive carmaker | |
General Motors | GM | automotive carmaker | |
Stellantis | | automotive carmaker | |
Fiat Chrysler | FCA, Fiat Chrysler Automobiles | automotive carmaker | Stellantis |
BMW | | automotive carmaker | |
Mercedes-Benz | Mercedes-Benz Group, Daimler | automotive carmaker | |
Honda | Honda Motor | automotive carmaker | |
Nissan | Nissan Motor | automotive carmaker | |
Hyundai | Hyundai Motor | automotive carmaker | |
BYD | | automotive carmaker | |
Rivian | | automotive carmaker | |
Lucid | Lucid Group | automotive carmaker | |
Nio | | automotive carmaker | |
Boeing | Boeing Co | aerospace planemaker | |
Airbus | | aerospace planemaker | |
Lockheed Martin | Lockheed | aerospace defence | |
Northrop Grumman | | aerospace defence | |
Raytheon | RTX | aerospace defence | |
BAE Systems | BAE | aerospace defence | |
Rolls-Royce | | aerospace engine | |
Blue Origin | | aerospace | |
Anduril | Anduril Industries | defence startup | |
General Electric | GE, GE Aerospace | industrial conglomerate | |
GE Vernova | | power turbine | |
Siemens | | industrial | |
Siemens Energy | | power turbine | |
Schneider Electric | | industrial power | |
Eaton | | industrial power | |
Vertiv | | industrial power | |
ABB | | industrial | |
Honeywell | | industrial conglomerate | |
3M | | industrial | |
Caterpillar | | industrial | |
Deere | John Deere, Deere & Co | industrial | |
Hitachi | | industrial conglomerate | |
Mitsubishi Electric | | industrial | |
Constellation Energy | Constellation | power utility nuclear | | Three Mile Island, Crane Clean Energy Center
Vistra | | power utility | |
Talen Energy | Talen | power utility | |
NextEra Energy | NextEra | power utility | |
Duke Energy | | power utility | |
Southern Company | | power utility | |
Dominion Energy | Dominion | power utility | |
Entergy | | power utility | |
American Electric Power | AEP | power utility | |
Exelon | | power utility | |
PG&E | Pacific Gas & Electric | power utility | |
NRG Energy | NRG | power utility | |
Calpine | | power utility | |
EDF | | power utility | |
Enel | | power utility | |
Iberdrola | | power utility | |
RWE | | power utility | |
National Grid | | power utility | |
Oklo | | power nuclear startup | |
TerraPower | | power nuclear startup | |
X-energy | | power nuclear startup | |
NuScale | NuScale Power | power nuclear | |
Kairos Power | | power nuclear startup | |
Westinghouse | Westinghouse Electric | power nuclear | |
Bloom Energy | | power | |
First Solar | | power solar | |
Exxon Mobil | ExxonMobil, Exxon | oil | |
Chevron | | oil | |
Hess | Hess Corp | oil | Chevron |
ConocoPhillips | | oil | |
Shell | Shell plc, Royal Dutch Shell | oil | |
BP | | oil | |
TotalEnergies | Total | oil | |
Saudi Aramco | Aramco | oil | |
Equinor | | oil | |
Occidental | Occidental Petroleum | oil | |
Schlumberger | SLB | oil | |
Halliburton | | oil | |
Baker Hughes | | oil | |
Kinder Morgan | | oil pipeline | |
Enbridge | | oil pipeline | |
Glencore | | miner | |
BHP | BHP Group | miner | |
Rio Tinto | | miner | |
Anglo American | | miner | |
Vale | | miner | |
Freeport-McMoRan | | miner | |
U.S. Steel | US Steel, United States Steel | steelmaker | |
Nippon Steel | | steelmaker | |
ArcelorMittal | | steelmaker | |
Pfizer | | drugmaker | |
Moderna | | drugmaker | |
Merck | Merck & Co | drugmaker | |
Johnson & Johnson | J&J | drugmaker | |
Eli Lilly | Lilly | drugmaker | |
Novo Nordisk | | drugmaker | | Ozempic, Wegovy
AstraZeneca | | drugmaker | |
GSK | GlaxoSmithKline | drugmaker | |
Novartis | | drugmaker | |
Roche | Roche Holding | drugmaker | |
Sanofi | | drugmaker | |
Bayer | | drugmaker | |
AbbVie | | drugmaker | |
Bristol Myers Squibb | Bristol-Myers Squibb, Bristol-Myers | drugmaker | |
Amgen | | drugmaker | |
Gilead | Gilead Sciences | drugmaker | |
Biogen | | drugmaker | |
BioNTech | | drugmaker | |
Regeneron | | drugmaker | |
Vertex | Vertex Pharmaceuticals | drugmaker | |
Takeda | Takeda Pharmaceutical | drugmaker | |
Celgene | | drugmaker | |
Seagen | | drugmaker | |
Actelion | | drugmaker | |
Metsera | | drugmaker startup | |
Medtronic | | medical | |
Abbott | Abbott Laboratories | medical | |
UnitedHealth | UnitedHealth Group | insurer health | |
CVS Health | CVS | retailer health | |
Aetna | | insurer health | CVS Health |
Cigna | | insurer health | |
Humana | | insurer health | |
Elevance Health | Anthem | insurer health | |
Walgreens | Walgreens Boots Alliance | retailer health | |
Walmart | Wal-Mart | retailer | |
Target | Target Corp | retailer | |
Costco | | retailer | |
Kroger | | retailer grocer | |
Albertsons | | retailer grocer | |
Home Depot | The Home Depot | retailer | |
Lowe's | Lowe's Companies | retailer | |
Best Buy | | retailer | |
Macy's | | retailer | |
Kohl's | | retailer | |
eBay | | ecommerce | |
Etsy | | ecommerce | |
Tesco | | retailer grocer | |
Carrefour | | retailer grocer | |
Ikea | IKEA | private retailer | |
Inditex | | retailer | | Zara
H&M | | retailer | |
Shein | | retailer private | |
Nike | | apparel | |
Adidas | | apparel | |
LVMH | | luxury | | Louis Vuitton
Kering | | luxury | | Gucci
Tiffany | Tiffany & Co | luxury | LVMH |
Coca-Cola | | beverage | |
PepsiCo | Pepsi | beverage | |
AB InBev | Anheuser-Busch InBev, Anheuser-Busch | beverage | |
Heineken | | beverage | |
Diageo | | beverage | |
Nestle | Nestlé | food | |
Unilever | | food | |
Procter & Gamble | P&G | consumer | |
Kraft Heinz | | food | |
Kimberly-Clark | | consumer | |
Kenvue | | consumer | |
Mondelez | Mondelez International | food | |
Kellanova | | food | |
Mars | Mars Inc | private food | |
General Mills | | food | |
Tyson Foods | | food | |
McDonald's | | restaurant | |
Starbucks | | restaurant | |
Chipotle | | restaurant | |
Yum Brands | | restaurant | |
Coty | Coty Inc | beauty | |
Estee Lauder | Estée Lauder | beauty | |
L'Oreal | L'Oréal | beauty | |
Ulta Beauty | Ulta | beauty retailer | |
Philip Morris | Philip Morris International | tobacco | |
Altria | | tobacco | |
British American Tobacco | BAT | tobacco | |
Delta Air Lines | Delta | airline | |
United Airlines | | airline | |
American Airlines | | airline | |
Southwest Airlines | Southwest | airline | |
JetBlue | | airline | |
Spirit Airlines | | airline | |
Alaska Airlines | Alaska Air Group | airline | |
Lufthansa | Deutsche Lufthansa | airline | |
Ryanair | | airline | |
British Airways | | airline | |
Emirates | | airline | |
FedEx | | logistics | |
UPS | United Parcel Service | logistics | |
DHL | | logistics | |
Maersk | | shipping | |
Union Pacific | | railway | |
Norfolk Southern | | railway | |
CSX | | railway | |
BASF | | chemicals | |
Dow Inc | Dow Chemical | chemicals | |
DuPont | | chemicals | |
Monsanto | | chemicals | Bayer |
Linde | | chemicals | |
Air Products | | chemicals | |
Hilton | | hotel | |
Marriott | Marriott International | hotel | |
WeWork | | property | |
Simon Property | | property | |
Bechtel | | engineering | |
Turner Construction | | engineering | |
NASA | | authority | |
US Army | | authority | |
`;
