/** One spelling for an instant, the same as tables give back: instants are compared as texts. */
export function inUtc<Instant extends string | null>(instant: Instant): Instant extends null ? string | null : string;
export function inUtc(instant: string | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
