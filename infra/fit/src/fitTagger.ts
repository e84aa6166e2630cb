import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fitTaggerFile, scoreTagger, taggerOfFile } from '@newsledger/language';

/**
 * `node infra/fit/src/fitTagger.ts FOLDER [FILE]`: fits the tagger to the treebanks of a folder (`*.conllu.gz`, by name; those with
 * `test` in their name only score it) and writes its weights. The same folder gives the same bytes.
 */
const [folder, file = path.resolve(import.meta.dirname, '../../../packages/language/src/tags/taggerWeights.json')] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say in which folder the treebanks (*.conllu.gz) are.');

const read = (name: string) => gunzipSync(readFileSync(path.join(folder, name))).toString('utf8');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.conllu.gz'))
  .sort();
const isTest = (name: string) => name.includes('test');

const weights = fitTaggerFile(names.filter((name) => !isTest(name)).map(read));
writeFileSync(file, weights);
console.log(`${file}: ${Math.round(weights.length / 1024)} KB`);
for (const name of names.filter(isTest)) {
  console.log(name);
  console.table(scoreTagger(taggerOfFile(JSON.parse(weights)), read(name)));
}
