import type { SourceKind, SourceSettings } from '@newsledger/events';
import { parseSources } from '@newsledger/platform';
import { stringify } from 'yaml';

/** What a command line may say of a source besides its address. */
export interface SourceOptions {
  readonly id?: string;
  readonly name?: string;
  readonly kind?: SourceKind;
  readonly primaryFor?: readonly string[];
  readonly every?: string;
  readonly entry?: string;
}

/**
 * A source out of what a command line says of it, checked by the rules of sources.yaml.
 * @throws {SourcesError} naming what is wrong.
 */
export function describedSource(address: string, options: SourceOptions): SourceSettings {
  const url = withScheme(address);
  const entry = {
    id: options.id ?? idOf(url),
    url,
    ...(options.name !== undefined && { name: options.name }),
    ...(options.kind !== undefined && { kind: options.kind }),
    ...(options.primaryFor !== undefined && { primary_for: options.primaryFor }),
    ...(options.every !== undefined && { every: options.every }),
    ...(options.entry !== undefined && { select: { entry: options.entry } }),
  };
  const [loaded] = parseSources(stringify({ sources: [entry] }), 'command line', {});
  if (loaded === undefined) throw new Error('parseSources gave no source for one entry');
  return { ...loaded, declaredBy: 'command' };
}

/** What people type: `example.com/news` is meant as https. */
export function withScheme(address: string): string {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(\/|$)/i.test(address) ? `https://${address}` : address;
}

/** `https://www.example.com/tech/feed.xml` becomes `example-com-tech`. */
function idOf(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: url, pathname: '' };
  const words = `${host.replace(/^www\./, '')}${pathname}`.toLowerCase().replace(/\.(xml|rss|atom|json|html?)$/, '');
  return words
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-(feed|rss|atom|index)?-?$/g, '')
    .slice(0, 63)
    .replace(/-$/, '');
}
