import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** `done` of `total` steps. */
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** A bar on a terminal's standard error; elsewhere a line at every tenth, so that logs stay short. */
export function showProgress(what: string): Progress {
  if (process.stderr.isTTY) {
    const bar = new SingleBar(
      {
        format: `${what} {bar} {percentage} % | {value} of {total} | {eta_formatted} left`,
        stream: process.stderr,
        hideCursor: true,
        gracefulExit: false,
      },
      Presets.shades_classic,
    );
    bar.start(1, 0);
    return {
      update: (done, total) => {
        bar.setTotal(total);
        bar.update(done);
      },
      stop: () => bar.stop(),
    };
  }
  let told = -1;
  return {
    update: (done, total) => {
      const tenth = total === 0 ? 10 : Math.floor((10 * done) / total);
      if (tenth > told) process.stderr.write(`${what}: ${done} of ${total}\n`);
      told = Math.max(told, tenth);
    },
    stop: () => {},
  };
}
