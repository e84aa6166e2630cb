import { createHmac } from 'node:crypto';

/**
 * Proves to a receiver who sent a body and when: HMAC-SHA256, in hexadecimal, of the timestamp, a full stop and the body, under the secret that
 * only both know. With the timestamp inside, an old body can't be sent again as new.
 * @param timestamp in seconds since 1970.
 */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}
