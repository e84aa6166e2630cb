import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runNewsledger } from './runNewsledger.ts';

/** Files that people write: what is said of a wrong one, and that nothing was changed by then. */
let folder: string;
let sources: string;
let entities: string;

const WRONG_SOURCES = `sources:
  - id: harbour
    url: https://harbour.example/feed
    evry: 15m
  - id: ridge
    url: ridge.example/feed
    kind: rss
`;
const SOURCES_PROBLEMS = [
  'wrong-sources.yaml:4:5: sources[0] has an unknown key "evry". Known keys: id, name, url, kind, primary_for, every, select.',
  'wrong-sources.yaml:6:10: sources[1].url: must be an http(s) address.',
  'wrong-sources.yaml:7:11: sources[1].kind: Invalid option: expected one of "feed"|"sitemap"|"list"|"page".',
];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-files-'));
  sources = path.join(folder, 'wrong-sources.yaml');
  entities = path.join(folder, 'wrong-entities.yaml');
  await writeFile(sources, WRONG_SOURCES);
  await writeFile(entities, 'entities:\n  - name: Orrin Robotics\n    kind: firm\n');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a wrong file is told with line, column and what was expected, and changes nothing', () => {
  it('sources.yaml, before a database is made', async () => {
    const dataDir = path.join(folder, 'data');
    const { code, stderr } = await runNewsledger(['up', '--once', '--sources', sources, '--data-dir', dataDir]);
    expect(code).toBe(1);
    expect(problemsIn(stderr)).toEqual(SOURCES_PROBLEMS);
    expect(await readdir(folder)).not.toContain('data');
  });

  it('entities.yaml, before a database is made', async () => {
    const dataDir = path.join(folder, 'data');
    const { code, stderr } = await runNewsledger(['up', '--once', '--data-dir', dataDir], { NEWSLEDGER_ENTITIES: entities });
    expect(code).toBe(1);
    expect(stderr).toMatch(/wrong-entities\.yaml:3:11: entities\[0\]\.kind: .*expected one of "organisation"\|"person"/);
    expect(await readdir(folder)).not.toContain('data');
  });

  it('both, asked of the doctor', async () => {
    const { code, stdout } = await runNewsledger(['doctor', '--json', '--sources', sources, '--data-dir', path.join(folder, 'doctor')], {
      NEWSLEDGER_ENTITIES: entities,
      NEWSLEDGER_POSTGRES_URL: 'postgres://nobody@127.0.0.1:1/nothing',
    });
    expect(code).toBe(1);
    expect(stdout).toContain('wrong-sources.yaml:4:5: ');
    expect(stdout).toContain('wrong-entities.yaml:3:11: ');
  });
});

/** Without the folder and what comes before and after. */
function problemsIn(stderr: string): string[] {
  return [...stderr.matchAll(/wrong-sources\.yaml:.*/g)].map(([line]) => line);
}
