/** Data of events that this process checked. A note of facts: without it the same data is only checked once more. */
const checked = new WeakSet<object>();

/** Remembers that this very object fits its schema; nobody changes data of events. */
export function noteCheckedData(data: object): void {
  checked.add(data);
}

export function isCheckedData(data: object): boolean {
  return checked.has(data);
}
