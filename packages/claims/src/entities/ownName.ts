import { organisationNamed } from './organisations.ts';

/**
 * Tells the names that are the publisher's own: `told Ledger & Market`, `Byteside asked`. Who publishes reports, and is no party to what
 * it reports. A listed company that isn't a publisher, and whoever stands in the title, may publish news of itself.
 */
export function ownNameOf({
  publisher,
  title,
}: {
  readonly publisher: string | null;
  readonly title: string;
}): (entity: string) => boolean {
  if (publisher === null) return () => false;
  const own = folded(publisher);
  const known = new Map<string, boolean>();
  return (entity) => {
    const isOwn =
      known.get(entity) ??
      (folded(entity) === own && !title.includes(entity) && (organisationNamed(entity)?.traits.includes('publisher') ?? true));
    known.set(entity, isOwn);
    return isOwn;
  };
}

function folded(name: string): string {
  return name.replace(/^The /i, '').replace(/\s+/g, ' ').toLowerCase();
}
