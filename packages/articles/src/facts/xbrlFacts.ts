import { elementsIn, type PageElement, textOf } from '../page/pageElement.ts';
import type { Page } from '../page/parsePage.ts';
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
export function xbrlFacts({ elements }: Page): PageFact[] {
  const contexts = contextsOf(elements);
  const units = unitsOf(elements);
  const entity = registrantOf(elements);
  return named(elements, 'ix:nonfraction')
    .slice(0, MAX_FACTS)
    .flatMap((element) => {
      const { contextref = '', unitref = '', name: concept } = element.attribs;
      const context = contexts.get(contextref);
      const unit = units.get(unitref);
      const value = numberOf(element);
      if (context === undefined || context.isPart || unit === undefined || value === null || concept === undefined) return [];
      return [{ concept, entity, value, unit, from: context.from, to: context.to, written: [textOf(element).trim()] }];
    });
}

function contextsOf(elements: readonly PageElement[]): Map<string, Context> {
  return new Map(
    named(elements, 'xbrli:context', 'context').map((element) => {
      const parts = elementsIn(element);
      const dayOf = (name: string) => {
        const [day] = named(parts, `xbrli:${name}`, name);
        return day === undefined ? null : (/^\d{4}-\d{2}-\d{2}/.exec(textOf(day).trim())?.[0] ?? null);
      };
      const instant = dayOf('instant');
      const isPart = named(parts, 'xbrldi:explicitmember', 'xbrldi:typedmember').length > 0;
      return [element.attribs.id ?? '', { from: instant ?? dayOf('startdate'), to: instant ?? dayOf('enddate'), isPart }];
    }),
  );
}

function unitsOf(elements: readonly PageElement[]): Map<string, string> {
  const units = new Map<string, string>();
  for (const element of named(elements, 'xbrli:unit', 'unit')) {
    const measures = named(elementsIn(element), 'xbrli:measure', 'measure').map((measure) => textOf(measure).trim().replace(/^.*:/, ''));
    const [over, under] = measures;
    if (over !== undefined) units.set(element.attribs.id ?? '', under === undefined ? over : `${over}/${under.replace(/s$/, '')}`);
  }
  return units;
}

function registrantOf(elements: readonly PageElement[]): string | null {
  const registrant = named(elements, 'ix:nonnumeric').find(({ attribs }) => attribs.name === 'dei:EntityRegistrantName');
  const name = registrant === undefined ? '' : textOf(registrant).replace(/\s+/g, ' ').trim();
  return name === '' ? null : name;
}

function named(elements: readonly PageElement[], ...names: readonly string[]): PageElement[] {
  return elements.filter(({ name }) => names.includes(name));
}

/** The number as its format, scale and sign mean it; null when it is none. */
function numberOf(element: PageElement): string | null {
  const { format = '', scale: power = '0', sign, 'xsi:nil': nil } = element.attribs;
  if (nil === 'true') return null;
  if (/(?:fixed-zero|zero-?dash)$/i.test(format)) return '0';
  const written = textOf(element);
  const plain = /comma-?decimal$/i.test(format)
    ? written.replace(/[.\s\u00a0]/g, '').replace(',', '.')
    : written.replace(/[,\s\u00a0]/g, '');
  const scale = Number(power);
  if (!/^\d+(?:\.\d+)?$/.test(plain) || !Number.isInteger(scale) || Math.abs(scale) > 15) return null;
  const value = shifted(plain, scale);
  return sign === '-' && value !== '0' ? `-${value}` : value;
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
