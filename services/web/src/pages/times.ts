/** `2025-11-03 14:05 UTC`; nothing for a time that there is none of. */
export function momentOf(time: Date | null): string {
  return time === null ? '' : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `2025-11-03`, in UTC. */
export function dayOf(time: Date | null): string {
  return time === null ? '' : time.toISOString().slice(0, 10);
}
