import { z } from 'zod';
import type { KubernetesObject } from './renderOverlay.ts';

const containerSchema = z.looseObject({
  name: z.string(),
  image: z.string(),
  command: z.array(z.string()).default([]),
  env: z
    .array(
      z.looseObject({
        name: z.string(),
        value: z.string().optional(),
        valueFrom: z.looseObject({ secretKeyRef: z.looseObject({ name: z.string(), key: z.string() }).optional() }).optional(),
      }),
    )
    .default([]),
  envFrom: z.array(z.looseObject({ configMapRef: z.looseObject({ name: z.string() }).optional() })).default([]),
  securityContext: z.looseObject({
    allowPrivilegeEscalation: z.boolean(),
    readOnlyRootFilesystem: z.boolean(),
    capabilities: z.looseObject({ drop: z.array(z.string()) }),
  }),
  resources: z.looseObject({ requests: z.record(z.string(), z.string()), limits: z.record(z.string(), z.string()) }),
  volumeMounts: z.array(z.looseObject({ name: z.string() })).default([]),
  livenessProbe: z.unknown().optional(),
  readinessProbe: z.unknown().optional(),
});

const podSchema = z.looseObject({
  metadata: z.looseObject({ labels: z.record(z.string(), z.string()) }),
  spec: z.looseObject({
    automountServiceAccountToken: z.boolean(),
    securityContext: z.looseObject({
      runAsNonRoot: z.boolean(),
      runAsUser: z.number(),
      seccompProfile: z.looseObject({ type: z.string() }),
    }),
    containers: z.array(containerSchema).min(1),
    volumes: z.array(z.looseObject({ name: z.string(), configMap: z.looseObject({ name: z.string() }).optional() })).default([]),
  }),
});

const workloadSchema = z.looseObject({
  spec: z.looseObject({
    template: podSchema,
    volumeClaimTemplates: z.array(z.looseObject({ metadata: z.looseObject({ name: z.string() }) })).default([]),
  }),
});

export interface Pod {
  readonly workload: string;
  readonly kind: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: z.infer<typeof podSchema>['spec'];
  /** Of what may be mounted: its own volumes, and those that are claimed for it. */
  readonly volumeNames: readonly string[];
}

const WORKLOADS = new Set(['Deployment', 'StatefulSet', 'Job']);

/** The pods that these objects ask for; those that an operator makes are its own. */
export function podsOf(objects: readonly KubernetesObject[]): Pod[] {
  return objects
    .filter(({ kind }) => WORKLOADS.has(kind))
    .map((object) => {
      const { template, volumeClaimTemplates } = workloadSchema.parse(object).spec;
      return {
        workload: object.metadata.name,
        kind: object.kind,
        labels: template.metadata.labels,
        spec: template.spec,
        volumeNames: [...template.spec.volumes, ...volumeClaimTemplates.map(({ metadata }) => metadata)].map(({ name }) => name),
      };
    });
}
