import { groupCommits, isBreaking } from './groupCommits.ts';
import type { Commit } from './readCommits.ts';
import { ReleaseError } from './releaseError.ts';

const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/**
 * The version that comes next by Semantic Versioning. Before 1.0 what breaks counts as minor (https://semver.org/#spec-item-4).
 * @param asked `major`, `minor`, `patch`, or a version; null chooses by the commits.
 * @throws {ReleaseError} when a version is none, or not above the current one.
 */
export function nextVersion(current: string, asked: string | null, commits: readonly Commit[]): string {
  const [major, minor, patch] = partsOf(current);
  const step = asked ?? stepFor(commits, major);
  if (step === 'major') return `${major + 1}.0.0`;
  if (step === 'minor') return `${major}.${minor + 1}.0`;
  if (step === 'patch') return `${major}.${minor}.${patch + 1}`;
  const parts = partsOf(step);
  const isAbove = (parts[0] - major || parts[1] - minor || parts[2] - patch) > 0;
  if (!isAbove) throw new ReleaseError(`${step} is not above ${current}, which is the version now.`);
  return step;
}

function stepFor(commits: readonly Commit[], major: number): 'major' | 'minor' | 'patch' {
  if (commits.some(isBreaking)) return major === 0 ? 'minor' : 'major';
  return groupCommits(commits).has('Added') ? 'minor' : 'patch';
}

function partsOf(version: string): [number, number, number] {
  const [, major, minor, patch] = VERSION.exec(version) ?? [];
  if (major === undefined) throw new ReleaseError(`"${version}" is no version such as 1.2.3, and none of major, minor, patch.`);
  return [Number(major), Number(minor), Number(patch)];
}
