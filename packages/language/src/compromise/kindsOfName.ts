import { lexicalTag } from './lexicalTag.ts';
import { compromise } from './model.ts';
import { remembered } from './remembered.ts';

/** What a name may be the name of, as far as the name alone tells; several may hold, or none. */
export interface NameKinds {
  readonly person: boolean;
  readonly place: boolean;
  readonly organisation: boolean;
  /** `French`, `Germans`. */
  readonly demonym: boolean;
  /** Several of a kind, or people of one trade: `Analysts`, `Chipmakers`. */
  readonly plural: boolean;
  /** What somebody is: `Chancellor`, `Analyst`. */
  readonly role: boolean;
  /** A weekday, a month, a holiday. */
  readonly date: boolean;
}

/** One text has some fifteen names, and the news of a week a few ten thousand. */
const MAX_NAMES = 20_000;

/**
 * What compromise takes `name` for by its word lists and the words around one another: `Andrew Larkfield` is a person, `Bank of England` an
 * organisation, `Ontario` a place. A name that its list has whole, or that begins with a listed given name, costs a microsecond; any
 * other goes through its tagger, 0.2 ms, and is remembered.
 */
export const kindsOfName: (name: string) => NameKinds = remembered(MAX_NAMES, (name) => {
  const words = name.split(/\s+/);
  const whole = lexicalTag(name.toLowerCase());
  if (whole !== '') return kindsOf([whole.split('+')], name);
  const first = lexicalTag(words[0]?.toLowerCase() ?? '');
  const isPerson = (words.length === 2 || words.length === 3) && /^(?:Male|Female|First)Name$/.test(first) && !ORGANISATION.test(name);
  return isPerson ? { ...NONE, person: true } : kindsOf(compromise.tagsOf(name), name);
});

const NONE: NameKinds = { person: false, place: false, organisation: false, demonym: false, plural: false, role: false, date: false };

/** Words that end or begin the names of organisations only; compromise misses some when a place or given name stands beside. */
const ORGANISATION =
  /(?:^|\s)(?:bank|university|ministry|department|institute|inc|corp|corporation|company|co|ltd|plc|group|holdings|capital|partners|technologies|systems|energy|airlines|motors|fund|commission|authority|association|agency|exchange|reserve)\b/i;

function kindsOf(tags: readonly (readonly string[])[], name: string): NameKinds {
  const last = tags.at(-1) ?? [];
  const any = (...wanted: readonly string[]) => tags.some((word) => word.some((tag) => wanted.includes(tag)));
  const organisation = any('Organization', 'SportsTeam') || ORGANISATION.test(name);
  return {
    person: !organisation && any('Person', 'FirstName', 'MaleName', 'FemaleName', 'LastName', 'Honorific'),
    place: !organisation && any('Place', 'City', 'Country', 'Region'),
    organisation,
    demonym: any('Demonym'),
    plural: !organisation && last.includes('Plural'),
    role: last.includes('Actor'),
    date: any('Date', 'WeekDay', 'Month', 'Holiday'),
  };
}
