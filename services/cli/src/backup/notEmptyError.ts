/** A backup can't be restored into a database that holds something already; the message says what to do. */
export class NotEmptyError extends Error {
  override readonly name = 'NotEmptyError';
}
