import { type DestinationStream, destination, type Logger, pino } from 'pino';
import { logFields } from './logContext.ts';
import { redactSecrets } from './secrets/redactSecrets.ts';

export type { Logger } from 'pino';

export interface LoggerOptions {
  readonly level?: string;
  readonly output?: DestinationStream;
  /** What no line may hold; `secretsOf` finds them in the settings. */
  readonly secrets?: readonly string[];
}

/**
 * Structured JSON lines on standard error; standard output stays free for results.
 * Each line says what the work at hand is about (`withLogContext`), and which span it belongs to.
 * User-info and secret parameters of URLs, and the given secrets, are blanked wherever they occur in a line.
 * @param name the service, found in each line as `name`.
 */
export function createLogger(name: string, options: LoggerOptions = {}): Logger {
  const { secrets = [] } = options;
  return pino(
    {
      name,
      level: options.level ?? 'info',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: logFields,
      hooks: { streamWrite: (line) => redactSecrets(line, secrets) },
    },
    options.output ?? destination({ dest: 2, sync: true }),
  );
}
