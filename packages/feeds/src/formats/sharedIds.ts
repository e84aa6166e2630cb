interface Titled {
  readonly id: string | null | undefined;
  readonly title: string;
}

/** Ids under which a document lists entries of several titles: such an id is no entry's own, and no entry's address either. */
export function sharedIds(entries: readonly Titled[]): ReadonlySet<string> {
  const titles = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, title } of entries) {
    if (!id) continue;
    if ((titles.get(id) ?? title) !== title) shared.add(id);
    titles.set(id, title);
  }
  return shared;
}
