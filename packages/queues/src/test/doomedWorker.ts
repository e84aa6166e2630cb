/** A process, perhaps with a wrong clock, that takes one job and never ends it, until it is killed. Its only argument is its configuration. */
import { createQueues } from '../createQueues.ts';
import { createWorker } from '../createWorker.ts';

const { name, clockOffsetMs = 0, ...config } = JSON.parse(process.argv[2] ?? '{}');
const now = Date.now;
Date.now = () => now() + clockOffsetMs;
const queues = await createQueues(config);
createWorker(
  queues,
  name,
  async () => {
    process.send?.('took');
    await new Promise(() => {});
  },
  { concurrency: 1 },
);
process.send?.('ready');
