import { readFile } from 'node:fs/promises';
import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Environment } from '../config.ts';
import { type LoadedSource, sourcesFile, toLoadedSource } from './sourcesSchema.ts';
import { substituteVariables } from './substitute.ts';

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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number | undefined) => `${file}:${lines.linePos(offset ?? 0).line}`;
  if (document.errors.length > 0)
    throw new SourcesError(
      document.errors.map(
        (error) => `${at(error.pos[0])}: ${error.message.split('\n')[0]} Correct the YAML there; indentation is by spaces.`,
      ),
    );
  const problems: string[] = [];
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value !== 'string') return;
      try {
        node.value = substituteVariables(node.value, env);
      } catch (error) {
        problems.push(`${at(node.range?.[0])}: ${error instanceof Error ? error.message : String(error)}.`);
      }
    },
  });
  const parsed = sourcesFile.safeParse(document.toJS() ?? {});
  if (!parsed.success)
    problems.push(...parsed.error.issues.map((issue) => `${at(offsetOf(document, issue.path))}: ${describeIssue(issue)}`));
  if (problems.length > 0 || !parsed.success) throw new SourcesError(problems);
  problems.push(...repeatedIds(document, parsed.data.sources).map(({ offset, problem }) => `${at(offset)}: ${problem}`));
  if (problems.length > 0) throw new SourcesError(problems);
  return parsed.data.sources.map(toLoadedSource);
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

function describeIssue(issue: z.core.$ZodIssue): string {
  const where = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  if (issue.code === 'unrecognized_keys')
    return `${where || 'the file'} has an unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}. Known keys: ${knownKeys(issue.path)}.`;
  if (issue.path.length === 0 || where === 'sources')
    return `${where || 'the file'}: ${issue.message}. Begin with "sources:" and a list of entries with id and url.`;
  return `${where}: ${issue.message}.`;
}

function knownKeys(path: readonly PropertyKey[]): string {
  const { element } = sourcesFile.shape.sources;
  if (path.length === 0) return Object.keys(sourcesFile.shape).join(', ');
  if (path.at(-1) === 'select') return Object.keys(element.shape.select.unwrap().shape).join(', ');
  return Object.keys(element.shape).join(', ');
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

function repeatedIds(document: Document, sources: readonly { id: string }[]): { offset: number | undefined; problem: string }[] {
  const seen = new Set<string>();
  return sources.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const node = document.getIn(['sources', index, 'id'], true);
    const offset = isScalar(node) ? node.range?.[0] : undefined;
    return [{ offset, problem: `the id "${id}" is used twice. Give each source an id of its own.` }];
  });
}
