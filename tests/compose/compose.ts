import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');

export interface ComposeProject {
  /** Runs `docker compose ARGS` in the project and gives its standard output. */
  readonly compose: (...args: string[]) => Promise<string>;
  readonly docker: (...args: string[]) => Promise<string>;
}

/** A compose project of its own, with ports and a subnet of its own, that reads the sample newsroom and nothing else. */
export function composeProject(name: string, environment: Readonly<Record<string, string>>): ComposeProject {
  const run = async (args: readonly string[]) => {
    // The classic builder: the plugin of the newer one is not everywhere.
    const env = { ...process.env, DOCKER_BUILDKIT: '0', COMPOSE_DOCKER_CLI_BUILD: '0', COMPOSE_PROJECT_NAME: name, ...environment };
    const { stdout } = await promisify(execFile)('docker', args, { cwd: root, env, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  };
  return { compose: (...args) => run(['compose', '--profile', 'sample', ...args]), docker: (...args) => run(args) };
}
