/** Work was stopped from outside, because of what it is; the same work would most likely be stopped again. */
export abstract class WorkStopped extends Error {
  /** In the words of the event catalogue. */
  abstract readonly reason: 'timed_out' | 'out_of_memory' | 'crashed';
}

export class WorkTimedOut extends WorkStopped {
  override readonly name = 'WorkTimedOut';
  readonly reason = 'timed_out';

  constructor(maxRunMs: number) {
    super(`It took longer than ${maxRunMs} ms.`);
  }
}

export class WorkOutOfMemory extends WorkStopped {
  override readonly name = 'WorkOutOfMemory';
  readonly reason = 'out_of_memory';

  constructor(maxHeapMb: number) {
    super(`It needed more than ${maxHeapMb} MiB of memory.`);
  }
}

/** The process ended in the middle of the work, as by a fault of the runtime or because the system was out of memory. */
export class WorkCrashed extends WorkStopped {
  override readonly name = 'WorkCrashed';
  readonly reason = 'crashed';
}

/** The work threw, and will again; its cause says what. */
export class WorkFailed extends Error {
  override readonly name = 'WorkFailed';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
