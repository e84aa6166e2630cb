/** One state of what lies at an address. */
export interface ResourceEdition {
  readonly status: 200 | 402 | 403 | 410;
  /** Entity tag with its quotes; null for outlets that send dates only. */
  readonly etag: string | null;
  /** HTTP date; null where none is sent. */
  readonly lastModified: string | null;
  readonly contentType: string;
  /** The body for a client that reached the newsroom under `base`. */
  readonly render: (base: string) => Buffer;
}

/** What lies at one address: its editions in the order in which a returning client sees them, or where it moved to. */
export type Resource =
  | { readonly kind: 'document'; readonly editions: readonly [ResourceEdition, ...ResourceEdition[]]; readonly throttled: boolean }
  | { readonly kind: 'moved'; readonly to: string };
