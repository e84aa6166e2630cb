import pg from 'pg';
import { createEventStore } from '../log/eventStore.ts';
import { subscribe } from '../subscriptions/subscribe.ts';

// A process of its own for a test: it writes what a batch says, tells so on standard output, and never gets to its commit.
const pool = new pg.Pool({ connectionString: process.argv[2] });

await subscribe({
  store: createEventStore(pool),
  pool,
  name: 'test',
  signal: new AbortController().signal,
  handle: async (client, events) => {
    await client.query("INSERT INTO seen SELECT 'killed', unnest($1::bigint[]), 'lost'", [events.map(({ position }) => position)]);
    process.stdout.write('effects written\n');
    await new Promise((resolve) => setTimeout(resolve, 3_600_000));
  },
}).done;
