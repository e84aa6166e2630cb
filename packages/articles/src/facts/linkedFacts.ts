import { isRecord, type LinkedData, linkedData, texts } from '../metadata/jsonLd.ts';
import { PageElements } from '../metadata/pageElements.ts';
import { textOf } from '../page/pageElement.ts';
import type { Page } from '../page/parsePage.ts';
import type { PageFact } from './pageFact.ts';

/** Employees of organisations that the page's JSON-LD describes (schema.org `numberOfEmployees`). */
export function linkedFacts(page: Page): PageFact[] {
  const { linkedData: scripts } = new PageElements(page.elements);
  return linkedData(scripts.map((script) => textOf(script))).flatMap((node) => {
    const [entity] = texts(node.name);
    const value = countOf(node);
    if (entity === undefined || value === null || !texts(node['@type']).some((type) => /(?:Organization|Corporation|Business)$/.test(type)))
      return [];
    const written = [Number(value).toLocaleString('en-US'), value];
    return { concept: 'schema:numberOfEmployees', entity, value, unit: 'employee', from: null, to: null, written };
  });
}

function countOf({ numberOfEmployees }: LinkedData): string | null {
  const count = isRecord(numberOfEmployees) ? numberOfEmployees.value : numberOfEmployees;
  const digits = typeof count === 'number' ? String(count) : typeof count === 'string' ? count.replace(/,/g, '') : '';
  return /^[1-9]\d{0,8}$/.test(digits) ? digits : null;
}
