import { type ModelMessage, modelAnswerJsonSchema } from '@newsledger/claims';
import { z } from 'zod';
import type { ModelSettings } from './modelSettings.ts';

/** What came of a question. `tokens` as the endpoint counted them; null when it didn't say. */
export type ModelReply =
  | { outcome: 'answered'; content: string; tokens: number | null }
  | { outcome: 'refused' | 'unusable' | 'timed_out' | 'rate_limited' | 'failed'; detail: string; tokens: number | null };

/** Longest answer, in tokens: a long article states a few dozen figures, each of about 100. */
export const MAX_ANSWER_TOKENS = 4_000;

/** Longest answer that is read, in bytes; whoever sends more is no model. */
const MAX_BYTES = 1_000_000;

/** Times that a question is sent at most; only endpoints that ask for patience, or fail by themselves, are asked again. */
const MAX_ATTEMPTS = 3;

/** First wait after a failure, in milliseconds; doubled each time. */
const RETRY_MS = 500;

const completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ total_tokens: z.int().min(0) }).nullish(),
});

/**
 * Puts a question to an OpenAI-compatible chat-completions endpoint. All that can go wrong is a value; nothing of a failed answer but its
 * status is repeated, and the key never. The time limit holds for all attempts together.
 */
export async function askModel(
  { url, name, key, timeoutMs }: ModelSettings,
  messages: readonly ModelMessage[],
  signal: AbortSignal,
): Promise<ModelReply> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const body = JSON.stringify({
    model: name,
    messages,
    temperature: 0,
    max_tokens: MAX_ANSWER_TOKENS,
    response_format: { type: 'json_schema', json_schema: { name: 'claims', schema: modelAnswerJsonSchema() } },
  });
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) },
        body,
        signal: limit,
        redirect: 'error',
      });
      if (response.ok) return readReply(await readBody(response));
      await response.body?.cancel();
      const retryable = response.status === 429 || response.status >= 500;
      if (!retryable || attempt === MAX_ATTEMPTS)
        return { outcome: response.status === 429 ? 'rate_limited' : 'failed', detail: `status ${response.status}`, tokens: null };
      const wait = Math.max(retryAfterMs(response.headers.get('retry-after')), RETRY_MS * 2 ** (attempt - 1));
      if (wait >= timeoutMs) return { outcome: 'rate_limited', detail: `asked to wait ${Math.ceil(wait / 1000)} s`, tokens: null };
      await pause(wait, limit);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (limit.aborted) return { outcome: 'timed_out', detail: `no answer within ${timeoutMs} ms`, tokens: null };
      if (attempt === MAX_ATTEMPTS) return { outcome: 'failed', detail: nameOf(error), tokens: null };
    }
  }
}

function readReply(body: string | null): ModelReply {
  const parsed = completion.safeParse(parseJson(body));
  if (!parsed.success) return { outcome: 'unusable', detail: 'no chat completion', tokens: null };
  const tokens = parsed.data.usage?.total_tokens ?? null;
  const [choice] = parsed.data.choices;
  const { content, refusal } = choice?.message ?? {};
  if (refusal != null && refusal !== '') return { outcome: 'refused', detail: 'the model refused', tokens };
  if (choice?.finish_reason === 'length') return { outcome: 'unusable', detail: 'the answer was cut off', tokens };
  if (choice?.finish_reason === 'content_filter') return { outcome: 'refused', detail: 'the answer was filtered', tokens };
  if (content == null || content === '') return { outcome: 'unusable', detail: 'an empty answer', tokens };
  return { outcome: 'answered', content, tokens };
}

/** Null when it is too long. */
async function readBody(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

/** Seconds or a date (RFC 9110 §10.2.3); 0 for anything else. */
function retryAfterMs(header: string | null): number {
  if (header === null) return 0;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - Date.now());
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** The kind of a network error; its message may repeat the address, and the address may hold a secret. */
function nameOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : cause instanceof Error ? cause.name : 'unknown error';
}
