/** Month names and their usual abbreviations, January first; matched lower case, without accents and full stops. */
const MONTHS: readonly string[] = [
  'january jan januar jaenner janner janvier janv jaen enero ene gennaio gen janeiro januari januar styczen stycznia január ιανουαριος ιανουαριου ιαν января январь янв ocak 1月',
  'february feb febr februar fevrier fevr fev febrero febbraio fevereiro februari lutego február φεβρουαριος φεβρουαριου φεβ февраля февраль фев subat 2月',
  'march mar marz maerz mrz mrt mars marzo marco maart marca marcius μαρτιος μαρτιου μαρ μαρτ марта март мар mart 3月',
  'april apr avril avr abril abr aprile kwietnia aprilis απριλιος απριλιου απρ апреля апрель апр nisan 4月',
  'may mai mayo maggio mag maio mei maj maja majus μαιος μαιου μαι μαϊ мая май mayis 5月',
  'june jun juni juin junio giugno giu junho czerwca junius ιουνιος ιουνιου ιουν июня июнь июн haziran 6月',
  'july jul juli juillet juil juill julio luglio lug julho lipca julius ιουλιος ιουλιου ιουλ июля июль июл temmuz 7月',
  'august aug aout agosto ago augustus sierpnia augusztus αυγουστος αυγουστου αυγ августа август авг agustos 8月',
  'september sep sept septembre septiembre setiembre settembre sett set setembro wrzesnia szeptember σεπτεμβριος σεπτεμβριου σεπ σεπτ сентября сентябрь сен сент eylul 9月',
  'october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika október οκτωβριος οκτωβριου οκτ октября октябрь окт ekim 10月',
  'november nov novembre noviembre novembro listopada νοεμβριος νοεμβριου νοε νοεμ ноября ноябрь ноя нояб kasim 11月',
  'december dec dezember dez decembre diciembre dicembre dic dezembro grudnia δεκεμβριος δεκεμβριου δεκ декабря декабрь дек aralik 12月',
];

/** Names of weekdays and their usual abbreviations, Sunday first. */
const WEEKDAYS: readonly string[] = [
  'sun sunday sonntag so dimanche dim domingo dom domenica zondag zo κυρ κυριακη вс воскресенье',
  'mon monday montag mo lundi lun lunes lunedi segunda segunda-feira seg maandag ma δευ δευτερα пн понедельник',
  'tue tues tuesday dienstag di mardi mar martes martedi terca terca-feira ter dinsdag τρι τριτη вт вторник',
  'wed wednesday mittwoch mi mercredi mer miercoles mie mercoledi quarta quarta-feira qua woensdag wo τετ τεταρτη ср среда',
  'thu thur thurs thursday donnerstag do jeudi jeu jueves jue giovedi gio quinta quinta-feira qui donderdag πεμ πεμπτη чт четверг',
  'fri friday freitag fr vendredi ven viernes vie venerdi sexta sexta-feira sex vrijdag vr παρ παρασκευη пт пятница',
  'sat saturday samstag sonnabend sa samedi sam sabado sab sabato zaterdag za σαβ σαββατο сб суббота',
];

/** Words that say nothing about when. */
const NOISE = 'at on um de del den le der el il em as a las alle ore om of published posted updated date kl uhr st nd rd th - – —';

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
const weekdayByWord = new Map(
  WEEKDAYS.flatMap((words, index) => words.split(' ').map((word): [string, number] => [foldWord(word), index])),
);
const ignoredWords = new Set(NOISE.split(' '));

/** 1–12 for the name of a month in one of a dozen languages, else null. */
export function monthOf(word: string): number | null {
  return monthByWord.get(foldWord(word)) ?? null;
}

/** 0 (Sunday) to 6 for the name of a weekday in one of a dozen languages, else null. */
export function weekdayOf(word: string): number | null {
  return weekdayByWord.get(foldWord(word)) ?? null;
}

export function saysNothing(word: string): boolean {
  return ignoredWords.has(foldWord(word));
}
