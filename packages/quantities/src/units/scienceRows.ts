import type { UnitRow } from './unitRow.ts';

/**
 * Units of science, kitchens and old trades, one a line: symbol | base | factor | other symbols | names | SI prefixes.
 * Words that more often mean something else (bar, league, chain, mole, gray) are read by their symbol only.
 */
const table = `
Å|m|0.0000000001|Å|angstrom,ångström|
µm|m|0.000001||micron|
furlong|m|201.168||furlong|
fathom|m|1.8288||fathom|
AU|m|149597870700|AU|astronomical unit|
pc|pc|||parsec|k M G
dam|m|10||decameter,decametre,dekameter,dekametre|
acre-foot|m³|1233.48183754752||acre foot,acre feet|
hm³|m³|1000000|hm³ hm3|cubic hectometer,cubic hectometre|
hm²|m²|10000|hm² hm2|square hectometer,square hectometre|
dunam|m²|1000||dunam|
tcf|m³|28316846592|Tcf tcf|trillion cubic feet|
TEU|TEU||TEU TEUs|twenty foot equivalent unit|
BOE|BOE||boe BOE|barrel of oil equivalent|
boepd|BOE||boepd boe/d||
kboepd|BOE|1000|kboepd kboe/d kboed||
MMboe|BOE|1000000|MMboe mmboe||
bcf|m³|28316846.592|Bcf bcf BCF|billion cubic feet|
dL|m³|0.0001|dl dL||
gill|gill|||gill|
hogshead|hogshead|||hogshead|
cord|cord|||cord of wood,cords of wood|
cwt|cwt||cwt|hundredweight|
q|g|100000||quintal|
Da|Da||Da|dalton|k M
N·s|N·s|||newton second|
dyn|N|0.00001|dyn|dyne|
kgf|N|9.80665|kgf kp|kilogram force,kilopond|
lbf|N|4.4482216152605|lbf|pound force|
bar|Pa|100000|bar||
mbar|Pa|100|mbar|millibar|
inHg|inHg||inHg|inch of mercury,inches of mercury|
mmHg|mmHg||mmHg|millimeter of mercury,millimetre of mercury,millimeters of mercury,millimetres of mercury|
atm|Pa|101325|atm|atmosphere of pressure,atmospheres of pressure|
Torr|Torr||Torr torr||
psf|psf||psf|pound per square foot,pounds per square foot|
psi|psi|||pound per square inch,pounds per square inch|
eV|eV||eV|electronvolt,electron volt|µ m k M G T P
erg|J|0.0000001|erg|erg|
ft·lb|J|1.3558179483314004||foot pound force|
therm|BTU|100000||therm|
quad|BTU|1000000000000000||quad of energy|
toe|toe||toe|tonne of oil equivalent,ton of oil equivalent|k M
TNT|TNT|||ton of tnt,tonne of tnt|k M
VA|VA||VA|volt ampere,volt amp|m k M G
var|var|||var|k M G
Ω|Ω||Ω Ω|ohm|µ m k M G T
F|F|||farad|f p n µ m
H|H|||henry,henries|p n µ m
C|C|||coulomb|p n µ m k
T|T|||tesla unit|n µ m
G|G|||gauss|k
Wb|Wb||Wb|weber|µ m
S|S|||siemens unit|n µ m k
lm|lm||lm|lumen|m k M
lx|lx||lx|lux|m k
cd|cd||cd|candela|m k M
nit|nit||nits||
mol|mol||mol|mol|f p n µ m k M
kat|kat||kat|katal|n µ m
Bq|Bq||Bq|becquerel|m k M G T P
Ci|Ci||Ci|curie unit|p n µ m k M
Gy|Gy||Gy||µ m c k
Sv|Sv||Sv|sievert|n µ m
R|R|||roentgen|
baud|baud|||baud|
nibble|nibble|||nibble|
PiB|B|1125899906842624|PiB|pebibyte|
bit|bit||kbit Mbit Gbit Tbit||
kb/s|bit||kb/s|kilobit per second|
MB/s|B/s|1000000|MB/s MBps|megabyte per second|
GB/s|B/s|1000000000|GB/s GBps|gigabyte per second|
TB/s|B/s|1000000000000|TB/s TBps|terabyte per second|
IOPS|IOPS||IOPS||
fps|fps||fps FPS|frame per second|
bpm|bpm||bpm BPM|beat per minute|
°R|°R||°R|degree rankine,rankine|
′|degree|1/60||arcminute,arc minute,minute of arc,minutes of arc|
″|degree|1/3600||arcsecond,arc second,second of arc,seconds of arc|
grad|degree|0.9||gradian,gon|
ppm|ppm||ppm|part per million,parts per million|
ppb|ppb||ppb|part per billion,parts per billion|
ppt|ppt|||part per trillion,parts per trillion|
dBm|dBm||dBm||
dBA|dBA||dBA dB(A)||
Mach|Mach|||mach|
m/s²|m/s²||m/s² m/s2 m/s^2|meter per second squared,metre per second squared,meter per square second,metre per square second|
km/s|km/h|3600|km/s|kilometer per second,kilometre per second|
ft/s|km/h|1.09728|ft/s fps²|foot per second,feet per second|
km/min|km/h|60|km/min|kilometer per minute,kilometre per minute|
cm/s|km/h|0.036|cm/s|centimeter per second,centimetre per second|
in/s|km/h|0.09144|in/s|inch per second,inches per second|
mi/s|km/h|5793.6384|mi/s|mile per second|
ft/min|km/h|0.018288|ft/min|foot per minute,feet per minute|
m³/s|m³/s||m³/s m3/s m^3/s cumec cumecs|cubic meter per second,cubic metre per second|
ft³/s|m³/s|0.028316846592|ft³/s ft3/s cfs|cubic foot per second,cubic feet per second|
cfm|cfm||cfm CFM|cubic foot per minute,cubic feet per minute|
gpm|gpm||gpm GPM|gallon per minute|
L/s|L/s||L/s l/s|liter per second,litre per second|
L/100 km|L/100 km||L/100km l/100km|liter per 100 kilometers,litre per 100 kilometres,liters per 100 kilometers,litres per 100 kilometres|
kg/m³|kg/m³||kg/m³ kg/m3 kg/m^3|kilogram per cubic meter,kilogram per cubic metre|
g/cm³|g/cm³||g/cm³ g/cm3 g/cc|gram per cubic centimeter,gram per cubic centimetre|
g/km|g/km||g/km|gram per kilometer,gram per kilometre|
mg/dL|mg/dL||mg/dL mg/dl||
µg/m³|µg/m³||µg/m³ µg/m3 ug/m3||
mmol/L|mmol/L||mmol/L mmol/l||
W/m²|W/m²||W/m² W/m2 W/m^2|watt per square meter,watt per square metre|
J/m²|J/m²||J/m² J/m2 J/m^2|joule per square meter,joule per square metre|
kW/h|kW/h||kW/h||
B/s|B/s|||byte per second|
`;

export const scienceRows: readonly UnitRow[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [symbol = '', base = '', factor = '', symbols = '', names = '', prefixes = ''] = line.split('|');
    return { symbol, base, factor: factor === '' ? '1' : factor, symbols, names: names.replaceAll(',', '|'), prefixes };
  })
  .filter(({ symbols, names }) => symbols !== '' || names !== '');
