import { parse } from 'tldts';

/** Hosts of a site's pages for phones and for AMP, in front of its registrable domain. */
const PHONE_HOSTS: ReadonlySet<string> = new Set(['m', 'mobile', 'amp', 'mobil', 'touch', 'wap']);

/** Query parameters that choose a presentation of one text, or name a visit. */
const PRESENTATION =
  /^(amp|amp_js_v|usqp|outputtype|output|format|view|print|printable|mobile|platform|nomobile|share|sh|source|src|phpsessid|jsessionid|sessionid|session_id|sid|aspsessionid.*|_ga|_gl|wt_mc|wt_zmc|xtor|taid|rss|ns_.+|pk_.+|mtm_.+|piwik_.+|hsctatracking|vero_id|oly_(enc|anon)_id|s_cid|icid|trk|_openstat|guce_.+|ssr|ncid|feature|feedtype|feedname|dicbo|tblci|ob_.+|cmp|campaign|cx_.+|linkid|soc_.+|sref|sr_share|traffic_source|via|xs_.+)$/i;
/** Of these parameters only some values choose a presentation; `format=pdf` or `view=123` may be another text. */
const PRESENTATION_VALUES: ReadonlyMap<string, RegExp> = new Map([
  ['output', /^amp$/i],
  ['format', /^(amp|mobile|print|rss)$/i],
  ['view', /^(amp|mobile|print|desktop|classic)$/i],
  ['platform', /^(amp|mobile|hootsuite)$/i],
  ['source', /^(rss|feed|twitter|facebook|email|newsletter|social|amp)/i],
  ['src', /^(rss|feed|twitter|facebook|email|newsletter|social|amp)/i],
  ['campaign', /\D/],
  ['feature', /\D/],
  ['via', /\D/],
  ['share', /\D|^1?$/],
  ['sid', /^[0-9a-f]{16,}$/i],
]);

/** Pages that stand for their folder. */
const INDEX = /\/(?:index|default|home)\.(?:html?|php\d?|aspx?|jsp|cfm)$/i;
const SESSION_IN_PATH = /;(?:jsessionid|phpsessid|sid|aspsessionid)=[^/]*/gi;
/** A last part of a path that says which text it is: words with hyphens, a number, or a file. */
const SLUG = /[^/]*(?:[a-z]-[a-z]|\d{4}|\.html?)[^/]*/i.source;
const AMP_BEHIND = new RegExp(`(/${SLUG})(?:/amp(?:html)?|\\.amp(?=\\.html?$)|[.]amp)(?=$|\\.html?$)`, 'i');
const AMP_BEFORE = new RegExp(`^/(?:amp|amphtml)(/.*${SLUG})$`, 'i');

/**
 * What addresses of one article have in common: the address without what only chooses its presentation (AMP, phones, print), names a visit,
 * or repeats what is the same without it. An address that has none of these is its own key. Keys tell articles apart; they are not made to be
 * fetched.
 * @param normal an address that `normaliseUrl` made.
 */
export function articleKeyOf(normal: string): string {
  const url = new URL(originalOfCache(normal));
  url.hostname = withoutPhoneHost(url.hostname);
  for (const [name, value] of [...url.searchParams])
    if (PRESENTATION.test(name) && (PRESENTATION_VALUES.get(name.toLowerCase())?.test(value) ?? true)) url.searchParams.delete(name);
  url.pathname = foldPath(url.pathname);
  return url.toString().replace(/\?$/, '');
}

/** Each step can uncover another: `/index.html/amp`. Every one shortens the path, so that there is an end. */
function foldPath(path: string): string {
  const folded = path
    .replace(SESSION_IN_PATH, '')
    .replace(/\/{2,}/g, '/')
    .replace(INDEX, '/')
    .replace(AMP_BEHIND, '$1')
    .replace(AMP_BEFORE, '$1')
    .replace(/(?<=.)\/+$/, '');
  return folded === path ? path : foldPath(folded);
}

/** `m.example.com` is `example.com`'s; `m.co.uk` is a domain of its own, and so is `amp.dev`. */
function withoutPhoneHost(hostname: string): string {
  const { domain, subdomain, isIp } = parse(hostname.replace(/\.$/, ''), { allowPrivateDomains: true });
  if (isIp === true || domain === null || !subdomain) return hostname.replace(/\.$/, '');
  const labels = subdomain.split('.');
  const kept = labels.filter((label, index) => !PHONE_HOSTS.has(label) || (index > 0 && labels[0] !== 'www'));
  return kept.length === labels.length ? hostname.replace(/\.$/, '') : [...kept, domain].join('.');
}

/** Caches of AMP pages carry the original's address in theirs: `www-example-com.cdn.ampproject.org/c/s/www.example.com/a`. */
function originalOfCache(address: string): string {
  const match =
    /^https?:\/\/[^/]+\.cdn\.ampproject\.org\/(?:[a-z]+\/)?(s\/)?([^/]+\.[^/]+\/.*)$/i.exec(address) ??
    /^https?:\/\/(?:www\.)?google\.[^/]+\/amp\/(s\/)?([^/]+\.[^/]+\/.*)$/i.exec(address) ??
    /^https?:\/\/(?:www\.)?bing-amp\.com\/c\/(s\/)?([^/]+\.[^/]+\/.*)$/i.exec(address);
  if (match === null) return address;
  const original = `${match[1] === undefined ? 'http' : 'https'}://${match[2]}`;
  return URL.canParse(original) ? original : address;
}
