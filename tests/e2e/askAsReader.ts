import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { inject } from 'vitest';

/** The address that people are told to ask at. */
export function readerUrl(): string {
  const url = new URL(inject('sampleRun').postgresUrl);
  url.username = 'newsledger_reader';
  url.password = 'reader';
  return url.toString();
}

export interface Answer {
  readonly columns: readonly string[];
  /** Each value as PostgreSQL writes it. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Asks the sample's ledger as a reader of the published schema. */
export async function askAsReader(question: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: readerUrl(), types: { getTypeParser: () => (text: string) => text } });
  await client.connect();
  try {
    const { fields, rows } = await client.query<(string | null)[]>({ text: question, rowMode: 'array' });
    return { columns: fields.map(({ name }) => name), rows };
  } finally {
    await client.end();
  }
}

/** The queries of a page of `docs/`. */
export function queriesOf(page: string): string[] {
  return [...page.matchAll(/^```sql\n([\s\S]*?)\n```$/gm)].map((match) => match[1] ?? '');
}

/** Whether a command is there and works. */
export function isThere(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
