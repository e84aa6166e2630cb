/** An absolute http(s) address, or null: addresses of other schemes lead to nothing that can be read. */
export function resolveUrl(reference: string, base: string): string | null {
  const trimmed = reference.trim();
  if (trimmed === '' || !URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  // An address that is absolute already is kept as written: normalising it is the reader's business.
  return /^https?:\/\//i.test(trimmed) && !/\s/.test(trimmed) && !bare(trimmed) ? trimmed : url.href;
}

function bare(address: string): boolean {
  return /^https?:\/\/[^/?#]+$/i.test(address);
}
