import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** `done` of `total` steps. */
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** What ends a command while a bar is shown; `interruptibly` listens to it, too, and ends the command. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What stands beside the bar, in characters: a name, two numbers of millions, rate and time left. */
const BESIDE_THE_BAR = 78;

function barWidth(columns: number): number {
  return Math.max(10, Math.min(40, columns - BESIDE_THE_BAR));
}

/**
 * A bar on a terminal's standard error, wiped at its end; elsewhere a line at every tenth, so that logs stay short.
 * @param unit what the steps are, where their rate is worth telling.
 * @param startedMs when the first step began, by the clock of `performance.now()`.
 */
export function showProgress(what: string, unit?: string, startedMs = performance.now()): Progress {
  const paceOf = unit === undefined ? () => null : measurePace(unit, startedMs);
  if (process.stderr.isTTY) {
    const bar = new SingleBar(
      {
        format: `${what} {bar} {percentage} % | {value} of {total} | {rate}{eta_formatted} left`,
        stream: process.stderr,
        barsize: barWidth(process.stderr.columns),
        hideCursor: true,
        gracefulExit: false,
        clearOnComplete: true,
      },
      Presets.shades_classic,
    );
    bar.start(1, 0, { rate: '' });
    let isShown = true;
    const stop = () => {
      if (isShown) bar.stop();
      isShown = false;
      for (const signal of ENDING) process.off(signal, stop);
    };
    // Somebody who ends it shall see why it ended, and the cursor, instead of half a bar.
    for (const signal of ENDING) process.on(signal, stop);
    return {
      update: (done, total) => {
        if (!isShown) return;
        bar.setTotal(total);
        const pace = paceOf(done, total);
        bar.update(done, { rate: pace === null ? '' : `${pace.rate} | ` });
      },
      stop,
    };
  }
  let told = -1;
  return {
    update: (done, total) => {
      const tenth = total === 0 ? 10 : Math.floor((10 * done) / total);
      const pace = paceOf(done, total);
      if (tenth > told) process.stderr.write(`${what}: ${done} of ${total}${pace === null ? '' : `, ${pace.rate}, ${pace.left} left`}\n`);
      told = Math.max(told, tenth);
    },
    stop: () => {},
  };
}

/** What takes no longer needs no bar, in milliseconds. */
const WORTH_SHOWING_MS = 2_000;

/** Does so two seconds after the first step: what is done by then says nothing. */
export function showLongProgress(what: string, unit: string): Progress {
  let startedMs: number | null = null;
  let shown: Progress | null = null;
  return {
    update: (done, total) => {
      startedMs ??= performance.now();
      if (performance.now() - startedMs < WORTH_SHOWING_MS) return;
      shown ??= showProgress(what, unit, startedMs);
      shown.update(done, total);
    },
    stop: () => {
      shown?.stop();
      shown = null;
    },
  };
}

interface Pace {
  /** `2900 events/s`. */
  readonly rate: string;
  /** `21 s`. */
  readonly left: string;
}

/** How fast steps are done since the first one began, as far as that can be told. */
function measurePace(unit: string, startedMs: number): (done: number, total: number) => Pace | null {
  return (done, total) => {
    const seconds = (performance.now() - startedMs) / 1000;
    if (done === 0 || seconds === 0) return null;
    return { rate: `${Math.round(done / seconds)} ${unit}/s`, left: `${Math.ceil(((total - done) * seconds) / done)} s` };
  };
}
