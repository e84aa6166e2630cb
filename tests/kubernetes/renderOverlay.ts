import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const folder = path.resolve(import.meta.dirname, '../../infra/kubernetes/overlays');

/** What these tests read of an object, whatever its kind. */
const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional(), labels: z.record(z.string(), z.string()).optional() }),
});

export type KubernetesObject = z.infer<typeof objectSchema>;

export const hasKubectl = spawnSync('kubectl', ['kustomize', '--help']).status === 0;

/** All objects of an overlay, as `kubectl apply --kustomize` would send them. */
export function renderOverlay(name: 'small' | 'production'): KubernetesObject[] {
  const text = execFileSync('kubectl', ['kustomize', path.join(folder, name)], { encoding: 'utf8' });
  return parseAllDocuments(text).map((document) => objectSchema.parse(document.toJS()));
}
