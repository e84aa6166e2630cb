import type { SourceSettings } from '@newsledger/events';
import { discoverFeeds } from '@newsledger/feeds';
import { readSourceOnce, type SourceReading } from '@newsledger/fetcher';
import { type Config, createHttpClient, userAgentOf } from '@newsledger/platform';
import type { Printer } from '../output/printer.ts';
import { describedSource, type SourceOptions } from './describedSource.ts';

/** What a source gives, and the settings under which it can be followed: its feed's address when a site's was asked for. */
export interface SourceLook {
  readonly settings: SourceSettings;
  readonly reading: SourceReading;
}

/** Fetches and reads a source once. An HTML page without a kind is searched for its feeds, and the first is taken. */
export async function lookAtSource(config: Config, asked: SourceSettings): Promise<SourceLook> {
  const http = createHttpClient({
    userAgent: userAgentOf(config.contact),
    allowAddresses: config.allowAddresses,
    credentials: config.credentials,
  });
  try {
    if (asked.kind === null && asked.select === null) {
      const page = await http.fetch(asked.url).catch(() => null);
      const html = page?.headers['content-type']?.includes('html') === true ? new TextDecoder().decode(page.body) : null;
      const [feed] = page === null || html === null ? [] : discoverFeeds(html, page.url);
      if (feed !== undefined) {
        const settings = { ...asked, url: feed.url };
        return { settings, reading: await readSourceOnce(http, settings) };
      }
    }
    return { settings: asked, reading: await readSourceOnce(http, asked) };
  } finally {
    await http.close();
  }
}

/** Shows what would be read: where, as what, with which problems, and the entries. Exit code 1 when nothing can be. */
export async function testSource(config: Config, printer: Printer, url: string, options: SourceOptions): Promise<void> {
  const { settings, reading } = await lookAtSource(config, describedSource(url, options));
  if (settings.url !== url) printer.note(`${url} is a page that names its feed: ${settings.url}`);
  if (reading.outcome !== 'read') {
    printer.note(reading.outcome === 'failed' ? `Not readable: ${reading.message}` : 'The source answered that nothing changed.');
    process.exitCode = 1;
    return;
  }
  for (const problem of reading.document.problems) printer.note(`Repaired: ${problem}`);
  printer.rows(
    reading.entries,
    [
      { title: 'PUBLISHED', of: ({ publishedAt }) => publishedAt?.slice(0, 16).replace('T', ' ') ?? '' },
      { title: 'TITLE', of: ({ title }) => title, maxWidth: 70 },
      { title: 'ADDRESS', of: (entry) => entry.url ?? '(none: it would be left out)', maxWidth: 80 },
    ],
    'It can be read and lists nothing.',
  );
  printer.note(`${reading.entries.length} entries. "newsledger source add ${url}" follows it.`);
}
