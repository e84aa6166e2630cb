import { within } from '../ending/within.ts';

/** Something that is looked at when metrics are asked for, such as a count in the database. */
export interface Measure {
  readonly name: string;
  /** Looks, and sets its gauges. */
  readonly take: () => Promise<void>;
  /** Makes the gauges say nothing: an old number would be taken for a new one. */
  readonly forget: () => void;
  /** The last look is good enough for so long; 0 looks each time. */
  readonly goodForMs?: number;
}

/** Prometheus gives up after 10 s by default; a database that is away must not hide what the process itself knows. */
const PATIENCE_MS = 3_000;

interface Entry {
  readonly measure: Measure;
  /** On the clock of `performance.now()`. */
  takenAt: number;
  running: Promise<void> | null;
}

/**
 * Takes measures side by side, each for a bounded time.
 * @param onFailure told of each that threw or took too long.
 */
export function createScrapeMeasures(onFailure: (name: string) => void, patienceMs = PATIENCE_MS) {
  const measures: Entry[] = [];
  const look = async (entry: Entry) => {
    const { name, goodForMs = 0, forget } = entry.measure;
    if (performance.now() - entry.takenAt < goodForMs) return;
    // One that is late goes on; a second one beside it would only make the database slower.
    entry.running ??= take(entry);
    try {
      await within(patienceMs, entry.running);
    } catch {
      forget();
      onFailure(name);
    }
  };
  return {
    add: (measure: Measure) => {
      measures.push({ measure, takenAt: Number.NEGATIVE_INFINITY, running: null });
      measure.forget();
    },
    takeAll: async () => {
      await Promise.all(measures.map(look));
    },
  };
}

async function take(entry: Entry): Promise<void> {
  try {
    await entry.measure.take();
    entry.takenAt = performance.now();
  } finally {
    entry.running = null;
  }
}
