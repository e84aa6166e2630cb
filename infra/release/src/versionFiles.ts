import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { git } from './git.ts';
import { ReleaseError } from './releaseError.ts';

const VERSION = /^( {2}"version": ")([^"]+)(",?)$/m;

/** Every package.json of the repository; all have one version. */
export function versionFiles(folder: string): string[] {
  return git(folder, 'ls-files', 'package.json', '**/package.json')
    .split('\n')
    .filter((file) => VERSION.test(readFileSync(path.join(folder, file), 'utf8')));
}

/** @throws {ReleaseError} when package.json names none. */
export function currentVersion(folder: string): string {
  const [, , version] = VERSION.exec(readFileSync(path.join(folder, 'package.json'), 'utf8')) ?? [];
  if (version === undefined) throw new ReleaseError('package.json has no line with a version.');
  return version;
}

/** Changes that line and no other. */
export function writeVersion(folder: string, file: string, version: string): void {
  const target = path.join(folder, file);
  writeFileSync(target, readFileSync(target, 'utf8').replace(VERSION, `$1${version}$3`));
}
