import type { DealStatus } from '@newsledger/events';
import type { Sentence } from './sentences.ts';

/** Items of Form 8-K that tell of deals, and how far along those are. */
export const filingItems: readonly { readonly item: string; readonly status: DealStatus; readonly heading: string }[] = [
  { item: '1.01', status: 'agreed', heading: 'Item 1.01 Entry into a Material Definitive Agreement.' },
  { item: '1.02', status: 'terminated', heading: 'Item 1.02. Termination of a Material Definitive Agreement' },
  { item: '2.01', status: 'completed', heading: 'Item 2.01 Completion of Acquisition or Disposition of Assets' },
  { item: '2.03', status: 'agreed', heading: 'ITEM 2.03 CREATION OF A DIRECT FINANCIAL OBLIGATION' },
];

/** Headings of parts that hold no news, whatever numbers stand there. */
export const boilerplateHeadings: readonly { readonly words: RegExp; readonly example: string }[] = [
  { words: /^(?:About|ABOUT) (?:us\b|the Compan(?:y|ies)\b|\p{Lu})/u, example: 'About Northfold Systems' },
  {
    words: /^(?:cautionary )?(?:note|statement|language|information)s? (?:regarding|concerning|on|about) forward[- ]looking/i,
    example: 'Cautionary Note Regarding Forward-Looking Statements',
  },
  { words: /^(?:safe harbou?r|forward[- ]looking (?:statements?|information))\b/i, example: 'Forward-Looking Statements' },
  {
    words: /^(?:additional information (?:and|about)|participants in the solicitation|no offer or solicitation|important information)\b/i,
    example: 'Additional Information and Where to Find It',
  },
  {
    words:
      /^(?:(?:media|press|investor|company)? ?(?:contacts?|relations)|for (?:more|further) information|disclaimer|advisors?|webcast|conference call)\b/i,
    example: 'Media Contacts',
  },
  { words: /^item 9\.01\b|^(?:signatures?|exhibit index)$/i, example: 'Item 9.01 Financial Statements and Exhibits' },
  { words: /^(?:# ?# ?#|source:? )/i, example: '###' },
];

/** First words of a paragraph that is nothing but a notice, under whatever heading. */
const NOTICE =
  /^(?:this|the) (?:press |news )?(?:release|communication|report|filing|announcement|document) (?:contains|includes|may contain)\b[^.]*\bforward[- ]looking|^(?:certain|some) (?:statements|matters|information)\b[^.]*\bforward[- ]looking/i;

/** What the part of a text that a sentence stands in says of it. */
export interface Section {
  readonly boilerplate: boolean;
  /** The status that the item of a filing gives to deals without words of their own. */
  readonly status: DealStatus | null;
}

const NEWS: Section = { boilerplate: false, status: null };

/** A heading stands alone, is short, and ends like no sentence. */
const MAX_HEADING = 90;

/** The section of each sentence, in order. News has headings, too: only those of the tables open a part that is passed over. */
export function sectionsOf(sentences: readonly Sentence[]): Section[] {
  const alone = new Map<number, number>();
  for (const { paragraph } of sentences) alone.set(paragraph, (alone.get(paragraph) ?? 0) + 1);
  let section = NEWS;
  let paragraph = -1;
  return sentences.map((sentence) => {
    const opens = sentence.paragraph !== paragraph;
    paragraph = sentence.paragraph;
    if (sentence.headline || !opens) return section;
    const item = itemOf(sentence.text);
    if (item !== null) section = item;
    else if (alone.get(paragraph) === 1 && isHeading(sentence.text))
      section = isBoilerplateHeading(sentence.text) ? { ...NEWS, boilerplate: true } : section.boilerplate ? NEWS : section;
    else if (NOTICE.test(sentence.text)) section = { ...NEWS, boilerplate: true };
    return section;
  });
}

/** Headings of news may be questions; a line that ends in a full stop is a sentence. */
function isHeading(text: string): boolean {
  return text.length <= MAX_HEADING && !/[.!]["”]?$/.test(text);
}

function isBoilerplateHeading(text: string): boolean {
  return boilerplateHeadings.some(({ words }) => words.test(text));
}

/** The section that an item of a filing opens; null when the sentence opens none. */
function itemOf(text: string): Section | null {
  const [, number] = /^item (\d\.\d\d)\b/i.exec(text) ?? [];
  if (number === undefined) return null;
  return { boilerplate: number === '9.01', status: filingItems.find(({ item }) => item === number)?.status ?? null };
}
