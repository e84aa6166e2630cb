import { NEWSROOM_PORT, startNewsroom } from './startNewsroom.ts';

/** Settings: NEWSLEDGER_NEWSROOM_HOST (default 127.0.0.1; 0.0.0.0 in a container) and NEWSLEDGER_NEWSROOM_PORT (default 4780). */
const host = process.env.NEWSLEDGER_NEWSROOM_HOST ?? '127.0.0.1';
const port = Number(process.env.NEWSLEDGER_NEWSROOM_PORT ?? NEWSROOM_PORT);

const newsroom = await startNewsroom({ host, port });
console.log(`The sample newsroom is at ${newsroom.url}`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void newsroom.close());
