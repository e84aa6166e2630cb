import type { FetcherContext } from '../fetcherContext.ts';
import { keepSubscriptions } from './keepSubscriptions.ts';
import { startCallbackServer } from './startCallbackServer.ts';

/** Keeps subscriptions and answers hubs until it is closed. Of several fetchers on one machine the first to come answers; all of them keep. */
export async function followHubs(
  context: FetcherContext & { publicUrl: string },
  { callbackHost = '127.0.0.1', callbackPort = 4710 }: { callbackHost?: string | undefined; callbackPort?: number | undefined },
  signal: AbortSignal,
): Promise<{ close: () => Promise<void> }> {
  const { logger, publicUrl } = context;
  const server = await startCallbackServer(context, { host: callbackHost, port: callbackPort }).catch((error: unknown) => {
    logger.warn({ err: error, callbackPort }, 'hubs are not answered here: another process may have the port');
    return null;
  });
  if (server !== null) logger.info({ publicUrl, port: server.port }, 'hubs are answered');
  const kept = keepSubscriptions(context, signal);
  return {
    close: async () => {
      await Promise.all([kept, server?.close()]);
    },
  };
}
