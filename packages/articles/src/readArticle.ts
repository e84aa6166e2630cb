import { articleBlocks } from './body/articleBlocks.ts';
import { withoutExcess } from './body/withoutExcess.ts';
import { correctionNoteOf } from './credits/correctionNote.ts';
import { wireCreditOf } from './credits/wireCredit.ts';
import { bylineOf } from './metadata/byline.ts';
import { type DateRange, modifiedAtOf, publishedAtOf, USUAL_DATES } from './metadata/dates.ts';
import { pageFacts } from './metadata/pageFacts.ts';
import { canonicalUrlOf, descriptionOf, languageOf, linkedBodyOf, paywalledOf } from './metadata/pageMatters.ts';
import { sectionOf } from './metadata/section.ts';
import { titleOf } from './metadata/title.ts';
import { parsePage } from './page/parsePage.ts';

export interface Article {
  title: string;
  /** Names of the authors, without "By". */
  byline: string[];
  /** ISO 8601 in UTC; null when the page doesn't say. */
  publishedAt: string | null;
  modifiedAt: string | null;
  /** Dates that the page declares and that are out of range, ISO 8601 in UTC: others were taken, or none. */
  refusedDates: string[];
  /** BCP 47 tag; null when the page doesn't say. */
  language: string | null;
  /** The section of the paper, as the page writes it; null when the page doesn't say. */
  section: string | null;
  /** Absolute; the page's own address when it names no other. */
  canonicalUrl: string;
  /** Paragraphs, headings, list items and table rows (cells parted by ` | `), in order. */
  blocks: string[];
  /** The blocks, parted by blank lines. */
  text: string;
  /** The agency or publication whose text this is; null when the text credits nobody. */
  wireCredit: string | null;
  /** The publisher's note that this text corrects an earlier one. */
  correctionNote: string | null;
  /** Whether the publisher says that the text isn't free to read. */
  paywalled: boolean;
}

/**
 * What a page says, by JSON-LD, OpenGraph and microdata first and by its looks where they are silent. Never throws.
 * @param range where its dates can lie.
 */
export function readArticle(html: string, url: string, range: DateRange = USUAL_DATES): Article {
  const page = parsePage(withoutExcess(html));
  const facts = pageFacts(page, url);
  const published = publishedAtOf(facts, range);
  const modified = modifiedAtOf(facts, range);
  const title = titleOf(facts);
  const byline = bylineOf(facts);
  const found = articleBlocks(page, title, linkedBodyOf(facts));
  const blocks = found.length > 0 ? found : descriptionOf(facts);
  return {
    title,
    byline,
    publishedAt: published.date,
    modifiedAt: modified.date,
    refusedDates: [...new Set([...published.refused, ...modified.refused])],
    language: languageOf(facts),
    section: sectionOf(facts),
    canonicalUrl: canonicalUrlOf(facts),
    blocks,
    text: blocks.join('\n\n'),
    wireCredit: wireCreditOf(blocks, byline),
    correctionNote: correctionNoteOf(blocks),
    paywalled: paywalledOf(facts),
  };
}
