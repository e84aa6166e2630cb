import type { Config } from '../config.ts';

/**
 * Shorter ones are not looked for by themselves: `newsledger` and `reader`, the passwords of a trial, stand in every second line, and
 * blanking them would hide what a line says. In URLs they are blanked by their place.
 */
const MIN_LENGTH = 12;

/** What the settings hold that nobody may read in a log, in each of the forms in which it may be written there. */
export function secretsOf(config: Config): string[] {
  const { postgresUrl, adminPostgresUrl, redisUrl, modelUrl, adminToken, modelKey, credentials } = config;
  const { fetcherPassword, extractorPassword, projectorPassword, adminPassword, readerPassword } = config;
  const passwords = [fetcherPassword, extractorPassword, projectorPassword, adminPassword, readerPassword];
  const said = [
    ...[postgresUrl, adminPostgresUrl, redisUrl, modelUrl].flatMap((url) => (url === null ? [] : secretsOfUrl(url))),
    ...[adminToken, modelKey, ...passwords].filter((secret) => secret !== null),
    ...[...credentials.values()].flatMap(secretsOfHeader),
  ];
  const written = said.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  // The longest first: what is left of a secret after one that it contains was blanked would stay.
  return [...new Set(written)].filter((secret) => secret.length >= MIN_LENGTH).sort((a, b) => b.length - a.length);
}

function secretsOfUrl(url: string): string[] {
  const { password, searchParams } = new URL(url);
  return [password, decoded(password), ...searchParams.values()];
}

function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}

/** @param header the value of `Authorization` for Basic, as `parseCredentials` makes it. */
function secretsOfHeader(header: string): string[] {
  const encoded = header.replace(/^Basic /, '');
  const pair = Buffer.from(encoded, 'base64').toString();
  return [encoded, pair.slice(pair.indexOf(':') + 1)];
}
