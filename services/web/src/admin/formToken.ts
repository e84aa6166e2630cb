import { createHmac, timingSafeEqual } from 'node:crypto';

/** Forms stay open over night; a token of the day before yesterday is of no use any more. */
const DAYS_KEPT = 2;
const DAY_MS = 86_400_000;

/** Tokens in forms, which other sites can't know: a browser sends the admin's password along with whatever form they let it send. */
export interface FormTokens {
  readonly make: () => string;
  readonly isMade: (token: string) => boolean;
}

/** @param adminToken what only this service and its admins know. */
export function createFormTokens(adminToken: string, now: () => Date): FormTokens {
  const tokenOf = (day: number) => createHmac('sha256', adminToken).update(`form of day ${day}`).digest('base64url');
  const today = () => Math.floor(now().getTime() / DAY_MS);
  return {
    make: () => tokenOf(today()),
    isMade: (token) => Array.from({ length: DAYS_KEPT }, (_, ago) => tokenOf(today() - ago)).some((made) => isEqual(made, token)),
  };
}

function isEqual(made: string, given: string): boolean {
  const [a, b] = [Buffer.from(made), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
