import type { Cases } from './cases.ts';

/** Spellings of units and turns of phrase that fresh news brought up (see `cases.ts`). */
export const spellings: Cases = {
  'letters that may be degrees or tonnes': [
    ['It reached 41.5C in Seville.', '41.5C = 41.5 °C'],
    ['30C heat', '30C = 30 °C'],
    ['a lifting capacity of 100t', '100t = 100000000 g'],
    ['They spent 100t on it.', '100t = ?'],
    ['The weight is 20 <kg>.', '20 <kg> = 20000 g'],
  ],
  'short forms of units': [
    ['10kgs of rice', '10kgs = 10000 g'],
    ['1.5 Kg and 2 KG', '1.5 Kg = 1500 g; 2 KG = 2000 g'],
    ['300 mls of water', '300 mls = 0.0003 m³'],
    ['5 kms away', '5 kms = 5000 m'],
    ['60 sqkm', '60 sqkm = 60000000 m²'],
    ['20 sq in', '20 sq in = 0.0129032 m²'],
    ['10 ft^2 of felt', '10 ft^2 = 0.9290304 m²'],
    ['30 cft', '30 cft = 0.84950539776 m³'],
    ['2 qts', '2 qts = 2 qt'],
    ['2 tbsps of oil', '2 tbsps = 2 tbsp'],
    ['500 mcg', '500 mcg = 0.0005 g'],
    ['1,200 t of copper', '1,200 t = 1200000000 g'],
    ['12 ppts', '12 ppts = 12 pp'],
    ['0.5ppts', '0.5ppts = 0.5 pp'],
    ['512 gb', '512 gb = 512000000000 B'],
    ['16Gb memory chips', '16Gb = 16000000000 bit'],
    ['5 mega watts', '5 mega watts = 5000000 W'],
    ['2 kilo-bytes', '2 kilo-bytes = 2000 B'],
    ['2 mb/d of oil', '2 mb/d = 2000000 bbl per day'],
    ['a 40,000 dwt tanker', '40,000 dwt = 40000 dwt'],
    ['30 AU from the Sun', '30 AU = 4487936121000 m'],
    ['110 m.p.h.', '110 m.p.h. = 177.02784 km/h'],
    ['40 m/min', '40 m/min = 2.4 km/h'],
    ['5 kWh and 6 kwh', '5 kWh = 5000 Wh; 6 kwh = 6000 Wh'],
    ['It produced 2.5 W.', '2.5 W = 2.5 W'],
  ],
  'what a price is per': [
    ['A $1-a-year salary', '$1 = 1 USD per year'],
    ['a $50-a-barrel cap', '$50 = 50 USD per bbl'],
    ['a $20-per-month plan', '$20-per-month = 20 USD per month'],
    ['a 12-cent-a-share dividend', '12-cent = 0.12 USD per share'],
    ['$10,800/t for copper', '$10,800/t = 10800 USD per tonne'],
  ],
  'parts as changes': [
    ['Sales rose by a fifth to €2.1bn.', 'a fifth = 0.2; €2.1bn = 2100000000 EUR'],
    ['Profit fell by a third from last year.', 'a third = 0.333333333333333'],
    ['They cut staff by a quarter last year.', 'a quarter = 0.25'],
    ['A fifth of the staff left.', 'A fifth = 0.2'],
  ],
  'years stay years': [
    ['Between 2019 and 2024 emissions fell 12-15%.', '12-15% range 12..15 %'],
    ['From 2019 to 2024 sales doubled.', 'doubled = 2 x'],
  ],
  'people among the others': [
    ['20 people killed and 30 others injured', '20 = 20 people; 30 = 30 people'],
    ['and 30 others were injured', '30 = 30 people'],
  ],
  'points of an index': [
    ['the Dow 498 points', '498 = 498 point'],
    ['the Dow fell 498 points', '498 = 498 point'],
  ],
  'ranges as far ends': [
    ['revenue rose from 24.2 to 33-35 billion euros', '24.2 = 24200000000 EUR; 33-35 billion euros range 33000000000..35000000000 EUR'],
  ],
  'as open as its neighbour': [
    ['from 1.2m to 1.4m', '1.2m = ?; 1.4m = ?'],
    ['1.2m-1.4m', '1.2m = ?; 1.4m = ?'],
    ['400m long', '400m = 400 m'],
  ],
  'quarters of a cent': [
    ['wheat at $5.40-3/4 a bushel', '$5.40-3/4 = 5.4075 USD per bushel'],
    ['corn at $4.12-1/2', '$4.12-1/2 = 4.125 USD'],
  ],
  'degrees by a letter behind a space': [
    ['a temperature of 25 C', '25 C = 25 °C'],
    ['minus 40 C', 'minus 40 C = -40 °C'],
    ['group 25 C', '25 = 25'],
  ],
  'hundredths of a country': [
    ['25 Ukrainian kopiykas', '25 Ukrainian kopiykas = 0.25 UAH'],
    ['50 Indian paise', '50 Indian paise = 0.5 INR'],
  ],
};
