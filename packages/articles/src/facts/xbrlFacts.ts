import type { Cheerio, CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import type { PageFact } from './pageFact.ts';

interface Context {
  readonly from: string | null;
  readonly to: string | null;
  /** About a part of the entity (a segment, a product), not the whole. */
  readonly isPart: boolean;
}

/** Filings hold a few thousand facts. */
const MAX_FACTS = 5_000;

/**
 * The numeric facts of an inline XBRL document (Inline XBRL 1.1 §10): `ix:nonFraction` with its context, unit, scale and sign. Facts about
 * parts of the entity are left out; so are those whose number or context can't be read.
 */
export function xbrlFacts($: CheerioAPI): PageFact[] {
  const contexts = contextsOf($);
  const units = unitsOf($);
  const entity = registrantOf($);
  const facts: PageFact[] = [];
  $('ix\\:nonfraction')
    .slice(0, MAX_FACTS)
    .each((_, element) => {
      const node = $(element);
      const context = contexts.get(node.attr('contextref') ?? '');
      const unit = units.get(node.attr('unitref') ?? '');
      const value = numberOf(node);
      const concept = node.attr('name');
      if (context === undefined || context.isPart || unit === undefined || value === null || concept === undefined) return;
      facts.push({ concept, entity, value, unit, from: context.from, to: context.to, written: [node.text().trim()] });
    });
  return facts;
}

function contextsOf($: CheerioAPI): Map<string, Context> {
  const contexts = new Map<string, Context>();
  $('xbrli\\:context, context').each((_, element) => {
    const node = $(element);
    const dayOf = (name: string) => /^\d{4}-\d{2}-\d{2}/.exec(node.find(`xbrli\\:${name}, ${name}`).first().text().trim())?.[0] ?? null;
    const instant = dayOf('instant');
    contexts.set(node.attr('id') ?? '', {
      from: instant ?? dayOf('startdate'),
      to: instant ?? dayOf('enddate'),
      isPart: node.find('xbrldi\\:explicitmember, xbrldi\\:typedmember').length > 0,
    });
  });
  return contexts;
}

function unitsOf($: CheerioAPI): Map<string, string> {
  const units = new Map<string, string>();
  $('xbrli\\:unit, unit').each((_, element) => {
    const node = $(element);
    const measures = node
      .find('xbrli\\:measure, measure')
      .toArray()
      .map((measure) => $(measure).text().trim().replace(/^.*:/, ''));
    const [over, under] = measures;
    if (over === undefined) return;
    units.set(node.attr('id') ?? '', under === undefined ? over : `${over}/${under.replace(/s$/, '')}`);
  });
  return units;
}

function registrantOf($: CheerioAPI): string | null {
  const name = $('ix\\:nonnumeric')
    .filter((_, element) => $(element).attr('name') === 'dei:EntityRegistrantName')
    .first()
    .text()
    .replace(/\s+/g, ' ')
    .trim();
  return name === '' ? null : name;
}

/** The number as its format, scale and sign mean it; null when it is none. */
function numberOf(node: Cheerio<Element>): string | null {
  const format = node.attr('format') ?? '';
  if (node.attr('xsi:nil') === 'true') return null;
  if (/(?:fixed-zero|zero-?dash)$/i.test(format)) return '0';
  const plain = /comma-?decimal$/i.test(format)
    ? node
        .text()
        .replace(/[.\s\u00a0]/g, '')
        .replace(',', '.')
    : node.text().replace(/[,\s\u00a0]/g, '');
  const scale = Number(node.attr('scale') ?? 0);
  if (!/^\d+(?:\.\d+)?$/.test(plain) || !Number.isInteger(scale) || Math.abs(scale) > 15) return null;
  const value = shifted(plain, scale);
  return node.attr('sign') === '-' && value !== '0' ? `-${value}` : value;
}

/** A decimal times a power of ten, digit by digit. */
function shifted(decimal: string, power: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const digits = whole + fraction;
  const point = whole.length + power;
  const padded = point > digits.length ? digits.padEnd(point, '0') : point <= 0 ? digits.padStart(digits.length - point + 1, '0') : digits;
  const at = Math.max(1, point);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = padded.slice(at).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}
