import { readFile } from 'node:fs/promises';
import type { Environment } from '../config.ts';
import { readYaml } from '../yaml/readYaml.ts';
import { type LoadedSource, sourcesFile, toLoadedSource } from './sourcesSchema.ts';

/**
 * Reads sources.yaml. Variables of the environment are put in for `${NAME}` and `${NAME:-default}`.
 * @throws {SourcesError} listing every problem with file and line, and what to do.
 */
export async function loadSources(path: string, env: Environment = process.env): Promise<LoadedSource[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new SourcesError([
      `${path} can't be read (${error instanceof Error ? error.message : String(error)}). Create it, or name another file with NEWSLEDGER_SOURCES.`,
    ]);
  }
  return parseSources(text, path, env);
}

/** The same from text; `file` names it in errors. */
export function parseSources(text: string, file = 'sources.yaml', env: Environment = process.env): LoadedSource[] {
  const begin = 'Begin with "sources:" and a list of entries with id and url.';
  const reading = readYaml(text, { file, schema: sourcesFile, env, begin, knownKeys });
  if (reading.outcome === 'wrong') throw new SourcesError(reading.problems);
  const { sources } = reading.data;
  const repeated = repeatedIds(sources).map(
    ({ index, id }) => `${reading.at(['sources', index, 'id'])}: the id "${id}" is used twice. Give each source an id of its own.`,
  );
  if (repeated.length > 0) throw new SourcesError(repeated);
  return sources.map(toLoadedSource);
}

/** The file would leave it unclear what to follow; nothing of it is used. */
export class SourcesError extends Error {
  override readonly name = 'SourcesError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

function knownKeys(path: readonly PropertyKey[]): string {
  const { element } = sourcesFile.shape.sources;
  if (path.length === 0) return Object.keys(sourcesFile.shape).join(', ');
  if (path.at(-1) === 'select') return Object.keys(element.shape.select.unwrap().shape).join(', ');
  return Object.keys(element.shape).join(', ');
}

function repeatedIds(sources: readonly { id: string }[]): { index: number; id: string }[] {
  const seen = new Set<string>();
  return sources.flatMap(({ id }, index) => {
    if (seen.has(id)) return [{ index, id }];
    seen.add(id);
    return [];
  });
}
