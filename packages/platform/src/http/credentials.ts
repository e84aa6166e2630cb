/** One line of the setting: an origin, a space, user name and password parted by a colon. */
const LINE = /^(https?:\/\/\S+?)\/?\s+([^\s:]+):(\S(?:.*\S)?)$/i;

/**
 * Values of the Authorization header by origin, out of lines such as `https://feeds.example.org ann:s3cret`; `#` begins a comment line.
 * @throws {Error} naming the line that is wrong, and nothing of what it says.
 */
export function parseCredentials(text: string): ReadonlyMap<string, string> {
  const credentials = new Map<string, string>();
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [, address = '', user = '', password = ''] = LINE.exec(line) ?? [];
    const url = URL.parse(address);
    if (url === null || url.pathname !== '/' || url.search !== '' || url.username !== '')
      throw new Error(`line ${index + 1} is not of the form "https://host user:password"`);
    credentials.set(url.origin, `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`);
  }
  return credentials;
}
