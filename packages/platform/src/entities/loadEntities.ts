import { readFile } from 'node:fs/promises';
import type { Environment } from '../config.ts';
import { readYaml } from '../yaml/readYaml.ts';
import { entitiesFile, entityEntry, type LoadedEntity, toLoadedEntity } from './entitiesSchema.ts';

/**
 * Reads entities.yaml. Variables of the environment are put in for `${NAME}` and `${NAME:-default}`.
 * @throws {EntitiesError} listing every problem with file and line, and what to do.
 */
export async function loadEntities(path: string, env: Environment = process.env): Promise<LoadedEntity[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new EntitiesError([
      `${path} can't be read (${error instanceof Error ? error.message : String(error)}). Create it, or name another file with NEWSLEDGER_ENTITIES.`,
    ]);
  }
  return parseEntities(text, path, env);
}

/** The same from text; `file` names it in errors. */
export function parseEntities(text: string, file = 'entities.yaml', env: Environment = process.env): LoadedEntity[] {
  const reading = readYaml(text, {
    file,
    schema: entitiesFile,
    env,
    begin: 'Begin with "entities:" and a list of entries with name.',
    knownKeys: (path) => Object.keys(path.length === 0 ? entitiesFile.shape : entityEntry.shape).join(', '),
  });
  if (reading.outcome === 'wrong') throw new EntitiesError(reading.problems);
  const entities = reading.data.entities.map(toLoadedEntity);
  const problems = [...sharedNames(entities), ...circles(entities)].map(
    ({ index, problem }) => `${reading.at(['entities', index])}: ${problem}`,
  );
  if (problems.length > 0) throw new EntitiesError(problems);
  return entities;
}

/** The file would leave it unclear who is meant; nothing of it is used. */
export class EntitiesError extends Error {
  override readonly name = 'EntitiesError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

interface Problem {
  readonly index: number;
  readonly problem: string;
}

/** A name can mean one entity only. */
function sharedNames(entities: readonly LoadedEntity[]): Problem[] {
  const owner = new Map<string, string>();
  return entities.flatMap(({ name, aliases }, index) =>
    [name, ...aliases].flatMap((spelling) => {
      const other = owner.get(spelling);
      owner.set(spelling, other ?? name);
      if (other === undefined) return [];
      const problem =
        other === name
          ? `"${spelling}" is listed twice. Keep one of the entries.`
          : `"${spelling}" means "${other}" already. Let it stand for one of the two.`;
      return [{ index, problem }];
    }),
  );
}

/** Nobody is a part of itself, not even by way of others. */
function circles(entities: readonly LoadedEntity[]): Problem[] {
  const parentOf = new Map(entities.map(({ name, parent }) => [name, parent]));
  return entities.flatMap(({ name }, index) => {
    const seen = new Set([name]);
    for (let above = parentOf.get(name) ?? null; above !== null; above = parentOf.get(above) ?? null) {
      if (above === name) return [{ index, problem: `"${name}" is a part of itself. Correct the parents between.` }];
      if (seen.has(above)) return [];
      seen.add(above);
    }
    return [];
  });
}
