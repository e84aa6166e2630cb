/** Work that ends, fails, never ends or never has enough, as it is told; for tests. */
export default function hostileWork(order: { do: string; bytes?: Uint8Array }): unknown {
  switch (order.do) {
    case 'count':
      return order.bytes?.byteLength ?? 0;
    case 'throw':
      throw new TypeError('no such order');
    case 'loop':
      for (;;);
    case 'backtrack':
      return /^(a+)+$/.test(`${'a'.repeat(60)}b`);
    case 'hoard': {
      const kept: unknown[] = [];
      for (let size = 0; ; size++) kept.push({ size, text: `${size}`.padEnd(200) });
    }
  }
  return null;
}
