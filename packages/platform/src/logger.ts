import { type DestinationStream, destination, type Logger, pino } from 'pino';
import { logFields } from './logContext.ts';
import { redactSecrets } from './redactSecrets.ts';

export type { Logger } from 'pino';

/**
 * Structured JSON lines on standard error; standard output stays free for results.
 * Each line says what the work at hand is about (`withLogContext`), and which span it belongs to.
 * User-info and secret parameters of URLs are blanked wherever they occur in a line.
 * @param name the service, found in each line as `name`.
 */
export function createLogger(name: string, options: { level?: string; output?: DestinationStream } = {}): Logger {
  return pino(
    {
      name,
      level: options.level ?? 'info',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: logFields,
      hooks: { streamWrite: redactSecrets },
    },
    options.output ?? destination({ dest: 2, sync: true }),
  );
}
