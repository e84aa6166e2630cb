import { z } from 'zod';
import { type ComposeProject, docker } from './compose.ts';

const inspected = z.array(
  z.object({
    Id: z.string(),
    RestartCount: z.number(),
    State: z.object({
      Status: z.string(),
      Pid: z.number(),
      ExitCode: z.number(),
      OOMKilled: z.boolean(),
      StartedAt: z.coerce.date(),
      FinishedAt: z.coerce.date(),
      Health: z
        .object({ Status: z.string(), Log: z.array(z.object({ Output: z.string() })).nullable() })
        .nullish()
        .transform((health) => (health == null ? null : { status: health.Status, says: health.Log?.at(-1)?.Output.trim() ?? '' })),
    }),
    HostConfig: z.object({
      Memory: z.number(),
      PidsLimit: z.number().nullable(),
      LogConfig: z.object({ Config: z.record(z.string(), z.string()) }),
    }),
    Config: z.object({ User: z.string(), Env: z.array(z.string()) }),
  }),
);

export type Container = z.output<typeof inspected>[number];

/** The containers of one service, running or not, as the engine knows them. */
export async function containersOf({ compose }: ComposeProject, service: string): Promise<Container[]> {
  const ids = (await compose('ps', '--all', '--quiet', service)).split('\n').filter((id) => id !== '');
  return ids.length === 0 ? [] : inspected.parse(JSON.parse(await docker('inspect', ...ids)));
}

/** Its only container. @throws {Error} when it has none. */
export async function containerOf(project: ComposeProject, service: string): Promise<Container> {
  const [container] = await containersOf(project, service);
  if (container === undefined) throw new Error(`${service} has no container`);
  return container;
}

/**
 * Ends a container's main process by SIGKILL, as a crash does: `docker kill` would count as the wish of a person, after which the engine
 * restarts nothing.
 */
export async function crash(container: Container, image: string): Promise<void> {
  await docker('run', '--rm', '--pid=host', '--user=0', '--entrypoint=/bin/sh', image, '-c', `kill -9 ${container.State.Pid}`);
}
