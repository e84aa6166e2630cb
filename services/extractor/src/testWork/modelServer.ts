import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** What a question held. */
interface ModelRequest {
  readonly authorization: string | undefined;
  readonly model: string;
  readonly article: { readonly title: string; readonly article: string };
}

export interface ModelServer {
  readonly url: string;
  /** All questions so far. */
  readonly requests: readonly ModelRequest[];
  close(): Promise<void>;
}

type Answer = (response: ServerResponse, attempt: number) => void;

const question = z.object({ model: z.string(), messages: z.array(z.object({ role: z.string(), content: z.string() })) });
const article = z.object({ title: z.string(), article: z.string() });

/** A server on this machine that speaks the chat-completions protocol and answers as the test says. */
export async function startModelServer(answer: Answer): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const server = createServer(async (request, response) => {
    const { model, messages } = question.parse(JSON.parse(await bodyOf(request)));
    requests.push({
      authorization: request.headers.authorization,
      model,
      article: article.parse(JSON.parse(messages.at(-1)?.content ?? '')),
    });
    answer(response, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1/chat/completions`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A completion whose message is `content`, as such servers word it. */
export function completes(content: unknown, change: { finish_reason?: string; refusal?: string; tokens?: number } = {}): Answer {
  const message = {
    role: 'assistant',
    content: typeof content === 'string' ? content : JSON.stringify(content),
    refusal: change.refusal ?? null,
  };
  return sends(200, {
    choices: [{ index: 0, finish_reason: change.finish_reason ?? 'stop', message }],
    usage: { total_tokens: change.tokens ?? 1200 },
  });
}

export function sends(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
