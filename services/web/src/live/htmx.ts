import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Html, html } from '../html.ts';

/** The script by which pages that are live fetch themselves anew. */
export const HTMX_SCRIPT = readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'), 'utf8');

/** Where it is served: named after what it is, so that browsers may keep it for ever. */
export const HTMX_PATH = `/htmx-${hash('sha256', HTMX_SCRIPT).slice(0, 12)}.js`;

/** No style of its own, no address changed, and an answer that is an error leaves on the page what was there. */
const CONFIG = JSON.stringify({ includeIndicatorCSS: false, history: false, mode: 'same-origin', noSwap: [204, 304, '4xx', '5xx'] });

/** What the head of a live page has besides. */
export function htmxHead(): Html {
  return html`<meta name="htmx-config" content="${CONFIG}"><script src="${HTMX_PATH}" defer></script>`;
}
