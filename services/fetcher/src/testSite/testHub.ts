import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitFor } from '@newsledger/test-support';

/** A WebSub hub on this machine, as strict as a real one: it asks back before it does anything. */
export interface TestHub {
  readonly url: string;
  /** What was asked of it, in order. */
  readonly asked: URLSearchParams[];
  /** What the subscriber answered to all that the hub has asked back so far, in order; waits for answers that are on their way. */
  confirmed(): Promise<{ status: number; isEchoed: boolean }[]>;
  /** Answers requests with this status from now on; 202 at first. */
  answerWith(status: number): void;
  /** Grants so many seconds instead of what is asked for. */
  grant(leaseSeconds: number): void;
  /** Sends a body to the last callback, signed by this method and secret; the subscriber's own when left out. Gives the status. */
  push(body: string, options?: { method?: string; secret?: string; signature?: string | null }): Promise<number>;
  /** Asks or tells the last callback something. Gives the status. */
  tell(query: Record<string, string>): Promise<number>;
  close(): Promise<void>;
}

export async function startTestHub(): Promise<TestHub> {
  const asked: URLSearchParams[] = [];
  const confirmed: Promise<{ status: number; isEchoed: boolean }>[] = [];
  let status = 202;
  let lease: number | null = null;

  const askBack = async (form: URLSearchParams) => {
    const challenge = `challenge-${asked.length}`;
    const query = {
      'hub.mode': form.get('hub.mode') ?? '',
      'hub.topic': form.get('hub.topic') ?? '',
      'hub.challenge': challenge,
      'hub.lease_seconds': String(lease ?? form.get('hub.lease_seconds') ?? ''),
    };
    const answer = await fetch(`${form.get('hub.callback')}?${new URLSearchParams(query)}`);
    return { status: answer.status, isEchoed: (await answer.text()) === challenge };
  };

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    asked.push(form);
    response.writeHead(status).end();
    if (status < 300) confirmed.push(askBack(form));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const last = async (name: string) => {
    await waitFor('a request to the hub', () => asked.length > 0);
    return asked.findLast((form) => form.get(name) !== null)?.get(name) ?? '';
  };
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    confirmed: () => Promise.all(confirmed),
    answerWith: (code) => {
      status = code;
    },
    grant: (seconds) => {
      lease = seconds;
    },
    push: async (body, { method = 'sha256', secret, signature } = {}) => {
      const digest = createHmac(method, secret ?? (await last('hub.secret')))
        .update(body)
        .digest('hex');
      const given = signature === undefined ? `${method}=${digest}` : signature;
      const headers = { 'content-type': 'application/atom+xml', ...(given !== null && { 'x-hub-signature': given }) };
      return (await fetch(await last('hub.callback'), { method: 'POST', body, headers })).status;
    },
    tell: async (query) => (await fetch(`${await last('hub.callback')}?${new URLSearchParams(query)}`)).status,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await Promise.all(confirmed);
    },
  };
}
