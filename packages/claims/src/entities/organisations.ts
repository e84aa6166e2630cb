import { byTrait } from './data/byTrait.ts';
import { finance } from './data/finance.ts';
import { industry } from './data/industry.ts';
import { technology } from './data/technology.ts';

/** An organisation that the built-in list knows. */
export interface Organisation {
  readonly name: string;
  readonly aliases: readonly string[];
  /** What articles call it: `chipmaker`, `cloud`, `retailer`; it resolves "the chipmaker" and tells suppliers from customers. */
  readonly traits: readonly string[];
  /** The organisation that it is a part of; kept apart from it and linked. */
  readonly parent: string | null;
  readonly products: readonly string[];
}

/** The whole built-in list, in the order of the tables. */
export const organisations: readonly Organisation[] = withoutRepeats([
  ...[technology, finance, industry].flatMap(readTable),
  ...readRows(byTrait),
]);

const byName = new Map(organisations.map((organisation) => [organisation.name, organisation]));

/** The entry with this canonical name, if the list knows it. */
export function organisationNamed(name: string): Organisation | undefined {
  return byName.get(name);
}

/** Whether the list says that `name` is a `trait`, such as `cloud` or `publisher`. */
export function hasTrait(name: string | null, trait: string): boolean {
  return name !== null && (byName.get(name)?.traits.includes(trait) ?? false);
}

const REPORTING = new Set(['publisher', 'researcher', 'authority']);

/** Who reports, studies or supervises rather than trades: by the list, or by the last word of the name. */
export function isSourceName(name: string): boolean {
  const traits = byName.get(name)?.traits;
  if (traits !== undefined) return traits.some((trait) => REPORTING.has(trait));
  return / (?:Research|Analytics|Institute|University|College|Insights|Agency|Association|Partners|Commission|Council|Times|News|Journal|Post|Securities|Advisors)$/.test(
    name,
  );
}

/** The fuller entry of a name counts: tables with columns come first. */
function withoutRepeats(all: readonly Organisation[]): Organisation[] {
  const known = new Set<string>();
  return all.filter(({ name, aliases }) => {
    if (known.has(name)) return false;
    for (const spelling of [name, ...aliases]) known.add(spelling);
    return true;
  });
}

function readRows(table: string): Organisation[] {
  return table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [traits = '', names = ''] = row.split(' | ');
      return list(names).map((entry) => {
        const [name = '', ...aliases] = entry.split(' = ').map((spelling) => spelling.trim());
        return { name, aliases, traits: traits.split(' '), parent: null, products: [] };
      });
    });
}

function readTable(table: string): Organisation[] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [name = '', aliases = '', traits = '', parent = '', products = ''] = row.split('|').map((cell) => cell.trim());
      return {
        name,
        aliases: list(aliases),
        traits: traits.split(' ').filter(Boolean),
        parent: parent === '' ? null : parent,
        products: list(products),
      };
    });
}

function list(cell: string): string[] {
  return cell
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
