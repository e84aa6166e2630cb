import { environmentVariables } from '@newsledger/platform';

/** The page of all settings, made from the schema that reads them. */
export function settingsPage(): string {
  return [
    '# Settings',
    '',
    'Made from `packages/platform/src/config.ts` by `npm run docs`. Settings are environment variables. Each also exists with `_FILE` at its end, naming a file that holds the value, for Docker secrets.',
    '',
    '| variable | what to set |',
    '|---|---|',
    ...environmentVariables.map(
      ({ variable, about, secret }) => `| \`${variable}\` | ${about}${secret ? ' A secret: never logged.' : ''} |`,
    ),
    '',
  ].join('\n');
}
