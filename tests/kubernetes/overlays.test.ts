import { existsSync } from 'node:fs';
import path from 'node:path';
import { ScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { StatefulSet } from 'kubernetes-models/apps/v1/StatefulSet';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { Service } from 'kubernetes-models/v1/Service';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Pod, podsOf } from './podsOf.ts';
import { hasKubectl, type KubernetesObject, renderOverlay } from './renderOverlay.ts';

/** Each kind's published schema. */
const models = {
  ConfigMap,
  Deployment,
  Job,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  ScaledObject,
  Service,
  StatefulSet,
};

/** Of CloudNativePG, whose schemas no registry of packages has. */
const WITHOUT_SCHEMA = ['Cluster', 'Pooler'];

/** What docs/kubernetes.md tells to make, with its keys. */
const SECRETS: Record<string, readonly string[]> = {
  'newsledger-passwords': ['owner', 'fetcher', 'extractor', 'projector', 'reader', 'admin'],
  'newsledger-admin': ['token', 'url'],
};

const selectorSchema = z.object({ matchLabels: z.record(z.string(), z.string()).default({}) });
const root = path.resolve(import.meta.dirname, '../..');

const title = hasKubectl ? '' : ' (skipped: no kubectl on this machine to render it)';
describe.skipIf(!hasKubectl).each(['small', 'production'] as const)(`overlay %s${title}`, (name) => {
  const objects = hasKubectl ? renderOverlay(name) : [];
  const pods = podsOf(objects);
  const named = (kind: string) => objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);

  it('fits the schemas of its kinds', () => {
    const problems = objects.flatMap((object) => problemOf(object) ?? []);
    expect(problems).toEqual([]);
  });

  it('asks for pods that the restricted standard lets in, and that can write nowhere but where they must', () => {
    const loose = pods.filter((pod) => !isRestricted(pod)).map(({ workload }) => workload);
    expect(loose).toEqual([]);
    expect(pods.length).toBeGreaterThan(4);
  });

  it('says of each container what it needs, and of each that goes on how to see that it lives', () => {
    const containers = pods.flatMap(({ kind, spec }) => spec.containers.map((container) => ({ kind, container })));
    expect(containers.filter(({ container }) => container.resources.limits.memory === undefined)).toEqual([]);
    expect(containers.filter(({ kind, container }) => kind !== 'Job' && container.readinessProbe === undefined)).toEqual([]);
  });

  it('refers to nothing that is missing: settings, files, volumes, secrets that the guide makes, sources in the image', () => {
    expect(pods.flatMap((pod) => danglingOf(pod, named('ConfigMap')))).toEqual([]);
  });

  it('logs each service in as a role of its own, with its own password', () => {
    const variables = pods.flatMap(({ workload, spec }) => spec.containers.flatMap(({ env }) => env.map((one) => ({ workload, ...one }))));
    const roles = variables
      .filter(({ name }) => /^NEWSLEDGER_POSTGRES_(DIRECT_)?URL$/.test(name))
      .map(({ workload, value }) => `${workload}: ${new URL(value ?? '').username.replace(/^newsledger_?/, '') || 'owner'}`);
    const passwords = variables
      .filter(({ name }) => name === 'NEWSLEDGER_POSTGRES_PASSWORD')
      .map(({ workload, valueFrom }) => `${workload}: ${valueFrom?.secretKeyRef?.key}`);
    const own = ['extractor: extractor', 'fetcher: fetcher', 'migrate: owner', 'projector: projector', 'web: reader'];
    expect([...new Set(roles)].sort()).toEqual(own);
    expect(passwords.sort()).toEqual(own);
  });

  it('has no secret in it', () => {
    expect(named('Secret')).toEqual([]);
    expect(JSON.stringify(objects)).not.toMatch(/postgres(?:ql)?:\/\/[^"]*:[^"]*@/);
  });

  it('selects pods that are there', () => {
    const selectors = objects.flatMap(({ kind, metadata, spec }) => selectorOf(kind, metadata.name, spec));
    const operated = name === 'production' ? [{ 'newsledger/store': 'postgres' }] : [];
    const all: Readonly<Record<string, string>>[] = [...pods.map(({ labels }) => labels), ...operated];
    expect(selectors.filter(({ labels }) => !all.some((each) => matches(labels, each)))).toEqual([]);
    expect(selectors.length).toBeGreaterThan(10);
  });

  it('lets the fetcher alone out, and nobody in who is not named', () => {
    const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy');
    const outward = policies.filter((policy) => JSON.stringify(policy).includes('0.0.0.0/0'));
    expect(outward.map(({ spec }) => spec)).toMatchObject([{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'fetcher' } } }]);
    expect(policies.find(({ metadata }) => metadata.name === 'nobody')).toMatchObject({
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    });
  });

  it('scales what is there', () => {
    const scaled = objects
      .filter(({ kind }) => kind === 'ScaledObject')
      .map(
        ({ spec }) =>
          z
            .object({ scaleTargetRef: z.object({ name: z.string() }) })
            .loose()
            .parse(spec).scaleTargetRef.name,
      );
    expect(named('Deployment')).toEqual(expect.arrayContaining(scaled));
    expect(scaled.length).toBe(name === 'production' ? 2 : 0);
  });
});

