import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** A backup that was taken regularly, by its name. */
interface FolderBackup {
  readonly file: string;
  readonly takenAt: Date;
}

const NAME = /^newsledger-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/;

/** What a killed process left of a backup. */
const UNFINISHED = /^newsledger-\d{8}T\d{6}Z\.backup\.\d+\.unfinished$/;

/** `newsledger-20260301T120000Z.backup`: in UTC, so that names sort as they were taken. */
export function backupFile(folder: string, takenAt: Date): string {
  return path.join(folder, `newsledger-${takenAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.backup`);
}

/** The backups of a folder, the newest first; whatever else is in it is left out. */
export async function listBackups(folder: string): Promise<FolderBackup[]> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  return names.reverse().map((name) => ({ file: path.join(folder, name), takenAt: new Date(name.replace(NAME, '$1-$2-$3T$4:$5:$6Z')) }));
}

/** Removes all but the newest `keep`. @returns the files that are gone. */
export async function forgetOldBackups(folder: string, keep: number): Promise<string[]> {
  const old = (await listBackups(folder)).slice(keep).map(({ file }) => file);
  for (const file of old) await rm(file, { force: true });
  return old;
}

/** Removes what processes that were killed have left unfinished. To be called while no backup is taken into the folder. */
export async function forgetUnfinished(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => UNFINISHED.test(name));
  for (const name of names) await rm(path.join(folder, name), { force: true });
}
