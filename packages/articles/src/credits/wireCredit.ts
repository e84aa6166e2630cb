import { agencyName, isKnownAgency } from './agencies.ts';

const NAME = "\\p{Lu}[\\p{L}\\p{N}.&'’-]*(?:[ ](?:\\p{Lu}[\\p{L}\\p{N}.&'’-]*|of|and|de|the)){0,5}";
const AGENCY = `${NAME}|dpa(?:-AFX)?`;
/** A dateline may name places, states and a day before the agency. */
const PLACE = "\\p{Lu}[\\p{L}.'’ /-]{1,40}(?:,[ ]?[\\p{L}\\p{N}.'’ ]{1,30}){0,3}";

/** At the head of a text: `LONDON (Reuters) –`, `(AP) —`, `SEATTLE, Nov. 3, 2025 /PRNewswire/`, `Berlin (dpa) -`. */
const HEAD: readonly RegExp[] = [
  new RegExp(`^(?:${PLACE},?[ ]*)?[(](${AGENCY})[)][ ]*(?:[-–—:]|--)`, 'u'),
  new RegExp(
    `^(?:${PLACE},?[ ]*)?(?:[-–—]{1,2}[ ]*)?[(]?/?(PR ?Newswire(?:-\\w+)?|Business Wire|BUSINESS WIRE|GLOBE ?NEWSWIRE|GlobeNewswire|ACCESSWIRE|ACCESS Newswire)[/)]`,
    'u',
  ),
  new RegExp(`^(${AGENCY})[ ]*[–—][ ]*(?=\\p{Lu})`, 'u'),
];
/** One of these stands in every such head. */
const HEAD_SIGN = /[()/–—]/;
/** In a line of its own, at either end. */
const LINE: readonly RegExp[] = [
  new RegExp(`^(?:[Ss]ource|SOURCE|Quelle|Fuente|Fonte)\\s*:?\\s+(?:[Tt]he )?(${AGENCY})\\.?$`, 'u'),
  new RegExp(
    `^(?:[Tt]his|[Tt]he) (?:article|story|report|piece)(?: was| is)?(?: first| originally)? (?:published|appeared|provided|distributed|produced)(?: first| originally)? (?:by|in|on|at) (?:[Tt]he )?(${AGENCY})(?=[.,;]|$| on | under | with | and is )`,
    'u',
  ),
  new RegExp(`^(?:[Ff]irst|[Oo]riginally) published (?:by|in|on|at) (?:[Tt]he )?(${AGENCY})(?=[.,;]|$)`, 'u'),
  new RegExp(
    `^[(\\[]?(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Rr]eport|[Ww]ords|[Tt]ext|[Ss]tory) (?:by|from) (?:[Tt]he )?(${AGENCY})(?=[.,;)\\]]|$)`,
    'u',
  ),
  new RegExp(
    `^[(\\[]?(?:[Ww]ith (?:material|reporting|files|inputs?|information|reports?) (?:from|by)|[Vv]ia|[Cc]ourtesy of) (?:[Tt]he )?(${AGENCY})(?=[.,;)\\]]|$)`,
    'u',
  ),
  new RegExp(`^[—–-]+\\s*(${AGENCY})$`, 'u'),
  new RegExp(`^[(](${AGENCY})[)]$`, 'u'),
  new RegExp(`^(?:[Bb]y )?(?:[Tt]he )?(${AGENCY})$`, 'u'),
];
/** Words that make an unknown name an agency's: "Reporting by Jane Doe" names a person. */
const AGENCY_WORD =
  /\b(wires?|news|newswire|newsfeed|agency|press|presse|agence|service|syndicate|media|network|times|post|journal|herald|tribune)\b|wire$/i;
/** Share tickers stand in brackets too. */
const EXCHANGE = /^(NYSE|NASDAQ|Nasdaq|LSE|TSX|AMEX|OTC|FTSE|ASX|HKEX)\b/;
const LINES_AT_EACH_END = 4;

/** The agency or publication whose text this is, by its usual name; null when the text credits nobody. */
export function wireCreditOf(blocks: readonly string[], byline: readonly string[]): string | null {
  for (const text of blocks.slice(0, 3).filter((block) => HEAD_SIGN.test(block))) {
    for (const [index, pattern] of HEAD.entries()) {
      const name = pattern.exec(text)?.[1];
      if (name !== undefined && !EXCHANGE.test(name) && (index < 2 || isKnownAgency(name))) return agencyName(name);
    }
  }
  const ends =
    blocks.length <= 2 * LINES_AT_EACH_END ? blocks : [...blocks.slice(0, LINES_AT_EACH_END), ...blocks.slice(-LINES_AT_EACH_END)];
  for (const text of ends) {
    for (const [index, pattern] of LINE.entries()) {
      const name = pattern.exec(text)?.[1]?.replace(/\.$/, '');
      const bare = index === LINE.length - 1;
      if (name !== undefined && (isKnownAgency(name) || (!bare && AGENCY_WORD.test(name)))) return agencyName(name);
    }
  }
  const agency = byline.find((name) => isKnownAgency(name) || /\b(newswire|news agency|wire)\b|wire$/i.test(name));
  return agency === undefined ? null : agencyName(agency);
}
