import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type LabelledText, readMarkedTexts } from '@newsledger/claims';

const FOLDER = path.resolve(import.meta.dirname, '../practice');

/** Made-up news that people wrote and marked, to teach how numbers are told; by name of file. */
export function readPractice(): LabelledText[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
  return files
    .sort()
    .flatMap((file) => readMarkedTexts(readFileSync(path.join(FOLDER, file), 'utf8'), `practice/${path.parse(file).name}`));
}
