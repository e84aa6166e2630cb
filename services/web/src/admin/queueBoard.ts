import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { BullQueues } from '@newsledger/queues';
import type { FastifyInstance } from 'fastify';
import { html } from '../html.ts';
import { layout } from '../pages/layout.ts';

/** Where the board is. */
const BOARD_PATH = '/admin/queues';

/** The board's own scripts and pictures come from here; it needs inline styles. */
const BOARD_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

export interface QueueBoardOptions {
  readonly queues: BullQueues['queues'];
  readonly isAdmin: (authorization: string | undefined) => boolean;
}

/**
 * The queues with their jobs, to look at, for whoever has the admin token. Nothing can be changed there: what is to be done is in the log and the
 * outbox, and a job that somebody removes would be put back; "newsledger retry" asks for what failed.
 */
export async function queueBoard(app: FastifyInstance, { queues, isAdmin }: QueueBoardOptions): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', BOARD_POLICY).header('cache-control', 'no-store');
    if (isAdmin(request.headers.authorization)) return;
    reply.status(401).header('www-authenticate', 'Basic realm="Newsledger", charset="UTF-8"').type('text/html');
    return reply.send(layout('Not for you', html`<h1>The admin token is asked for</h1><p>As the password; any user name will do.</p>`));
  });
  app.addHook('onSend', async (_request, _reply, payload) => (typeof payload === 'string' ? withoutForeignFonts(payload) : payload));
  const serverAdapter = new FastifyAdapter();
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Newsledger' } },
  });
  serverAdapter.setBasePath(BOARD_PATH);
  await app.register(serverAdapter.registerPlugin(), { prefix: BOARD_PATH });
}

/** The board's page asks another site for its fonts, which the policy would refuse; nobody outside is to learn who looks at it. */
function withoutForeignFonts(page: string): string {
  return page.replace(/<link href="https:[^>]*>/g, '');
}
