import { createWorkPool } from '../workPool.ts';

/** Starts work that never ends, and waits to be killed; for tests. */
const module = new URL('hostileWork.ts', import.meta.url);
const pool = createWorkPool({ module, size: 1, maxRunMs: 600_000, maxHeapMb: 64 });
process.stdout.write(`${await pool.run({ do: 'pid' })}\n`);
await pool.run({ do: 'loop' });
