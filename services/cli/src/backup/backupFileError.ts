/** A backup can't be read or written; the message says why. Nothing was changed that a second attempt would trip over. */
export class BackupFileError extends Error {
  override readonly name = 'BackupFileError';
}
