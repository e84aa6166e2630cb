/** Gives each feature hash a column, and counts the decisions that have it. Linear probing over a table at most half full. */
export class Columns {
  private keys: Int32Array = new Int32Array(1 << 16);
  /** The column of each key and one more, so that 0 is an empty slot. */
  private slots: Int32Array = new Int32Array(1 << 16);
  private ids: Int32Array = new Int32Array(1 << 15);
  private counts: Int32Array = new Int32Array(1 << 15);
  private last: Int32Array = new Int32Array(1 << 15);
  private size = 0;

  /** The column of a hash that decision number `decision` has; decisions come one after the other. */
  columnOf(id: number, decision: number): number {
    const slot = this.slotOf(id);
    let column = (this.slots[slot] ?? 0) - 1;
    if (column < 0) {
      if (this.size === this.ids.length) {
        this.grow();
        return this.columnOf(id, decision);
      }
      column = this.size++;
      this.keys[slot] = id;
      this.slots[slot] = column + 1;
      this.ids[column] = id;
      this.last[column] = -1;
    }
    if (this.last[column] !== decision) {
      this.last[column] = decision;
      this.counts[column] = (this.counts[column] ?? 0) + 1;
    }
    return column;
  }

  /** The hashes that at least so many decisions have, by when they were first met, and the place of each column among them; −1 for none. */
  seenIn(atLeast: number): { readonly ids: Int32Array; readonly renamed: Int32Array } {
    const renamed = new Int32Array(this.size).fill(-1);
    const ids = new Int32Array(this.size);
    let kept = 0;
    for (let column = 0; column < this.size; column++) {
      if ((this.counts[column] ?? 0) < atLeast) continue;
      ids[kept] = this.ids[column] ?? 0;
      renamed[column] = kept++;
    }
    return { ids: ids.slice(0, kept), renamed };
  }

  private slotOf(id: number): number {
    const mask = this.slots.length - 1;
    let slot = (id ^ (id >>> 15)) & mask;
    while (this.slots[slot] !== 0 && this.keys[slot] !== id) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    this.ids = doubled(this.ids);
    this.counts = doubled(this.counts);
    this.last = doubled(this.last);
    this.keys = new Int32Array(this.keys.length * 2);
    this.slots = new Int32Array(this.slots.length * 2);
    for (let column = 0; column < this.size; column++) {
      const id = this.ids[column] ?? 0;
      const slot = this.slotOf(id);
      this.keys[slot] = id;
      this.slots[slot] = column + 1;
    }
  }
}

function doubled(held: Int32Array): Int32Array {
  const larger = new Int32Array(held.length * 2);
  larger.set(held);
  return larger;
}