function problemOf(object: KubernetesObject): string | null {
  if (WITHOUT_SCHEMA.includes(object.kind)) return null;
  const model = Object.entries(models).find(([kind]) => kind === object.kind)?.[1];
  if (model === undefined) return `${object.kind}: no schema is known`;
  try {
    Reflect.construct(model, [object]).validate();
    return null;
  } catch (error) {
    return `${object.kind} ${object.metadata.name}: ${error instanceof Error ? error.message : error}`;
  }
}

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted, and more. */
function isRestricted({ spec }: Pod): boolean {
  const { runAsNonRoot, runAsUser, seccompProfile } = spec.securityContext;
  const contained = spec.containers.every(
    ({ securityContext: { allowPrivilegeEscalation, readOnlyRootFilesystem, capabilities } }) =>
      !allowPrivilegeEscalation && readOnlyRootFilesystem && capabilities.drop.includes('ALL'),
  );
  return contained && runAsNonRoot && runAsUser > 0 && seccompProfile.type === 'RuntimeDefault' && !spec.automountServiceAccountToken;
}

function danglingOf({ workload, spec, volumeNames }: Pod, configMaps: readonly string[]): string[] {
  const maps = [
    ...spec.containers.flatMap(({ envFrom }) => envFrom.flatMap(({ configMapRef }) => configMapRef?.name ?? [])),
    ...spec.volumes.flatMap(({ configMap }) => configMap?.name ?? []),
  ];
  const mounts = spec.containers.flatMap(({ volumeMounts }) => volumeMounts.map((mount) => mount.name));
  const secrets = spec.containers.flatMap(({ env }) => env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []));
  const sources = spec.containers.flatMap(({ command }) => command.filter((word) => word.endsWith('.ts')));
  return [
    ...maps.filter((map) => !configMaps.includes(map)),
    ...mounts.filter((mount) => !volumeNames.includes(mount)),
    ...secrets.filter((secret) => !SECRETS[secret.name]?.includes(secret.key)).map((secret) => `${secret.name}/${secret.key}`),
    ...sources.filter((source) => !existsSync(path.join(root, source))),
  ].map((missing) => `${workload}: ${missing}`);
}

function selectorOf(kind: string, name: string, spec: unknown): { of: string; labels: Record<string, string> }[] {
  const found =
    kind === 'NetworkPolicy'
      ? z.looseObject({ podSelector: selectorSchema }).parse(spec).podSelector.matchLabels
      : kind === 'PodDisruptionBudget'
        ? z.looseObject({ selector: selectorSchema }).parse(spec).selector.matchLabels
        : kind === 'Service'
          ? z.looseObject({ selector: z.record(z.string(), z.string()) }).parse(spec).selector
          : null;
  return found === null ? [] : [{ of: `${kind} ${name}`, labels: found }];
}

function matches(wanted: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}
