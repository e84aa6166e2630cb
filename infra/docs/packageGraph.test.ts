import path from 'node:path';
import { expect, it } from 'vitest';
import { drawPackageGraph, packageTable } from './drawPackageGraph.ts';
import { type GraphNode, readPackageGraph } from './packageGraph.ts';

const nodeOf = (name: string, uses: string[] = [], parent: GraphNode['parent'] = 'packages'): GraphNode => ({
  name,
  parent,
  description: `What ${name} is for`,
  uses,
});

/** The height at which the name of a box stands. */
const heightOf = (picture: string, name: string) => Number(new RegExp(`y="(\\d+)">${name}</text>`).exec(picture)?.[1]);

it('reads what each package imports from its sources, tests left out', () => {
  const graph = readPackageGraph(path.resolve(import.meta.dirname, '../..'));
  const uses = (name: string) => graph.find((node) => node.name === name)?.uses;
  expect(uses('events')).toEqual([]);
  expect(uses('claims')).toEqual(['events', 'language', 'quantities']);
  expect(uses('reconcile')).toEqual(['events']);
  expect(graph.find(({ name }) => name === 'web')).toMatchObject({ parent: 'services', uses: expect.arrayContaining(['read-models']) });
});

it('puts each above all that it uses', () => {
  const picture = drawPackageGraph([nodeOf('top', ['bottom', 'middle']), nodeOf('middle', ['bottom']), nodeOf('bottom')]);
  expect(heightOf(picture, 'top')).toBeLessThan(heightOf(picture, 'middle'));
  expect(heightOf(picture, 'middle')).toBeLessThan(heightOf(picture, 'bottom'));
});

it('leaves out a line that follows from two others', () => {
  const [short, long] = [
    [nodeOf('top', ['middle']), nodeOf('middle', ['bottom']), nodeOf('bottom')],
    [nodeOf('top', ['bottom', 'middle']), nodeOf('middle', ['bottom']), nodeOf('bottom')],
  ].map(drawPackageGraph);
  expect(long).toBe(short);
});

it('leads a line past the boxes of the floors between', () => {
  const picture = drawPackageGraph([nodeOf('top', ['middle', 'far']), nodeOf('middle', ['bottom']), nodeOf('bottom'), nodeOf('far')]);
  const lines = picture.match(/<path /g);
  expect(lines).toHaveLength(4);
});

it('tells in the table what the picture leaves out', () => {
  expect(packageTable([nodeOf('top', ['bottom', 'middle'], 'services')])).toContain(
    '| `services/top` | What top is for | bottom, middle |',
  );
});
