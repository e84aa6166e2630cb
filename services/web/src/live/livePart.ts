import { type Html, html } from '../html.ts';

interface Live {
  /** The page that holds the part. */
  readonly page: string;
  /** The part's id, on that page and on this one. */
  readonly id: string;
  readonly everySeconds: number;
}

/**
 * A part of a page that is fetched anew again and again. Only what differs is changed, so that focus and
 * selection stay. Without JavaScript it stands as it came, and a reload brings the next.
 */
export function livePart({ page, id, everySeconds }: Live, body: Html): Html {
  return html`<div id="${id}" hx-get="${page}" hx-select="#${id}" hx-target="this" hx-swap="outerMorph" hx-trigger="every ${everySeconds}s">${body}</div>`;
}
