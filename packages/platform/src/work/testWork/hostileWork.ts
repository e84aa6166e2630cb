/** Work that ends, fails, never ends, never has enough or breaks everything, as it is told; for tests. */
export default function hostileWork(order: { do: string; bytes?: Uint8Array }): unknown {
  switch (order.do) {
    case 'count':
      return order.bytes?.byteLength ?? 0;
    case 'pid':
      return process.pid;
    case 'secrets':
      return Object.keys(process.env);
    case 'throw':
      throw new TypeError('no such order');
    case 'exit':
      return process.abort();
    case 'loop':
      for (;;);
    case 'backtrack':
      return /^(a+)+$/.test(`${'a'.repeat(60)}b`);
    case 'hoard objects':
      for (const kept: unknown[] = []; ; ) kept.push({ text: `${kept.length}`.padEnd(200) });
    case 'hoard keys':
      for (const kept = new Map<string, number>(); ; ) kept.set(`key ${kept.size}`, kept.size);
    case 'hoard text':
      for (let kept = 'abc'; ; ) kept = JSON.stringify(kept + kept.toUpperCase());
  }
  return null;
}
