import { type Config, secretValues } from '../config.ts';

/**
 * Shorter ones are not looked for by themselves: `newsledger` and `reader`, the passwords of a trial, stand in every second line, and
 * blanking them would hide what a line says. In URLs they are blanked by their place.
 */
const MIN_LENGTH = 12;

/** What the settings hold that nobody may read in a log, in each of the forms in which it may be written there. */
export function secretsOf(config: Config): string[] {
  const said = secretValues(config).flatMap(secretsIn);
  const written = said.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  // The longest first: what is left of a secret after one that it contains was blanked would stay.
  return [...new Set(written)].filter((secret) => secret.length >= MIN_LENGTH).sort((a, b) => b.length - a.length);
}

/** Of an address only what is secret in it; of credentials, which are headers by origin, each. */
function secretsIn(value: unknown): string[] {
  if (value instanceof Map) return [...value.values()].flatMap((header) => secretsOfHeader(String(header)));
  if (typeof value !== 'string') return [];
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) && URL.canParse(value) ? secretsOfUrl(value) : [value];
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
