import { FetchError, type HttpResponse, robotName } from '@newsledger/platform';
import { matchesPattern } from './robotsRules.ts';
import type { SiteFiles } from './siteFiles.ts';

/** Meta elements stand in the head; what comes later is text. */
const HEAD_BYTES = 128 * 1024;

const META = /<meta\s([^<>]{1,2000})>/gi;
const ATTRIBUTE = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

export interface Reservations {
  /**
   * By which signal a publisher reserves a page against text and data mining or use by AI, for people; null when it doesn't.
   * @throws {HostBusyError} when its host is not to be asked now for the file that may say so.
   */
  find(page: Pick<HttpResponse, 'url' | 'headers' | 'body'>, signal?: AbortSignal): Promise<string | null>;
}

/** Reads nothing, for those whom a licence or the law lets. */
export const ignoreReservations: Reservations = { find: async () => null };

/**
 * Follows `noai` in `X-Robots-Tag` and `<meta name="robots">`, and the TDM Reservation Protocol (W3C community report, 2024): `<meta>` before
 * the HTTP header before `/.well-known/tdmrep.json`. `noimageai` is about images, which are never fetched.
 */
export function createReservations(files: SiteFiles): Reservations {
  return {
    async find({ url, headers, body }, signal) {
      const metas = metasOf(body);
      if (forbidsAi(headers['x-robots-tag'] ?? '')) return 'the HTTP header X-Robots-Tag says noai';
      const robots = metas.find(({ name, content }) => (name === 'robots' || name === robotName.toLowerCase()) && forbidsAi(content));
      if (robots !== undefined) return `<meta name="${robots.name}"> says noai`;
      const meta = metas.find(({ name }) => name === 'tdm-reservation')?.content.trim();
      if (meta !== undefined) return meta === '1' ? '<meta name="tdm-reservation"> is 1' : null;
      const header = headers['tdm-reservation']?.trim();
      if (header !== undefined) return header === '1' ? 'the HTTP header tdm-reservation is 1' : null;
      const file = await readFile(files, new URL('/.well-known/tdmrep.json', url).href, signal);
      return file !== null && isReservedBy(file, url) ? '/.well-known/tdmrep.json reserves it' : null;
    },
  };
}

/** A file that can't be reached reserves nothing; the page itself was to be had. */
async function readFile(files: SiteFiles, url: string, signal: AbortSignal | undefined): Promise<string | null> {
  try {
    return await files.read(url, signal);
  } catch (error) {
    if (error instanceof FetchError) return null;
    throw error;
  }
}

/** Directives are parted by commas; one after `otherbot:` is for that robot, and so are those that follow. */
function forbidsAi(directives: string): boolean {
  let isForUs = true;
  for (const part of directives.toLowerCase().split(',')) {
    const [, robot, directive = ''] = /^\s*(?:([a-z_*-]+)\s*:)?\s*(.*)$/.exec(part) ?? [];
    if (robot !== undefined) isForUs = robot === '*' || robot === robotName.toLowerCase();
    if (isForUs && directive.trim() === 'noai') return true;
  }
  return false;
}

function metasOf(body: Uint8Array): { name: string; content: string }[] {
  const head = Buffer.from(body.subarray(0, HEAD_BYTES)).toString('latin1');
  return [...head.matchAll(META)].map(([, attributes = '']) => {
    const found = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, key = '', a, b, c]) => [key.toLowerCase(), a ?? b ?? c ?? '']));
    return { name: (found.get('name') ?? '').toLowerCase(), content: found.get('content') ?? '' };
  });
}

/** The rule with the longest location that matches decides. */
function isReservedBy(text: string, url: string): boolean {
  const { pathname, search } = new URL(url);
  let longest = -1;
  let isReserved = false;
  for (const rule of rulesIn(text)) {
    if (rule.location.length <= longest || !matchesPattern(pathname + search, rule.location)) continue;
    longest = rule.location.length;
    isReserved = rule.isReserved;
  }
  return isReserved;
}

function rulesIn(text: string): { location: string; isReserved: boolean }[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  return (Array.isArray(parsed) ? parsed : []).flatMap((rule: unknown) => {
    if (typeof rule !== 'object' || rule === null || !('location' in rule) || typeof rule.location !== 'string') return [];
    const reservation = 'tdm-reservation' in rule ? rule['tdm-reservation'] : null;
    return [{ location: rule.location, isReserved: reservation === 1 || reservation === '1' }];
  });
}
