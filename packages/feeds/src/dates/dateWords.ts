/** Month names and their usual abbreviations, January first; matched lower case, without accents and full stops. */
const MONTHS: readonly string[] = [
  'january jan januar jaenner janner janvier janv enero ene gennaio gen janeiro januari januar styczen stycznia január ιανουαριος ιανουαριου ιαν января январь янв ocak 1月',
  'february feb februar fevrier fevr fev febrero febbraio fevereiro februari lutego február φεβρουαριος φεβρουαριου φεβ февраля февраль фев subat 2月',
  'march mar marz maerz mars marzo marco maart marca marcius μαρτιος μαρτιου μαρ μαρτ марта март мар mart 3月',
  'april apr avril avr abril abr aprile kwietnia aprilis απριλιος απριλιου απρ апреля апрель апр nisan 4月',
  'may mai mayo maggio mag maio mei maj maja majus μαιος μαιου μαι μαϊ мая май mayis 5月',
  'june jun juni juin junio giugno giu junho czerwca junius ιουνιος ιουνιου ιουν июня июнь июн haziran 6月',
  'july jul juli juillet juil julio luglio lug julho lipca julius ιουλιος ιουλιου ιουλ июля июль июл temmuz 7月',
  'august aug aout agosto ago augustus sierpnia augusztus αυγουστος αυγουστου αυγ августа август авг agustos 8月',
  'september sep sept septembre septiembre settembre set setembro wrzesnia szeptember σεπτεμβριος σεπτεμβριου σεπ σεπτ сентября сентябрь сен сент eylul 9月',
  'october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika október οκτωβριος οκτωβριου οκτ октября октябрь окт ekim 10月',
  'november nov novembre noviembre novembro listopada νοεμβριος νοεμβριου νοε νοεμ ноября ноябрь ноя нояб kasim 11月',
  'december dec dezember dez decembre diciembre dicembre dic dezembro grudnia δεκεμβριος δεκεμβριου δεκ декабря декабрь дек aralik 12月',
];

const WEEKDAYS =
  'mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday ' +
  'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so ' +
  'lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim ' +
  'lunes martes miercoles jueves viernes sabado domingo mie jue vie sab dom lunedi martedi mercoledi giovedi venerdi sabato domenica gio ' +
  'segunda terca quarta quinta sexta seg ter qua qui sex maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ' +
  'κυρ δευ τρι τετ πεμ παρ σαβ κυριακη δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο пн вт ср чт пт сб вс';

/** Words that say nothing about when. */
const NOISE = 'at on um de del den le der of published posted updated date kl uhr st nd rd th';

/** Offsets in minutes of the zone names that feeds write; names with several meanings have the American one, as RFC 5322 §4.3. */
export const ZONES: ReadonlyMap<string, number> = new Map(Object.entries({
  z: 0, ut: 0, utc: 0, gmt: 0, 'etc/gmt': 0, 'etc/utc': 0, wet: 0, zulu: 0, west: 60, bst: 60, ist: 330, cet: 60, met: 60, mez: 60, cest: 120, mest: 120, mesz: 120, eet: 120, eest: 180, msk: 180, msd: 240,
  ast: -240, adt: -180, est: -300, edt: -240, et: -300, cst: -360, cdt: -300, ct: -360, mst: -420, mdt: -360, mt: -420, pst: -480, pdt: -420, pt: -480, akst: -540, akdt: -480, hst: -600, nst: -210, ndt: -150,
  brt: -180, art: -180, sgt: 480, hkt: 480, jst: 540, kst: 540, aest: 600, aedt: 660, acst: 570, awst: 480, nzst: 720, nzdt: 780, sast: 120, gst: 240, pkt: 300, wib: 420,
})); // biome-ignore format: a table

export const AFTERNOON: ReadonlySet<string> = new Set(['pm', 'p.m', 'p.m.', '오후', '下午', '午後']);
export const MORNING: ReadonlySet<string> = new Set(['am', 'a.m', 'a.m.', '오전', '上午', '午前']);

/** A word as the tables know it: lower case, accents and full stop gone. */
function foldWord(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\.$/, '');
}

const monthByWord = new Map(
  MONTHS.flatMap((words, index) => words.split(' ').map((word): [string, number] => [foldWord(word), index + 1])),
);
const ignoredWords = new Set(`${WEEKDAYS} ${NOISE}`.split(' '));

/** 1–12 for the name of a month in one of a dozen languages, else null. */
export function monthOf(word: string): number | null {
  return monthByWord.get(foldWord(word)) ?? null;
}

export function saysNothing(word: string): boolean {
  return ignoredWords.has(foldWord(word));
}
