import type { GraphNode } from './packageGraph.ts';

/** In pixels. */
const BOX = { width: 116, height: 40 };
const GAP = 22;
/** A line that passes a floor takes so much of it. */
const PASSAGE = 10;
const FLOOR_HEIGHT = 104;
const MARGIN = 16;

/** Sweeps over the floors, after which the order of the boxes stays as it is. */
const SWEEPS = 12;

/** What stands on a floor: a box, or a line on its way to a floor below. */
interface Stand {
  readonly name: string;
  readonly node: GraphNode | null;
  /** Names of the stands on the floor below to which lines lead from here. */
  readonly down: string[];
}

/**
 * The graph as a picture: who uses nobody stands at the bottom, everybody else a floor above the highest that they use. A line leads from each to
 * those that it uses; where it gets there through another one, the line is left out.
 */
export function drawPackageGraph(graph: readonly GraphNode[]): string {
  const floors = placesOf(graph);
  const width = Math.max(...floors.map(widthOf)) + 2 * MARGIN;
  const height = floors.length * FLOOR_HEIGHT - (FLOOR_HEIGHT - BOX.height) + 2 * MARGIN;
  const places = new Map(floors.flatMap((floor, level) => placed(floor, width, height - MARGIN - BOX.height - level * FLOOR_HEIGHT)));
  const stands = floors.flat();
  const lines = stands.flatMap(({ name, node, down }) => down.map((to) => line(places.get(name), places.get(to), node === null)));
  const boxes = stands.flatMap(({ name, node }) => (node === null ? [] : [box(node, places.get(name))]));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    '<title id="title">Packages and services, each above those that it uses</title>',
    '<style>text { font: 13px system-ui, sans-serif; fill: #1c1f24; text-anchor: middle } path { fill: none; stroke: #7a8594 } rect { fill: #fdfdfb; stroke: #5b6470 } .service rect { fill: #dcebf7; stroke: #0b4f8a }',
    '@media (prefers-color-scheme: dark) { text { fill: #e6e8eb } path { stroke: #6d7783 } rect { fill: #15181c; stroke: #a3acb8 } .service rect { fill: #173450; stroke: #8cc0f0 } }</style>',
    ...lines,
    ...boxes,
    '</svg>',
    '',
  ].join('\n');
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function line(from: Place = { x: 0, y: 0 }, to: Place = { x: 0, y: 0 }, isOnItsWay: boolean): string {
  const [start, end] = [from.y + BOX.height, to.y];
  const middle = (start + end) / 2;
  const through = isOnItsWay ? `M${from.x} ${from.y}V${start}` : `M${from.x} ${start}`;
  return `<path d="${through}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${end}"/>`;
}

function box({ name, description, parent }: GraphNode, { x, y }: Place = { x: 0, y: 0 }): string {
  const shape = `<rect x="${x - BOX.width / 2}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="${parent === 'services' ? 14 : 3}"/>`;
  return `<g class="${parent === 'services' ? 'service' : 'package'}"><title>${description.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>${shape}<text x="${x}" y="${y + 25}">${name}</text></g>`;
}

/** Floors from the bottom up, each in an order in which lines cross little. */
function placesOf(graph: readonly GraphNode[]): readonly (readonly Stand[])[] {
  const floors = standsOf(graph);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isUpward = sweep % 2 === 0;
    const levels = isUpward ? floors.keys().drop(1) : [...floors.keys()].reverse().slice(1);
    for (const level of levels) {
      const other = floors[isUpward ? level - 1 : level + 1] ?? [];
      const own = floors[level] ?? [];
      const at = new Map(other.map(({ name }, index) => [name, (index + 0.5) / other.length]));
      const neighbours = ({ name, down }: Stand) =>
        isUpward ? down : other.filter((upper) => upper.down.includes(name)).map((upper) => upper.name);
      const wish = new Map(
        own.map((stand, index) => [stand.name, mean(neighbours(stand).map((name) => at.get(name) ?? 0)) ?? (index + 0.5) / own.length]),
      );
      own.sort((a, b) => (wish.get(a.name) ?? 0) - (wish.get(b.name) ?? 0));
    }
  }
  return floors;
}

/** Boxes on their floors, and lines on those that they pass. */
function standsOf(graph: readonly GraphNode[]): Stand[][] {
  const byName = new Map(graph.map((node) => [node.name, node]));
  const usesOf = (name: string) => byName.get(name)?.uses ?? [];
  const reaches = (from: string, to: string): boolean => usesOf(from).some((name) => name === to || reaches(name, to));
  const levelOf = (name: string): number => Math.max(-1, ...usesOf(name).map(levelOf)) + 1;
  const floors: Stand[][] = Array.from({ length: Math.max(...graph.map(({ name }) => levelOf(name))) + 1 }, () => []);
  for (const node of graph) {
    const level = levelOf(node.name);
    const down: string[] = [];
    floors[level]?.push({ name: node.name, node, down });
    for (const used of node.uses.filter((name) => !node.uses.some((other) => reaches(other, name)))) {
      const passed = Array.from({ length: level - levelOf(used) - 1 }, (_, index) => level - 1 - index);
      const stops = [...passed.map((floor) => `${node.name} to ${used} by ${floor}`), used];
      down.push(stops[0] ?? used);
      for (const [index, floor] of passed.entries())
        floors[floor]?.push({ name: stops[index] ?? used, node: null, down: [stops[index + 1] ?? used] });
    }
  }
  return floors;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function widthOf(floor: readonly Stand[]): number {
  return floor.reduce((sum, { node }) => sum + (node === null ? PASSAGE : BOX.width) + GAP, -GAP);
}

/** The stands of a floor spread over the picture's width, by name. */
function placed(floor: readonly Stand[], width: number, y: number): [string, Place][] {
  const spare = (width - 2 * MARGIN - widthOf(floor)) / (floor.length + 1);
  let x = MARGIN + spare;
  return floor.map(({ name, node }) => {
    const own = node === null ? PASSAGE : BOX.width;
    const place = { x: Math.round(x + own / 2), y };
    x += own + GAP + spare;
    return [name, place];
  });
}

/** The same as a table: who uses whom, nothing left out. */
export function packageTable(graph: readonly GraphNode[]): string {
  return [
    '| | is for | uses |',
    '|---|---|---|',
    ...graph.map(
      ({ name, parent, description, uses }) =>
        `| \`${parent}/${name}\` | ${description} | ${uses.length === 0 ? 'nobody' : uses.join(', ')} |`,
    ),
  ].join('\n');
}
