import { findPortHolder } from '@newsledger/platform';
import type { Printer } from '../output/printer.ts';
import { UsageError } from '../usageError.ts';

interface PortChoice<Server> {
  /** Whose port it is, such as "the pages". */
  readonly what: string;
  /** What the user asked for; nothing else will do then. Null when they left it open. */
  readonly named: number | null;
  /** Tried first when the user named none. */
  readonly usual: number;
  /** How another port is named, such as "--port". */
  readonly chooseBy: string;
  readonly start: (port: number) => Promise<Server>;
  readonly printer: Printer;
}

/** So many neighbours of the usual port are tried. */
const NEIGHBOURS = 50;

/**
 * Starts a server on the port that the user named, or on the usual one or the next that is free, and says so then.
 * @throws {UsageError} when the named port is taken, saying by whom if that can be known.
 */
export async function takePort<Server>({ what, named, usual, chooseBy, start, printer }: PortChoice<Server>): Promise<Server> {
  if (named !== null) {
    try {
      return await start(named);
    } catch (error) {
      if (!isTaken(error)) throw error;
      throw new UsageError(
        `Port ${named}, which ${what} shall have, is taken by ${await describeHolder(named)}. End that one, or choose another port with ${chooseBy}.`,
      );
    }
  }
  for (let port = usual; ; port++) {
    try {
      const server = await start(port);
      if (port !== usual) await noteOtherPort(printer, { what, wanted: usual, got: port });
      return server;
    } catch (error) {
      if (!isTaken(error)) throw error;
      if (port >= usual + NEIGHBOURS)
        throw new UsageError(`The ports from ${usual} to ${port} are all taken. Choose one for ${what} with ${chooseBy}.`);
    }
  }
}

/** Tells the user that something is not where they are used to find it, and why. */
export async function noteOtherPort(printer: Printer, { what, wanted, got }: { what: string; wanted: number; got: number }): Promise<void> {
  printer.note(`Port ${wanted} is taken by ${await describeHolder(wanted)}: ${what} will be at port ${got}`);
}

async function describeHolder(port: number): Promise<string> {
  const holder = await findPortHolder(port);
  return holder === null ? 'another program' : `${holder.command} (process ${holder.pid})`;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
