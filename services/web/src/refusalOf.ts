/** Why a request is not done, as the server that was asked says it. */
export interface Refusal {
  /** From 400 to 499 for what the client did wrong; 503 for what this server can't do. */
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

/** SQLSTATE of a write to a streaming replica, or by the reader role: read_only_sql_transaction. */
const READ_ONLY = '25006';

/** Null when neither the client nor a database that only reads is why: then the log says more, and the client nothing. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Error && 'code' in error && error.code === READ_ONLY)
    return {
      status: 503,
      title: 'This server only reads',
      detail:
        'The database is asked as a reader here, or is a standby, so that nothing can be corrected. Whoever runs these pages sets NEWSLEDGER_ADMIN_POSTGRES_URL to an address of the primary that may write.',
    };
  if (!(error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')) return null;
  const { statusCode: status, message } = error;
  return status >= 400 && status < 500 ? { status, title: TITLES[status] ?? 'That request is refused', detail: message } : null;
}
