import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Environment } from '../config.ts';
import { substituteVariables } from '../sources/substitute.ts';

export interface YamlFile<Schema extends z.ZodType> {
  /** Names the file in errors. */
  readonly file: string;
  readonly schema: Schema;
  readonly env: Environment;
  /** How the file begins; ends the message about an empty one. */
  readonly begin: string;
  /** The keys that may stand at a place, for the message about an unknown one. */
  readonly knownKeys: (path: readonly PropertyKey[]) => string;
}

/** What a file says, or every problem in it; each with file, line, column, what was expected and what to do. */
export type YamlReading<Data> =
  | { outcome: 'read'; data: Data; at: (path: readonly PropertyKey[]) => string }
  | { outcome: 'wrong'; problems: readonly string[] };

/** Reads YAML by a schema. Variables of the environment are put in for `${NAME}` and `${NAME:-default}`. */
export function readYaml<Schema extends z.ZodType>(text: string, options: YamlFile<Schema>): YamlReading<z.infer<Schema>> {
  const { file, schema, env } = options;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const placeAt = (offset: number | undefined) => {
    const { line, col } = lines.linePos(offset ?? 0);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.length > 0)
    return {
      outcome: 'wrong',
      problems: document.errors.map(
        (error) => `${placeAt(error.pos[0])}: ${error.message.split('\n')[0]} Correct the YAML there; indentation is by spaces.`,
      ),
    };
  const problems: string[] = [];
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value !== 'string') return;
      try {
        node.value = substituteVariables(node.value, env);
      } catch (error) {
        problems.push(`${placeAt(node.range?.[0])}: ${error instanceof Error ? error.message : String(error)}.`);
      }
    },
  });
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (!parsed.success)
    problems.push(...parsed.error.issues.map((issue) => `${placeAt(offsetOfIssue(document, issue))}: ${describeIssue(issue, options)}`));
  if (problems.length > 0 || !parsed.success) return { outcome: 'wrong', problems };
  return { outcome: 'read', data: parsed.data, at: (path) => placeAt(offsetOf(document, path)) };
}

function describeIssue(
  issue: z.core.$ZodIssue,
  { begin, knownKeys }: { readonly begin: string; readonly knownKeys: (path: readonly PropertyKey[]) => string },
): string {
  const where = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  if (issue.code === 'unrecognized_keys')
    return `${where || 'the file'} has an unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}. Known keys: ${knownKeys(issue.path)}.`;
  if (issue.path.length <= 1 && !where.includes('[')) return `${where || 'the file'}: ${issue.message}. ${begin}`;
  return `${where}: ${issue.message}.`;
}

/** An unknown key is wrong where it stands, anything else where its value does. */
function offsetOfIssue(document: Document, issue: z.core.$ZodIssue): number | undefined {
  if (issue.code !== 'unrecognized_keys') return offsetOf(document, issue.path);
  const map = document.getIn(issue.path, true);
  const unknown = isMap(map) ? map.items.find(({ key }) => isScalar(key) && issue.keys.includes(String(key.value))) : undefined;
  return hasRange(unknown?.key) ? unknown.key.range[0] : offsetOf(document, issue.path);
}

/** Where the named node begins; its nearest parent's place when it is missing. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return undefined;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
