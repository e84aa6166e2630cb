import { workerData } from 'node:worker_threads';

/** How often to look whether the parent is still there, in milliseconds. */
const LOOK_EVERY_MS = 1_000;

/** A thread of a work process: an orphan gets another parent, and has nobody left to work for. */
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS);
