import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { reconcile } from '../adapters/fusion.ts';

/** A decision whose truth is known. */
export interface LabelledDecision {
  readonly set: string;
  /** 0 to fit constants on, 1 to look whether they hold: a bit of the SHA-1 of the object's name. */
  readonly half: 0 | 1;
  readonly right: boolean;
  readonly confidence: number;
  readonly support: { readonly for: number; readonly against: number };
}

interface Meta {
  readonly tolerance?: Readonly<Record<string, number>>;
  readonly relativeTolerance?: number;
}

interface Claim {
  readonly object: string;
  readonly attribute: string;
  readonly source: string;
  readonly value: number | string;
}

/**
 * Reconciles every set of a folder, day after day, and compares with what is known to be true. A set is three files: `NAME.claims.csv`
 * (object, source, value; may be gzipped), `NAME.gold.csv` (object, value) and `NAME.meta.json` (tolerances).
 */
export function readDecisions(folder: string): LabelledDecision[] {
  const sets = readdirSync(folder).flatMap((name) => (name.endsWith('.gold.csv') ? [name.replace('.gold.csv', '')] : []));
  return sets.sort().flatMap((set) => decisionsOf(folder, set));
}

function decisionsOf(folder: string, set: string): LabelledDecision[] {
  const meta: Meta = JSON.parse(read(join(folder, `${set}.meta.json`)));
  const gold = new Map(rowsOf(read(join(folder, `${set}.gold.csv`))).map(([object = '', value = '']) => [object, value]));
  const batches = new Map<string, Claim[]>();
  for (const [object = '', source = '', value = ''] of rowsOf(read(join(folder, `${set}.claims.csv`)))) {
    const [batch = ''] = object.split('|');
    const claim = { object, attribute: object.split('|').at(-1) ?? '', source, value: parseValue(value) };
    const claims = batches.get(batch);
    if (claims === undefined) batches.set(batch, [claim]);
    else claims.push(claim);
  }
  const decisions: LabelledDecision[] = [];
  for (const [batch, claims] of [...batches].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const [object, { value, confidence, support }] of reconcile(claims, { batch, meta })) {
      const truth = gold.get(object);
      if (truth === undefined) continue;
      const half = Number.parseInt(hash('sha1', object).slice(0, 2), 16) % 2 === 0 ? 0 : 1;
      decisions.push({ set, half, right: isRight(object, value, parseValue(truth), meta), confidence, support });
    }
  return decisions;
}

function isRight(object: string, value: number | string, truth: number | string, meta: Meta): boolean {
  if (typeof value === 'string' || typeof truth === 'string') return value === truth;
  const tolerance = meta.tolerance?.[object.split('|').at(-1) ?? ''] ?? Math.abs(truth) * (meta.relativeTolerance ?? 0);
  return Math.abs(value - truth) <= tolerance + 1e-9;
}

function parseValue(text: string): number | string {
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : gunzipSync(readFileSync(`${path}.gz`)).toString();
}

/** Rows of comma-separated values after the header; quoted cells may hold commas and doubled quotes. */
function rowsOf(text: string): string[][] {
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''),
    );
}
