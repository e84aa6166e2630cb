/** Names of authors as one text, each once however it is written; null when there are none. */
export function authorNames(names: readonly string[]): string | null {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const plain = name.replace(/\s+/g, ' ').trim();
    const key = plain.toLowerCase();
    if (plain !== '' && !byKey.has(key)) byKey.set(key, plain);
  }
  return byKey.size > 0 ? [...byKey.values()].join(', ') : null;
}
