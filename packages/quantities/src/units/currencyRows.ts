/** A currency: its ISO 4217 code, whose it is (adjectives and countries), its names in the singular, its hundredth. */
export interface CurrencyRow {
  readonly code: string;
  readonly countries: readonly string[];
  /** `won*`: the word means something else too, and is money only with its country or behind a scale. */
  readonly names: readonly string[];
  readonly subunits: readonly string[];
}

/** ISO 4217, with the money that the euro replaced and a few coins that the news writes about. Code | countries | names | hundredths. */
const table = `
AED|uae,emirati,emirates,united arab emirates|dirham|
AFN|afghan,afghanistan|afghani|
ALL|albanian|lek*|qindarka
AMD|armenian|dram*|luma
ANG|netherlands antillean,antillean|guilder|
AOA|angolan|kwanza|
ARS|argentine,argentinian,argentina|peso|
AUD|australian,aussie,australia|dollar|australian cent
AWG|aruban|florin|
AZN|azerbaijani,azeri|manat|qapik
BAM|bosnian|convertible mark,marka,mark|fening
BBD|barbadian,barbados|dollar|
BDT|bangladeshi,bangladesh|taka|poisha
BGN|bulgarian|lev*,leva|stotinka,stotinki
BHD|bahraini,bahrain|dinar|
BIF|burundian,burundi|franc|
BMD|bermudian,bermudan,bermuda|dollar|
BND|brunei|dollar|
BOB|bolivian|boliviano|
BRL|brazilian,brazil|real*,reais|
BSD|bahamian,bahamas|dollar|
BTN|bhutanese|ngultrum|
BWP|botswanan,botswana|pula|thebe
BYN|belarusian,belarussian,belarus|ruble,rouble|
BZD|belizean,belize|dollar|
CAD|canadian,canada|dollar,loonie|canadian cent
CDF|congolese,congo|franc|
CHF|swiss,switzerland|franc|rappen
CLP|chilean,chile|peso|
CNY|chinese,china|yuan,renminbi,yuan renminbi,kuai|fen*
COP|colombian,colombia|peso|
CRC|costa rican|colon*,colón,colones|
CUP|cuban,cuba|peso|
CVE|cape verdean,cape verde|escudo|
CZK|czech|crown,koruna,korun,koruny|haler,haléř
DJF|djiboutian,djibouti|franc|
DKK|danish,denmark|krone,kroner,crown|
DOP|dominican|peso|
DZD|algerian,algeria|dinar|
EGP|egyptian,egypt|pound,geneh,genē|piastre,piaster
ERN|eritrean|nakfa|
ETB|ethiopian,ethiopia|birr|
EUR|european|euro|eurocent,euro cent
FJD|fijian,fiji|dollar|
FKP|falkland islands,falklands|pound|
GBP|british,uk,u.k.,english,scottish,northern irish,united kingdom|pound,pound sterling,pounds sterling,quid,sterling pound,sterling*|penny,pence,british penny
GEL|georgian|lari|tetri
GHS|ghanaian,ghana|cedi|pesewa
GIP|gibraltar|pound|
GMD|gambian|dalasi|butut
GNF|guinean,guinea|franc|
GTQ|guatemalan|quetzal,quetzales|
GYD|guyanese,guyana,guyanaese|dollar|
HKD|hong kong,hongkong|dollar|hong kong cent
HNL|honduran|lempira|
HRK|croatian|kuna|lipa
HTG|haitian|gourde|
HUF|hungarian,hungary|forint|filler*
IDR|indonesian,indonesia|rupiah|
ILS|israeli,israel,new israeli|shekel,sheqel,new shekel,new sheqel|agora*,agorot
INR|indian,india|rupee|paisa,paise
IQD|iraqi,iraq|dinar|
IRR|iranian,iran|rial|
ISK|icelandic,iceland|krona,króna,krónur,kronur,crown|
JMD|jamaican,jamaica|dollar|
JOD|jordanian,jordan|dinar|
JPY|japanese,japan|yen|sen*
KES|kenyan,kenya|shilling|
KGS|kyrgyz,kyrgyzstani,kyrgyzstan|som*|tyiyn
KHR|cambodian|riel|
KMF|comorian,comoros|franc|
KPW|north korean,north korea|won|
KRW|south korean,korean,korea,south korea|won*|jeon
KWD|kuwaiti,kuwait|dinar|
KYD|cayman,cayman islands,caymanian|dollar|
KZT|kazakhstani,kazakh,kazakhstan|tenge|tiyn
LAK|lao,laotian,laos|kip|
LBP|lebanese,lebanon|pound,lira|
LKR|sri lankan,sri lanka,ceylonese|rupee|
LRD|liberian,liberia|dollar|
LSL|lesotho,basotho|loti,maloti|sente,lisente
LYD|libyan,libya|dinar|
MAD|moroccan,morocco|dirham|
MDL|moldovan,moldova|leu,lei|
MGA|malagasy,madagascar|ariary|
MKD|macedonian,north macedonian,macedonia|denar,denari,dinar|
MMK|myanmar,burmese,burma|kyat|pya
MNT|mongolian|tugrik,tögrög,tugrug|
SVC|salvadoran|colón,colon*|
MOP|macanese,macau,macao|pataca|avo
MRU|mauritanian|ouguiya|
MUR|mauritian,mauritius|rupee|
MVR|maldivian,maldives|rufiyaa|laari
MWK|malawian,malawi|kwacha|tambala
MXN|mexican,mexico|peso|
MYR|malaysian,malaysia,malay|ringgit|malaysian sen
MZN|mozambican|metical,meticais|
NAD|namibian,namibia|dollar|
NGN|nigerian,nigeria|naira|kobo
NIO|nicaraguan|cordoba,córdoba|
NOK|norwegian,norway|krone,kroner,crown|
NPR|nepalese,nepali,nepal|rupee|
NZD|new zealand,n.z.,kiwi|dollar|
OMR|omani,oman|rial,riyal|baisa
PAB|panamanian|balboa|
PEN|peruvian|sol*,soles*,nuevo sol|
PGK|papua new guinean,papua new guinea|kina|toea
PHP|philippine,philippines,filipino|peso|sentimo
PKR|pakistani,pakistan|rupee|
PLN|polish,poland|zloty,złoty,zlotych,złotych,zlote,złote,zloties|grosz,groszy,grosze
PYG|paraguayan|guarani,guaraní,guaranies|
QAR|qatari,qatar|riyal,rial|
RON|romanian,romania|leu,lei|
RSD|serbian,serbia|dinar|
RUB|russian,russia|ruble,rouble|kopeck,kopek,copeck
RWF|rwandan,rwanda|franc|
SAR|saudi,saudi arabian,saudi arabia|riyal,rial|halala
SBD|solomon islands,solomon|dollar|
SCR|seychelles,seychellois|rupee|
SDG|sudanese,sudan|pound|
SEK|swedish,sweden|krona,kronor,crown|
SGD|singapore,singaporean|dollar|singapore cent
SHP|saint helena,st helena|pound|
SLE|sierra leonean,sierra leone|leone*|
SOS|somali,somalia|shilling|
SRD|surinamese,suriname|dollar|
SSP|south sudanese,south sudan|pound|
STN|são tomé and príncipe|dobra|
SYP|syrian,syria|pound,lira|
SZL|swazi,swaziland|lilangeni,emalangeni|
THB|thai,thailand|baht|satang
TJS|tajik,tajikistani|somoni|
TMT|turkmen,turkmenistani|manat|
TND|tunisian,tunisia|dinar|
TOP|tongan|paanga,pa'anga|seniti
TRY|turkish,turkey|lira|kurus,kuruş
TTD|trinidadian,trinidad,trinidad and tobago,trinidad & tobago|dollar|
TWD|taiwan,taiwanese,new taiwan|dollar|
TZS|tanzanian,tanzania|shilling|
UAH|ukrainian,ukraine|hryvnia,hryvnya,hrivnya,grivna|kopiyka
UGX|ugandan,uganda|shilling|
USD|us,u.s.,american,united states,u.s.a.,usa|dollar,buck,greenback,dlr|cent,us cent,u.s. cent,american cent,ct,pennies
UYU|uruguayan,uruguay|peso|
UZS|uzbek,uzbekistani,uzbekistan|som*,sum*,soum|tiyin
VES|venezuelan|bolivar,bolívar,bolivares|
VND|vietnamese,vietnam|dong*|
VUV|vanuatu|vatu|
WST|samoan|tala|sene
XAF|central african cfa,central african|franc|
XCD|east caribbean,eastern caribbean|dollar|
XOF|west african cfa,west african|franc|
XPF|cfp,pacific|franc|
YER|yemeni,yemen|rial,riyal|
ZAR|south african,south africa|rand*|
ZMW|zambian,zambia|kwacha|ngwee
ZWL|zimbabwean,zimbabwe|dollar|
ZWG|||
ATS|austrian|schilling,shilling|
BEF|belgian|franc|
CYP|cypriot|pound|
DEM|german,west german,deutsche|deutsche mark,deutschmark,deutschemark,d mark,mark*|pfennig
EEK|estonian|kroon,krooni,crown|
ESP|spanish|peseta|
FIM|finnish|markka,markkaa,mark|
FRF|french|franc|centime
GRD|greek|drachma,drachmae|
IEP|irish|pound,punt|
ITL|italian|lira,lire|
LTL|lithuanian|litas,litai|
LUF|luxembourg,luxembourgish|franc|
LVL|latvian|lats,lati|
MTL|maltese|lira|
NLG|dutch,netherlands|guilder,florin|
PTE|portuguese|escudo|
SIT|slovenian|tolar|
SKK|slovak|koruna,crown|
BTC||bitcoin|satoshi*
ETH||ethereum,ether*|
`;

export const currencyRows: readonly CurrencyRow[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', countries = '', names = '', subunits = ''] = line.split('|');
    return { code, countries: split(countries), names: split(names), subunits: split(subunits) };
  });

function split(list: string): readonly string[] {
  return list.split(',').filter(Boolean);
}
