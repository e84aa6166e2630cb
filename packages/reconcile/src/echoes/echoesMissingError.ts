/** Echoes are to be decided of that are not at hand: load those of these claims, and begin again. */
export class EchoesMissingError extends Error {
  override readonly name = 'EchoesMissingError';
  readonly leaderIds: readonly string[];

  constructor(leaderIds: readonly string[]) {
    super(`Echoes are needed that were not loaded, of the claims ${leaderIds.join(', ')}.`);
    this.leaderIds = leaderIds;
  }
}
