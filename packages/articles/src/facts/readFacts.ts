import { parsePage } from '../page/parsePage.ts';
import { linkedFacts } from './linkedFacts.ts';
import type { PageFact } from './pageFact.ts';
import { xbrlFacts } from './xbrlFacts.ts';

/** Pages without any of these words carry no facts, and are not taken apart for them. */
const CARRIES = /<ix:nonfraction|numberOfEmployees/i;

/** What a page states for machines beside its text: inline XBRL of filings, JSON-LD. Never throws; costs next to nothing on other pages. */
export function readFacts(html: string): PageFact[] {
  if (!CARRIES.test(html)) return [];
  const page = parsePage(html);
  return [...xbrlFacts(page), ...linkedFacts(page)];
}
