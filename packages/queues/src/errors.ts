/** Trying again may help: the job waits and is tried again, as often as its attempts allow. */
export class RetryableError extends Error {
  /** What the other side asked for (`Retry-After`), in milliseconds; the next attempt is never earlier. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: { retryAfterMs?: number | undefined; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'RetryableError';
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Trying again can't help: the job fails at once, and the reason is kept. */
export class PermanentError extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'PermanentError';
  }
}

/** A job id or body that no release will ever be able to work on. */
export class InvalidJobError extends PermanentError {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidJobError';
  }
}

/** The queue backend can't be used as configured; the message says what to change. */
export class QueueBackendError extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'QueueBackendError';
  }
}
