import type { AnyNode } from 'domhandler';

/** No page nests so deep; below it stands nothing but an attack on readers whose work grows with depth (CWE-1124). */
const MAX_DEPTH = 600;

/** Takes away what lies deeper in a document than any page does, so that the time to read it stays linear in its length. */
export function cutDepth(root: AnyNode): void {
  const pending: [node: AnyNode, depth: number][] = [[root, 0]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, depth] = next;
    if (!('children' in node)) continue;
    if (depth >= MAX_DEPTH) node.children = [];
    else for (const child of node.children) pending.push([child, depth + 1]);
  }
}
