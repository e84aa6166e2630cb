/** A process that takes one job and never ends it, until it is killed. Its only argument is its configuration. */
import { createQueues } from '../createQueues.ts';
import { createWorker } from '../createWorker.ts';

const { name, ...config } = JSON.parse(process.argv[2] ?? '{}');
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
