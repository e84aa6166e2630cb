import { decodeText } from '../text/decodeText.ts';
import { foldSpace } from '../text/foldSpace.ts';

const MAX_NAME_LENGTH = 120;
const MAX_BYLINE_LENGTH = 1000;

/** Words that introduce an author: `By`, `Von`, `Text:`, `Ein Kommentar von`. */
const LEAD_INS = [
  'by', 'von', 'par', 'por', 'di', 'da', 'van', 'door', 'av', 'af', 'przez', 'автор', 'текст', 'text(?: und fotos?)?', 'texte', 'texto', 'testo', 'words', 'autore?', 'autor(?:in|en|a)?', 'auteur', 'authors?',
  '(?:written|words|reporting|reported|posted|published|story|analysis|opinion|report|review|interview|article|submitted|created) by', '(?:geschrieben|verfasst|veröffentlicht|gespeichert|erstellt|eingestellt|eingetragen) von', '(?:publié|écrit|propos recueillis) par', '(?:escrito|publicado) por', 'scritto da',
  '(?:eine? )?(?:kommentar|artikel|beitrag|gastbeitrag|gastkommentar|interview|bericht|analyse|essay|kolumne|reportage|rezension|kritik|porträt|pressemitteilung|meldung) von',
]; // biome-ignore format: a table
const LEAD_IN = new RegExp(`^\\s*(?:(?:${LEAD_INS.join('|')})(?:\\s*[:–-]\\s*|\\s+)|(?:redaktion|interview)\\s*:\\s*|[-–—·|]\\s+)+`, 'iu');
/** A whole line that says nothing but who wrote it. */
const PERSON = "\\p{Lu}[\\p{L}.'’-]*(?: (?:(?:von|van|de|der|den|di|da|del|la|le|bin|al|ten) ){0,2}\\p{Lu}[\\p{L}.'’-]*){1,3}";
const LINE = new RegExp(`^(?:${PERSON})(?:(?:, | and | und | et | y | e | og | och | & )(?:${PERSON})){0,4}$`, 'u');
/** What stands behind a name: a place, a paper, a time, what the person is. */
const TAIL =
  /\s*(?:[|·•–—(]|\s-\s|@\w|\bis an?\b|\bist\b|\b(?:for|in|aus|für|from|at|mit)\b(?= \p{Lu})|\b(?:updated|published|posted|veröffentlicht|last modified)\b|(?:^|[\s,])(?:(?:am|on|le|el|den) )?\d{1,2}[.:/ ]|(?:,\s*)?(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2},? \d{4})|\bsagt:|\bsays:).*$/iu;
/** Between two names. A conjunction of one letter counts only before a capital. */
const BETWEEN =
  /\s*(?:;|\||\/|\n|\b(?:und|and|et|och|og|oraz)\b|\s(?:&|и)\s|\s(?:y|i|e|en)\s(?=\p{Lu})|,\s*(?=\p{Lu}[^,]*\s)|,\s*(?=(?:and|und|et)\s))\s*/u;
/** What a person does, standing where a name should. */
const ROLE =
  /(?:^|\s|-)(?:editor|reporter|correspondent|columnist|writer|journalist|producer|contributor|redakteur(?:in)?|reporter(?:in)?|korrespondent(?:in)?|chefredakteur(?:in)?|autor(?:in)?|journaliste?|rédacteur|rédactrice|redactor(?:a)?|periodista|journalistin|analyst|presenter|fotograf(?:in)?|photographer)(?:\s(?:at|of|in|for)\b.*)?$/i;
/** Accounts of content systems, and words that stand where a name should. */
const NOBODY =
  /^(?:admin(?:istrator)?|wp-?admin|wordpress-?admin|root|user|unknown|null|undefined|authors?|autore?n?|anonymous|none|n\/a|webmaster|test|default|posted(?: on| by)?|by|von|about(?: the author)?|read more|mehr|more|follow|share|comments?|(?:view )?all (?:posts|articles).*|\d.*)$/i;
/** A desk, which no one asks for when the persons are named. */
const DESK =
  /^(?:(?:the )?(?:online-?|news-?|web-?)?(?:redaktion|redacción|redazione|rédaction|la rédaction|redakcja|redactie|staff|editors?|team|newsroom|desk|news desk|staff (?:writers?|reporters?)|editorial (?:staff|team|board)))$/i;

/** Who a byline names, each once, without lead-ins, places, roles and times. Desks and papers count when no person is named. */
export function authorNames(bylines: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of bylines.flatMap(namesIn)) {
    const key = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    if (!seen.has(key)) seen.set(key, name);
  }
  const names = [...seen.values()];
  const persons = names.filter((name) => !DESK.test(name));
  return persons.length > 0 ? persons : names;
}

/** Whether a text begins with words that introduce an author. */
export function hasLeadIn(text: string): boolean {
  return LEAD_IN.test(text);
}

/** Whether a line is a byline though no markup says so: a lead-in, then full names and nothing else. */
export function isByline(line: string): boolean {
  return LEAD_IN.test(line) && LINE.test(line.replace(LEAD_IN, '').replace(TAIL, '').trim());
}

function namesIn(byline: string): string[] {
  if (isAddress(byline)) return [];
  const text = foldSpace(decodeText(byline.slice(0, MAX_BYLINE_LENGTH))).replace(LEAD_IN, '');
  // "Lastname, Firstname" is one person; "A B, C D and E F" are three.
  return text.split(BETWEEN).flatMap((part) => {
    const name = foldSpace(part)
      .replace(LEAD_IN, '')
      .replace(TAIL, '')
      .replace(/[\s,;:|–-]+$/, '')
      .replace(/^[\s,;:|–-]+/, '');
    return isName(name) ? [name] : [];
  });
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > MAX_NAME_LENGTH || !/\p{L}/u.test(name)) return false;
  if (isAddress(name) || /@\w|[<>{}]/.test(name)) return false;
  return !NOBODY.test(name) && (!ROLE.test(name) || DESK.test(name));
}

function isAddress(text: string): boolean {
  return /https?:|www\.|^\/\//i.test(text);
}
