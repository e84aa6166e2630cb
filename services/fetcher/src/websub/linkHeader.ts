/** Targets of a relation in an HTTP header Link (RFC 8288), absolute, in order. */
export function linksOf(header: string | null, relation: string, baseUrl: string): string[] {
  const found: string[] = [];
  // An address can't hold ">", so that commas in it do no harm.
  for (const [, target = '', parameters = ''] of (header ?? '').matchAll(
    /<([^>]*)>((?:\s*;\s*[^\s;,=]+\s*(?:=\s*(?:"[^"]*"|[^\s;,"]*))?)*)/g,
  )) {
    const [, quoted, plain] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/i.exec(parameters) ?? [];
    const relations = (quoted ?? plain ?? '').toLowerCase().split(/\s+/);
    const url = URL.parse(target.trim(), baseUrl);
    if (relations.includes(relation) && url !== null && /^https?:$/.test(url.protocol)) found.push(url.href);
  }
  return found;
}
