import { UsageError } from '../usageError.ts';

/** @throws {UsageError} instead of the server's own error when its port is taken. */
export async function explainTakenPort<T>(starting: Promise<T>, port: number, what: string, choose: string): Promise<T> {
  try {
    return await starting;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new UsageError(`Port ${port}, which ${what} wants, is taken by another program. End that one, or choose ${choose}.`);
    throw error;
  }
}
