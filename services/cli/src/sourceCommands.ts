import { sourceKinds } from '@newsledger/events';
import { type Command, Option } from 'commander';
import type pg from 'pg';
import type { SourceOptions } from './commands/describedSource.ts';
import { type DeciderOptions, deciderOf, withDecider } from './decider.ts';
import { withLedger } from './openLedger.ts';
import { configOf, printerOf } from './options.ts';

/** Commands for what is followed, and for handing in single articles. */
export function addSourceCommands(program: Command): void {
  const source = program.command('source').description('Look at and change what is followed.');

  source
    .command('list')
    .description('List the sources with their health.')
    .action((_options: object, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => (await import('./commands/sourceLists.ts')).printSources(pool, printerOf(command))),
    );

  withDecider(described(source.command('add'), 'Follow a source. A site’s address is searched for its feed.'))
    .argument('<url>', 'a feed, sitemap, list page, or a site')
    .addHelpText('after', '\nExample:\n  newsledger source add https://example.com/feed.xml --name "Example" --every 15m\n')
    .action((url: string, options: SourceOptions & DeciderOptions, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        await (await import('./commands/sourceChanges.ts')).addSource(pool, configOf(command), printerOf(command), url, options);
        await record(pool, 'source add', [url], options);
      }),
    );

  described(source.command('test'), 'Show what would be read from a source, by which rule, and what is wrong with it; store nothing.')
    .argument('<source>', 'the address of a feed, sitemap, list page or site, or an id of sources.yaml')
    .addHelpText('after', '\nExample:\n  newsledger source test https://example.com/feed.xml\n')
    .action(async (url: string, options: SourceOptions, command: Command) =>
      (await import('./commands/lookAtSource.ts')).testSource(configOf(command), printerOf(command), url, options),
    );

  withDecider(source.command('remove'))
    .description('Follow sources no longer. What they said stays.')
    .argument('<ids...>', 'ids as "source list" shows them')
    .action((ids: string[], options: DeciderOptions, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        await (await import('./commands/sourceChanges.ts')).removeSources(pool, printerOf(command), ids);
        await record(pool, 'source remove', ids, options);
      }),
    );

  source
    .command('poll')
    .description('Poll sources now, due or not. Running fetchers do it.')
    .argument('[ids...]', 'ids as "source list" shows them; all when left out')
    .action((ids: string[], _options: object, command: Command) =>
      withLedger(configOf(command), async ({ pool }) =>
        (await import('./commands/sourceChanges.ts')).pollSources(pool, printerOf(command), ids),
      ),
    );

  withDecider(source.command('import'))
    .description('Follow every source of a sources.yaml or OPML file.')
    .argument('<file>')
    .addHelpText('after', '\nExample:\n  newsledger source import subscriptions.opml\n')
    .action((file: string, options: DeciderOptions, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        await (await import('./commands/sourceChanges.ts')).importSources(pool, printerOf(command), file);
        await record(pool, 'source import', [file], options);
      }),
    );

  source
    .command('export')
    .description('Write the sources as sources.yaml, or as OPML for a feed reader.')
    .option('--opml', 'as OPML')
    .addHelpText('after', '\nExample:\n  newsledger source export > sources.yaml\n')
    .action((options: { opml?: true }, command: Command) =>
      withLedger(configOf(command), async ({ pool }) =>
        (await import('./commands/sourceLists.ts')).exportSources(pool, printerOf(command), options.opml === true),
      ),
    );

  program
    .command('ingest')
    .description('Hand in single articles by address or as files (HTML or plain text). Running workers read them.')
    .argument('<targets...>', 'addresses or files')
    .addHelpText('after', '\nExample:\n  newsledger ingest https://example.com/news/deal.html notes.txt\n')
    .action((targets: string[], _options: object, command: Command) =>
      withLedger(configOf(command), async (ledger) =>
        (await import('./commands/ingest.ts')).ingestTargets(ledger, configOf(command), printerOf(command), targets),
      ),
    );
}

async function record(pool: pg.Pool, command: string, about: readonly string[], options: DeciderOptions): Promise<void> {
  const { recordCommand } = await import('./commands/recordCommand.ts');
  await recordCommand(pool, { command, about, ...deciderOf(options) });
}

function described(command: Command, description: string): Command {
  return command
    .description(description)
    .option('--id <id>', 'stable id: lower-case letters, digits and hyphens (made from the address when left out)')
    .option('--name <name>', 'name for people')
    .addOption(new Option('--kind <kind>', 'found out when left out').choices(sourceKinds))
    .option('--primary-for <entities...>', 'whose own releases these are')
    .option('--every <duration>', 'how often to poll: 90s, 15m, 6h, 1d (default: 15m)')
    .option('--entry <selector>', 'CSS selector of one entry of a list page');
}
