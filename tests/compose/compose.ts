import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

export const root = path.resolve(import.meta.dirname, '../..');

export interface ComposeProject {
  readonly name: string;
  /** Runs `docker compose ARGS` in the project and gives its standard output. */
  readonly compose: (...args: string[]) => Promise<string>;
}

export interface ComposeOptions {
  readonly profiles?: readonly string[];
  /** Besides `docker-compose.yml`, from its folder. */
  readonly files?: readonly string[];
  /** Where the release lies; this one when left out. */
  readonly folder?: string;
}

/** Runs `docker ARGS` and gives its standard output. */
export async function docker(...args: string[]): Promise<string> {
  return runDocker(args, {});
}

/** A compose project of its own, whatever `.env` says, with the environment that it is given. */
export function composeProject(name: string, environment: Readonly<Record<string, string>>, options: ComposeOptions = {}): ComposeProject {
  const { profiles = ['sample'], files = [], folder = root } = options;
  const chosen = [
    ...['--project-name', name, '--project-directory', folder, '--env-file', '/dev/null'],
    ...['docker-compose.yml', ...files].flatMap((file) => ['--file', path.join(folder, file)]),
    ...profiles.flatMap((profile) => ['--profile', profile]),
  ];
  return { name, compose: (...args) => runDocker(['compose', ...chosen, ...args], environment) };
}

/** Does so with an environment and a standard input of its own. */
export async function runDocker(args: readonly string[], environment: Readonly<Record<string, string>>, input = ''): Promise<string> {
  // The classic builder: the plugin of the newer one is not everywhere.
  const env = { ...process.env, DOCKER_BUILDKIT: '0', COMPOSE_DOCKER_CLI_BUILD: '0', ...environment };
  const running = promisify(execFile)('docker', args, { cwd: root, env, maxBuffer: 64 * 1024 * 1024 });
  // A command that ends without having read it says by its exit code what was wrong.
  running.child.stdin?.on('error', () => {});
  running.child.stdin?.end(input);
  return (await running).stdout;
}
