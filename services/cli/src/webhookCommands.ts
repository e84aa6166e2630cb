import { redactSecrets } from '@newsledger/platform';
import { type Command, InvalidArgumentError } from 'commander';
import type { AddOptions } from './commands/webhooks.ts';
import { type DeciderOptions, deciderOf, withDecider } from './decider.ts';
import { withLedger } from './openLedger.ts';
import { configOf, printerOf, wholeNumber } from './options.ts';

const WEBHOOK = 'its id, or the first characters of it, as "newsledger webhook list" shows it';

/** Commands that let others be told of news of figures. */
export function addWebhookCommands(program: Command): void {
  const webhook = program.command('webhook').description('Tell other programs when figures appear, change or become disputed.');
  withDecider(webhook.command('add'))
    .description('From now on, send news to an address; prints the secret that signs it, this once.')
    .argument('<url>', 'where to, such as https://example.org/newsledger')
    .option('--kinds <kinds>', 'only these, parted by commas: appeared, changed, disputed, settled, agreement, gone')
    .option('--about <name>', 'only figures that somebody is the subject or the other side of')
    .option('--figure <figure>', 'only this figure: its id, or the first characters of it')
    .option('--secret <secret>', 'sign by this secret; one is made up when it is left out')
    .addHelpText(
      'after',
      '\nExample:\n  newsledger webhook add https://example.org/newsledger --about OpenAI --kinds appeared,changed,disputed\n',
    )
    .action((url: string, options: AddOptions & DeciderOptions, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        const { recordCommand } = await import('./commands/recordCommand.ts');
        await (await import('./commands/webhooks.ts')).add(pool, printerOf(command), url, options);
        await recordCommand(pool, { command: 'webhook add', about: [redactSecrets(url)], ...deciderOf(options) });
      }),
    );
  webhook
    .command('list')
    .description('List webhooks, with what waits for each.')
    .action((_options: object, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => (await import('./commands/webhooks.ts')).list(pool, printerOf(command))),
    );
  withDecider(webhook.command('remove'))
    .description('Tell somebody nothing any more, not even what waits.')
    .argument('<webhook>', WEBHOOK)
    .action((named: string, options: DeciderOptions, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        const { recordCommand } = await import('./commands/recordCommand.ts');
        await (await import('./commands/webhooks.ts')).remove(pool, printerOf(command), named);
        await recordCommand(pool, { command: 'webhook remove', about: [named], ...deciderOf(options) });
      }),
    );
  webhook
    .command('test')
    .description('Send a signed example now, and say what was answered; exit code 1 when it was not taken.')
    .argument('<webhook>', WEBHOOK)
    .action((named: string, _options: object, command: Command) => {
      const config = configOf(command);
      return withLedger(config, async ({ pool }) => {
        const { test } = await import('./commands/webhooks.ts');
        if (!(await test(pool, printerOf(command), named, config))) process.exitCode = 1;
      });
    });
  webhook
    .command('deliveries')
    .description('List what was sent and what waits, with the last answer.')
    .argument('[webhook]', `${WEBHOOK}; all of them when left out`)
    .option('--limit <n>', 'at most so many', wholeNumber, 50)
    .action((named: string | undefined, { limit }: { limit: number }, command: Command) =>
      withLedger(configOf(command), async ({ pool }) =>
        (await import('./commands/webhooks.ts')).deliveries(pool, printerOf(command), named ?? null, limit),
      ),
    );
  webhook
    .command('again')
    .description('Tell everything that was recorded since a day once more.')
    .argument('<webhook>', WEBHOOK)
    .requiredOption('--since <day>', 'from its beginning in UTC, YYYY-MM-DD', momentIn)
    .addHelpText('after', '\nExample:\n  newsledger webhook again 3f2a --since 2025-11-03\n')
    .action((named: string, { since }: { since: Date }, command: Command) =>
      withLedger(configOf(command), async ({ pool }) =>
        (await import('./commands/webhooks.ts')).again(pool, printerOf(command), named, since),
      ),
    );
}

/** @throws {InvalidArgumentError} when it is no day. */
function momentIn(text: string): Date {
  const moment = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(moment.getTime()))
    throw new InvalidArgumentError('It must be a day such as 2025-11-03.');
  return moment;
}
