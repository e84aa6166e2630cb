import { redactSecrets } from '../secrets/redactSecrets.ts';

/** Why something can't be had; the same words as the event catalogue's `unavailableReasons`. */
export type FetchFailure =
  | 'paywall'
  | 'forbidden'
  | 'robots'
  | 'not_found'
  | 'gone'
  | 'blocked_address'
  | 'too_large'
  | 'unreadable'
  | 'unreachable'
  | 'timeout'
  /** The publisher reserves the text against mining or use by AI. */
  | 'reserved';

/** A request that gave no usable answer. Its message is stored and shown, and holds no secret of an address that a redirect led to. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly reason: FetchFailure;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** What the server asked for by Retry-After; null when it said nothing. */
  readonly retryAfterMs: number | null;
  /** The answer's status; null when there was no answer. */
  readonly httpStatus: number | null;

  constructor(
    message: string,
    details: { reason: FetchFailure; retryable: boolean; retryAfterMs?: number | null; httpStatus?: number | null; cause?: unknown },
  ) {
    super(redactSecrets(message), { cause: details.cause });
    this.reason = details.reason;
    this.retryable = details.retryable;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.httpStatus = details.httpStatus ?? null;
  }
}
