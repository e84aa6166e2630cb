import type { HttpClient } from '@newsledger/platform';
import { signatureOf } from './signature.ts';

/** Nobody needs longer to say that he has something; what he does with it he can do afterwards. */
export const ANSWER_WITHIN_MS = 15_000;

/** Receivers say "ok"; more of an answer isn't read. */
const MAX_ANSWER_BYTES = 4096;

export interface Sending {
  readonly deliveryId: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
}

/**
 * Sends one delivery, signed. Addresses are guarded as those of feeds are; redirects are not followed, since nobody signed for where they lead.
 * @returns the status of the answer; any of 200 to 299 means that the receiver has it.
 * @throws {FetchError} when there is no answer, or the address is not to be reached.
 */
export async function sendDelivery(
  http: HttpClient,
  { deliveryId, url, secret, body }: Sending,
  { now = () => new Date(), signal }: { readonly now?: () => Date; readonly signal?: AbortSignal } = {},
): Promise<number> {
  const timestamp = Math.floor(now().getTime() / 1000);
  const { status } = await http.fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'newsledger-delivery': deliveryId,
      'newsledger-timestamp': `${timestamp}`,
      'newsledger-signature': `sha256=${signatureOf(secret, timestamp, body)}`,
    },
    maxBytes: MAX_ANSWER_BYTES,
    cutAtMaxBytes: true,
    timeoutMs: ANSWER_WITHIN_MS,
    ...(signal !== undefined && { signal }),
  });
  return status;
}

/** Whether a status says that the receiver has it. */
export function isTaken(status: number): boolean {
  return status >= 200 && status < 300;
}
