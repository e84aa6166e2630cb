const MAX_LENGTH = 600;

const NOTES: readonly RegExp[] = [
  /^[*\W]*(correction|clarification|corrections?(?: and clarifications?)|corrected|editor['’]?s[’']? note|berichtigung|korrektur|rectificatif|correctif|corrección|fe de errat(?:as|a)|rettifica|errata)(?:\s*\([^)]*\)|,? [\p{L}]+\.? \d{1,2},? \d{4})?\s*[:—–-]/iu,
  /^[*\W]*(?:an earlier|a previous|the original|this) (?:version|story|article|report|headline|post)\b.{0,120}\b(?:correct(?:ed|s|ion)|incorrectly|misstated|misidentified|wrongly|erroneously|mistakenly|misspelled|inaccurately|in error)\b/iu,
  /^[*\W]*(?:this (?:article|story|report|post) (?:has been|was) (?:corrected|amended|updated to correct))\b/iu,
  /^[*\W]*in einer früheren (?:version|fassung)\b/iu,
];
/** An editor's note is a correction only when it says so. */
const CORRECTS =
  /correct|incorrect|amend|error|wrong|mis(stat|ident|spel|quot)|inaccura|berichtig|korrig|korrekt|falsch|früher|rectif|erron|correc|corregi|errat|rettif|clarif/i;

/** The publisher's own note that this text corrects an earlier one; null when there is none. */
export function correctionNoteOf(blocks: readonly string[]): string | null {
  const note = blocks.find((text) => NOTES.some((pattern) => pattern.test(text)) && CORRECTS.test(text));
  return note === undefined ? null : note.slice(0, MAX_LENGTH);
}
