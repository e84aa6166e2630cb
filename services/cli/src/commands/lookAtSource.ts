import { articleName, type SourceSettings } from '@newsledger/events';
import type { FeedEntry } from '@newsledger/feeds';
import { type Config, createHttpClient, loadSources, userAgentOf } from '@newsledger/platform';
import colours from 'picocolors';
import type { Printer } from '../output/printer.ts';
import { UsageError } from '../usageError.ts';
import { describedSource, type SourceOptions, withScheme } from './describedSource.ts';
import { discoverSource, type FoundSource } from './discoverSource.ts';
import { sourceTroubles } from './sourceTroubles.ts';

/** Fetches and reads a source once, or the feed of the site whose address it is. */
export async function lookAtSource(config: Config, asked: SourceSettings): Promise<FoundSource> {
  const { contact, allowAddresses, credentials } = config;
  const http = createHttpClient({ userAgent: userAgentOf(contact), allowAddresses, credentials });
  try {
    return await discoverSource(http, asked);
  } finally {
    await http.close();
  }
}

/** Shows what would be read: where, as what, by which rule, what is wrong, and the entries. Exit code 1 when nothing can be read. */
export async function testSource(config: Config, printer: Printer, target: string, options: SourceOptions): Promise<void> {
  const found = await lookAtSource(config, await askedSource(config, target, options));
  const { settings, trial, rule, others } = found;
  const { reading } = trial;
  if (rule !== null) printer.note(foundWords(target, settings, rule));
  if (reading.outcome !== 'read') {
    printer.note(reading.outcome === 'failed' ? `Not readable: ${reading.message}` : 'The source answered that nothing changed.');
    if (others.length > 0) printer.note(`It names ${others.join(', ')}, of which none could be read.`);
    process.exitCode = 1;
    return;
  }
  const troubles = sourceTroubles(trial, new Date());
  if (printer.json) {
    const entries = reading.entries.map((entry) => ({ ...entry, title: nameOf(entry) }));
    printer.line(
      JSON.stringify({ settings, rule, others, ...reading, entries, next: trial.next, hub: trial.hub, pages: trial.pages, troubles }),
    );
    return;
  }
  for (const [label, text] of factsOf(found)) printer.line(`${label.padEnd(10)} ${text}`);
  for (const trouble of troubles) printer.line(`${colours.yellow('Wrong'.padEnd(10))} ${trouble}`);
  printer.line('');
  printer.rows(
    reading.entries,
    [
      { title: 'PUBLISHED', of: ({ publishedAt, updatedAt }) => (publishedAt ?? updatedAt)?.slice(0, 16).replace('T', ' ') ?? '' },
      { title: 'TITLE', of: nameOf, maxWidth: 70 },
      { title: 'ADDRESS', of: (entry) => entry.url ?? '(none: only this is read)', maxWidth: 80 },
    ],
    'It can be read and lists nothing.',
  );
  printer.note(`${reading.entries.length} entries. "newsledger source add ${target}" follows it.`);
}

function nameOf({ title, summary, url }: FeedEntry): string {
  return articleName({ title, summary, url: url ?? '' });
}

/** How the source was come by, when it is not simply the address that was asked for. */
export function foundWords(target: string, { url, kind }: Pick<SourceSettings, 'url' | 'kind'>, rule: string): string {
  return kind === 'list' && url === target ? `${target} is read as a list: ${rule}.` : `${target} is a page. Its feed is ${url}: ${rule}.`;
}

/** By address, or by the id that it has in sources.yaml. */
async function askedSource(config: Config, target: string, options: SourceOptions): Promise<SourceSettings> {
  if (/^[a-z]+:/i.test(withScheme(target))) return describedSource(target, options);
  const listed = (await loadSources(config.sources)).find(({ sourceId }) => sourceId === target);
  if (listed === undefined) throw new UsageError(`"${target}" is no address, and ${config.sources} lists no source with that id.`);
  return { ...listed, declaredBy: 'file' };
}

function factsOf({ settings, trial: { reading, next, hub, pages }, others }: FoundSource): [string, string][] {
  if (reading.outcome !== 'read') return [];
  const { document, url, status, etag, lastModified } = reading;
  const validators = [etag === null ? [] : 'ETag', lastModified === null ? [] : 'Last-Modified'].flat();
  return [
    ['Address', url === settings.url ? url : `${settings.url}, which led to ${url}`],
    [
      'Answer',
      `${status}, ${validators.length === 0 ? 'without validators: every poll fetches all of it' : `with ${validators.join(' and ')}`}`,
    ],
    ['Read as', `${document.format}, since ${document.rule} (${document.reader}, ${document.charset})`],
    ['Title', document.title || '(none)'],
    ['Poll', next === null ? '' : `every ${minutes(next.intervalMs)}: ${next.why}`],
    ['Hub', hub === null ? 'none: it is polled' : `${hub.hub} announces changes, when NEWSLEDGER_PUBLIC_URL is set`],
    [
      'Pages',
      pages === null ? 'robots.txt could not be asked' : pages.allowed ? 'robots.txt allows the first article' : `forbidden by robots.txt`,
    ],
    ...(others.length > 0 ? [['Also', others.slice(0, 10).join(', ')] satisfies [string, string]] : []),
  ];
}

function minutes(ms: number): string {
  return ms >= 60_000 ? `${Math.round(ms / 60_000)} min` : `${ms / 1_000} s`;
}
