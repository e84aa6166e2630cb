/** What the command line says of a run. */
export interface UpOptions {
  readonly once?: true;
  readonly sources?: string;
  readonly port?: number;
}
