/** Whole blocks that publishers put between the paragraphs of a text; each pattern must match the block from its start. */
const FILLER: readonly RegExp[] = [
  /^(?:[Aa]uthor|[Aa]utor|[Aa]utorin|[Aa]uteur|[Ww]ritten by|[Rr]edaktion)s?\s*:?\s+(?:\p{Lu}[\p{L}.'’-]*(?:,| and| und| et|)\s*){1,8}$/u,
  /^[^.!?]{0,40}\s[·|•]\s(?:\d{1,2}\.? \p{L}{3,10}\.? \d{4}|\p{L}{3,10}\.? \d{1,2}, \d{4}|\d{1,2}\.\d{1,2}\.\d{4})[^.!?]{0,30}$/u,
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |\p{L}{2,10}[.,] )?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.? \p{L}{3,10}\.? \d{4}|\p{L}{3,10}\.? \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2})[\s\d:.,|–-]*(?:[ap]\.?m\.?|uhr|h|[A-Z]{2,4}|at|um)?[\s\d:.,|–-]*(?:[ap]\.?m\.?|uhr|h|[A-Z]{2,4})?$/iu,
  /^(advertisement|anzeige|werbung|publicit[ée]|publicidad|реклама|sponsored( content)?|continue reading( the main story)?|story continues( below)?|article continues.*|scroll to continue.*)\W*$/i,
  /^(read|see|watch|listen)( more| also| next| now)?\s*[:|»>→-]/i,
  /^(related|more on this|more from|also read|don['’]t miss|recommended|trending|most read|see also|related (stories|articles|news|posts|topics?|content|coverage|links|reading))\b.{0,80}$/i,
  /^(lesen sie (auch|mehr|dazu)|mehr zum thema|auch interessant|das könnte sie (auch )?interessieren|à lire aussi|lire aussi|voir aussi|sur le même sujet|leggi anche|lee también|te puede interesar|relacionad[oa]s?|leia (também|mais)|czytaj też|zobacz (też|także)|читайте также|lees ook|læs også|les også|läs mer|läs också)\b.{0,160}$/i,
  /^(sign up|subscribe|log ?in|register|join|follow|share|tweet|print|email|e-mail|comments?|copy link|download|save|bookmark|facebook|twitter|whatsapp|linkedin|pinterest|instagram|teilen|drucken|merken|partager|compartir|condividi)\b[^.!?]{0,60}$/i,
  /^(©|\(c\)|copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés)/i,
  /^(click here|tap here|download our|get our|get the latest|sign up (for|to)|subscribe (to|now|for)|follow us on|join our|listen to this article|this article (is|was) (for|available)|you have \d+ free|already a subscriber|to continue reading|enable javascript|your browser|please enable|we use cookies|by (clicking|signing|continuing))/i,
  /^(photo|foto|image|bild|picture|credit|getty images|afp via getty)\s*[:/©].{0,120}$/i,
  /^\d+\s*(min(ute)?s?( read)?|comments?|shares?|views?|kommentare?)\W*$/i,
  /^(tags?|topics?|categories|filed under|posted in|schlagw[oö]rter|themen|mots-clés|stichwörter)\s*:.{0,200}$/i,
  /^(last )?(updated|published|posted|modified|aktualisiert|veröffentlicht|publié|mis à jour|stand)\s*(on|at|am|le|il|el)?\s*:?.{0,60}\d{4}.{0,30}$/i,
];

/** From such a heading on, what follows is no part of the text. */
const END: readonly RegExp[] = [
  /^(related (stories|articles|news|posts|content|coverage|links|reading)|more (stories|news|articles|from .{2,40})|read (next|more)|recommended( for you)?|you may also like|you might also like|most (read|popular)|latest (news|stories)|trending( now)?|comments?|leave a (reply|comment)|about the authors?|share this( article| story| post)?|sign up for .*|newsletters?|up next|what to read next)\W*$/i,
  /^(mehr zum thema|das könnte (sie|dich) auch interessieren|weitere (artikel|nachrichten|meldungen|themen)|auch interessant|kommentare?|ähnliche (artikel|beiträge)|lesen sie auch|meistgelesen|passend zum thema|(schreibe|hinterlasse) einen kommentar|verwandte (artikel|themen|beiträge)|sur le même (sujet|thème)|articles? (liés|similaires)|à lire (aussi|également)|vos réactions|commentaires|noticias relacionadas|artículos relacionados|articoli correlati|leggi anche|te puede interesar|читайте также|lees ook|reacties|kommentarer|czytaj (też|także|również)|zobacz (też|także)|komentarze)\W*:?\W*$/i,
];

export function isFiller(text: string): boolean {
  return text.length < 400 && FILLER.some((pattern) => pattern.test(text));
}

export function endsArticle(text: string): boolean {
  return text.length < 80 && END.some((pattern) => pattern.test(text));
}
