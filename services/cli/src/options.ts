import { type Config, loadConfig, parseDurationSeconds } from '@newsledger/platform';
import { type Command, InvalidArgumentError } from 'commander';
import { createPrinter, type Printer } from './output/printer.ts';
import { UsageError } from './usageError.ts';

/** The environment's settings, with what the command line says put over them. */
export function configOf(command: Command): Config {
  const config = loadConfig(process.env);
  const { dataDir } = command.optsWithGlobals<{ dataDir?: string }>();
  return dataDir === undefined ? config : { ...config, dataDir };
}

/** @throws {UsageError} when both forms for programs are asked for. */
export function printerOf(command: Command): Printer {
  const { json, csv } = command.optsWithGlobals<{ json?: true; csv?: true }>();
  if (json === true && csv === true) throw new UsageError('--json and --csv are two forms of the same; ask for one of them.');
  return createPrinter(csv === true ? 'csv' : json === true ? 'json' : 'table');
}

/** @throws {InvalidArgumentError} when the text is no whole number of zero or more. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** @throws {InvalidArgumentError} when the text is no whole number of one or more. */
export function aboveZero(text: string): number {
  const number = wholeNumber(text);
  if (number === 0) throw new InvalidArgumentError('It must be one or more.');
  return number;
}

/** A duration such as `6h`, in seconds. @throws {InvalidArgumentError} on any other text. */
export function duration(text: string): number {
  try {
    return parseDurationSeconds(text);
  } catch {
    throw new InvalidArgumentError('It must be a duration such as 90s, 15m, 6h or 1d.');
  }
}
