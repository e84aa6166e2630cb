/** A process that one job kills, as a page that a parser can't bear would; all others it completes. Its only argument is its configuration. */
import { createQueues } from '../createQueues.ts';
import { createWorker } from '../createWorker.ts';
import { completeWork } from '../work/completeWork.ts';

const { name, deadlyJobId, ...config } = JSON.parse(process.argv[2] ?? '{}');
const queues = await createQueues(config);
createWorker(
  queues,
  name,
  async (_data, { jobId }) => {
    if (jobId === deadlyJobId) process.kill(process.pid, 'SIGKILL');
    await completeWork(queues.pool, jobId);
  },
  { concurrency: 3 },
);
