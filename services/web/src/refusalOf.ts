/** What a client did wrong, as the server that it asked says it. */
export interface Refusal {
  /** From 400 to 499. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'That request is not understood',
  413: 'That is too much at once',
  415: 'That form of text is not read here',
  429: 'Too many requests',
};

/** Null when the fault is not the client's: then the log says more, and the client nothing. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')) return null;
  const { statusCode: status, message } = error;
  return status >= 400 && status < 500 ? { status, title: TITLES[status] ?? 'That request is refused', detail: message } : null;
}
