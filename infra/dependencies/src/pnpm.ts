import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Runs the pnpm that package.json names, as bootstrap.mjs has installed it, or the one on the path. @returns what it printed. */
export function pnpm(root: string, ...args: readonly string[]): string {
  const { packageManager } = z
    .object({ packageManager: z.string() })
    .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  const script = path.join(root, '.newsledger/toolchain', packageManager.replace('@', '-'), 'node_modules/pnpm/bin/pnpm.mjs');
  const [command, first] = existsSync(script) ? [process.execPath, [script]] : ['pnpm', []];
  return execFileSync(command, [...first, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
