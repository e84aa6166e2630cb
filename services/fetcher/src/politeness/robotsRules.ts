export interface RobotsVerdict {
  readonly allowed: boolean;
  /** What Crawl-delay asks for, in milliseconds; null when nothing. */
  readonly crawlDelayMs: number | null;
  /** The line that decided, such as `Disallow: /private`; null when none speaks of the address. */
  readonly rule: string | null;
}

export type RobotsRules = (url: string) => RobotsVerdict;

interface Rule {
  readonly allow: boolean;
  /** As written, with every byte outside ASCII percent-encoded. */
  readonly pattern: string;
  readonly line: string;
}

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  crawlDelayMs: number | null;
}

type Directive = 'agent' | 'allow' | 'disallow' | 'delay';

/** Field names with the misspellings that are common enough to be meant (also read by Google's parser). */
const DIRECTIVES: ReadonlyMap<string, Directive> = new Map([
  ['user-agent', 'agent'],
  ['useragent', 'agent'],
  ['user agent', 'agent'],
  ['allow', 'allow'],
  ['disallow', 'disallow'],
  ['dissallow', 'disallow'],
  ['dissalow', 'disallow'],
  ['disalow', 'disallow'],
  ['diasllow', 'disallow'],
  ['disallaw', 'disallow'],
  ['crawl-delay', 'delay'],
  ['crawldelay', 'delay'],
]);

/** RFC 9309 §2.2.1: letters, underscore and hyphen; in a file, what comes after them (a version) doesn't count. */
const PRODUCT_TOKEN = /^[a-z_-]+/i;

/**
 * What a robots.txt says to one robot (RFC 9309): the groups that name it, else those for `*`; of the rules that match, the longest, and of
 * two as long the one that allows.
 * @param robot a product token alone, such as `Newsledger`.
 */
export function readRobotsRules(text: string, robot: string): RobotsRules {
  const groups = readGroups(text);
  const named = groups.filter(({ agents }) => agents.includes(robot.toLowerCase()));
  const own = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  const rules = own.flatMap((group) => group.rules);
  const crawlDelayMs = own.reduce<number | null>((longest, group) => Math.max(group.crawlDelayMs ?? 0, longest ?? 0) || null, null);
  return (url) => {
    const path = pathOf(url);
    // robots.txt itself may always be read (§2.2.2).
    const best = path === '/robots.txt' ? null : strongest(rules.filter(({ pattern }) => matchesPattern(path, pattern)));
    return { allowed: best?.allow ?? true, crawlDelayMs, rule: best?.line ?? null };
  };
}

function readGroups(text: string): Group[] {
  const groups: Group[] = [];
  let isNaming = false;
  for (const written of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const line = written.replace(/#.*$/s, '').trim();
    const [directive, value] = readLine(line);
    if (directive === 'agent') {
      const agent = /^\*(\s|$)/.test(value) ? '*' : PRODUCT_TOKEN.exec(value)?.[0].toLowerCase();
      if (!isNaming) groups.push({ agents: [], rules: [], crawlDelayMs: null });
      isNaming = true;
      if (agent !== undefined) groups.at(-1)?.agents.push(agent);
    } else if (directive === 'allow' || directive === 'disallow') {
      // Only rules end the list of names; other lines may stand between them (§2.2.4).
      isNaming = false;
      for (const pattern of patternsOf(value, directive)) groups.at(-1)?.rules.push({ allow: directive === 'allow', pattern, line });
    } else if (directive === 'delay') {
      const group = groups.at(-1);
      if (group !== undefined && Number(value) > 0) group.crawlDelayMs = Number(value) * 1000;
    }
  }
  return groups;
}

/** Field and value; the colon may be forgotten between two words. */
function readLine(line: string): [Directive | undefined, string] {
  const colon = line.indexOf(':');
  if (colon >= 0) return [DIRECTIVES.get(line.slice(0, colon).trim().toLowerCase()), line.slice(colon + 1).trim()];
  const [field = '', value = '', ...more] = line.split(/\s+/);
  return more.length > 0 ? [undefined, ''] : [DIRECTIVES.get(field.toLowerCase()), value];
}

/** Nothing for an empty value, which forbids nothing. Whoever allows `/news/index.html` means `/news/` as well. */
function patternsOf(value: string, directive: 'allow' | 'disallow'): string[] {
  if (value === '') return [];
  const folder = directive === 'allow' ? /^(.*\/)index\.html?$/.exec(value)?.[1] : undefined;
  return folder === undefined ? [comparable(value)] : [comparable(value), comparable(`${folder}$`)];
}

function strongest(rules: readonly Rule[]): Rule | null {
  return rules.reduce<Rule | null>((best, rule) => {
    if (best === null || rule.pattern.length > best.pattern.length) return rule;
    return rule.pattern.length === best.pattern.length && rule.allow ? rule : best;
  }, null);
}

/** `*` stands for any characters, `$` at the end for the end (§2.2.3). In time linear in the address for each part of the pattern. */
export function matchesPattern(path: string, pattern: string): boolean {
  const anchored = pattern.endsWith('$');
  const [start = '', ...parts] = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) return false;
  const last = anchored ? parts.pop() : undefined;
  let position = start.length;
  for (const part of parts) {
    const found = path.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  if (!anchored) return true;
  return last === undefined ? position === path.length : path.length - last.length >= position && path.endsWith(last);
}

/** Path and query as they stand in the address. */
function pathOf(url: string): string {
  const afterHost = /^[a-z][a-z0-9+.-]*:\/\/[^/?#;]*([^#]*)/i.exec(url)?.[1] ?? url.replace(/#.*$/s, '');
  return comparable(afterHost.startsWith('/') ? afterHost : `/${afterHost}`);
}

/** One spelling for one address: unreserved characters plain, all others percent-encoded as they were, in capitals (§2.2.2). */
function comparable(text: string): string {
  return text
    .replace(/[^\p{ASCII}]+/gu, (letters) => encodeURIComponent(letters.toWellFormed()))
    .replace(/%([0-9a-f]{2})/gi, (written, hex: string) => {
      const letter = String.fromCharCode(Number.parseInt(hex, 16));
      return /[\w.~-]/.test(letter) ? letter : written.toUpperCase();
    });
}
