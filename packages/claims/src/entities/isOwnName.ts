import { organisationNamed } from './organisations.ts';

/**
 * Whether a name is the publisher's own: `told Ledger & Market`, `Byteside asked`. Who publishes reports, and is no party to what it
 * reports. A listed company that isn't a publisher, and whoever stands in the title, may publish news of itself.
 */
export function isOwnName(entity: string, { publisher, title }: { readonly publisher: string | null; readonly title: string }): boolean {
  if (publisher === null || folded(entity) !== folded(publisher) || title.includes(entity)) return false;
  return organisationNamed(entity)?.traits.includes('publisher') ?? true;
}

function folded(name: string): string {
  return name.replace(/^The /i, '').replace(/\s+/g, ' ').toLowerCase();
}
