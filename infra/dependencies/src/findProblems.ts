import type { Component } from './billOfMaterials.ts';
import type { DirectDependency } from './directDependencies.ts';
import { isAllowed } from './licences.ts';
import type { Reviewed } from './reviewed.ts';

export interface Dependencies {
  readonly direct: readonly DirectDependency[];
  readonly components: readonly Component[];
  /** Of pnpm-workspace.yaml. */
  readonly allowBuilds: Readonly<Record<string, boolean>>;
  readonly reviewed: Reviewed;
}

/** What has to be put right before the dependencies may stay as they are, one sentence each. */
export function findProblems({ direct, components, allowBuilds, reviewed }: Dependencies): string[] {
  const names = new Set(direct.map(({ name }) => name));
  return [
    ...direct
      .filter(({ name }) => reviewed.direct[name] === undefined)
      .map(({ name }) => `${name} is a dependency, and infra/dependencies/dependencies.json does not say why.`),
    ...Object.keys(reviewed.direct)
      .filter((name) => !names.has(name))
      .map((name) => `dependencies.json tells of ${name}, which nothing depends on.`),
    ...Object.keys(allowBuilds)
      .filter((name) => reviewed.installScripts[name] === undefined)
      .map((name) => `pnpm-workspace.yaml decides on the install script of ${name}, and dependencies.json does not say what it does.`),
    ...Object.keys(reviewed.installScripts)
      .filter((name) => allowBuilds[name] === undefined)
      .map((name) => `dependencies.json tells of an install script of ${name}, on which pnpm-workspace.yaml does not decide.`),
    ...components
      .filter(({ name, licence }) => !isAllowed(licence) && reviewed.licenceExceptions[name] === undefined)
      .map(({ name, version, licence }) => `${name} ${version} has the licence "${licence}", which is not on the list in licences.ts.`),
  ];
}
