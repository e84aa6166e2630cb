import type pg from 'pg';
import { schemaOf } from './generationTables.ts';

/**
 * A client for whom the tables of `projection` are those of a generation that is not complete, so that everything that is loaded and saved
 * for the current one can be for the next one, by the same statements.
 * @param tables names of the tables that have generations; everything else of `projection` is shared by all.
 */
export function inGeneration<Client extends pg.ClientBase>(client: Client, generation: number, tables: readonly string[]): Client {
  const named = new RegExp(String.raw`\bprojection\.(${tables.join('|')})\b`, 'g');
  const move = (text: string) => text.replace(named, `${schemaOf(generation)}.$1`);
  const query = (statement: string | pg.QueryConfig, values?: unknown[]) =>
    typeof statement === 'string'
      ? client.query(move(statement), values)
      : client.query({
          ...statement,
          text: move(statement.text),
          ...(statement.name !== undefined && { name: `${schemaOf(generation)}.${statement.name}` }),
        });
  return new Proxy(client, { get: (target, property) => (property === 'query' ? query : Reflect.get(target, property)) });
}
