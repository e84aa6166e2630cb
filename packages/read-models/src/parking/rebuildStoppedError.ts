/** An event can't be folded, so that no tables can be made of the whole log; its message says which, why, and what to do. */
export class RebuildStoppedError extends Error {
  override name = 'RebuildStoppedError';
  readonly position: bigint;

  constructor(event: { readonly position: bigint; readonly type: string; readonly stream: string }, cause: unknown) {
    super(
      `The rebuild stopped at event ${event.position} (${event.type} in stream ${event.stream}), which can't be folded: ` +
        `${cause instanceof Error ? cause.message : String(cause)}\n` +
        'The tables are as they were. Run it again with a release that can fold this event; or leave the event out for now with ' +
        '"newsledger rebuild --park": it is then shown by "newsledger status" and tried again by "newsledger retry".',
      { cause },
    );
    this.position = event.position;
  }
}
