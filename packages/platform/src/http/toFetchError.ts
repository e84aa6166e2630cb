import { FetchError, type FetchFailure } from './fetchError.ts';

/** What error codes of sockets, TLS and undici mean for the caller. First match counts. */
const MEANINGS: readonly { code: RegExp; reason: FetchFailure; retryable: boolean; says: string }[] = [
  { code: /^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/, reason: 'timeout', retryable: true, says: 'timed out' },
  { code: /^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/, reason: 'too_large', retryable: false, says: 'sent headers without end' },
  { code: /^HPE_|^HTTPParserError$|^UND_ERR_INVALID_ARG$/, reason: 'unreadable', retryable: false, says: 'does not speak HTTP properly' },
  // A certificate that is wrong now is wrong in a minute.
  {
    code: /CERT|^ERR_TLS|^ERR_SSL|SELF_SIGNED|UNABLE_TO_VERIFY/,
    reason: 'unreachable',
    retryable: false,
    says: 'has a certificate that fails',
  },
];

/** Any failure of an exchange as a FetchError; an unknown one counts as a passing fault of the network. */
export function toFetchError(error: unknown, url: string): FetchError {
  if (error instanceof FetchError) return error;
  const code = codeOf(error);
  const meaning = MEANINGS.find((candidate) => candidate.code.test(code));
  const detail = error instanceof Error ? error.message : String(error);
  if (meaning === undefined)
    return new FetchError(`${url} can't be reached: ${detail}`, { reason: 'unreachable', retryable: true, cause: error });
  return new FetchError(`${url} ${meaning.says}: ${detail}`, { reason: meaning.reason, retryable: meaning.retryable, cause: error });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
