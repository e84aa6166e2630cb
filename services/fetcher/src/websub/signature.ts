import { createHmac, timingSafeEqual } from 'node:crypto';

/** Methods of W3C WebSub §7.1; a hub may choose any. */
const METHODS = /^(sha1|sha256|sha384|sha512)=([0-9a-f]+)$/i;

/** Whether a header X-Hub-Signature proves that whoever holds the secret sent these bytes. Compared in constant time. */
export function isSignedBy(secret: string, header: string | undefined, body: Uint8Array): boolean {
  const [, method, digest] = METHODS.exec(header?.trim() ?? '') ?? [];
  if (method === undefined || digest === undefined) return false;
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(digest, 'hex');
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}
