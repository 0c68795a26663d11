import type { Tone } from "../../ui/tone.ts";

/** The part of a machine that a diagram is made of. */
export interface DrawnMachine {
  readonly name: string;
  readonly states: readonly string[];
  readonly initial: string;
  readonly edges: readonly (readonly [string, string])[];
  tone(state: never): Tone;
}

export const NODE = { width: 168, height: 48 } as const;
const GAP = { column: 84, row: 24 } as const;
/** Room at the left for the arcs of steps that go back or over other states. */
const ARCS = 48;

export interface Node {
  readonly state: string;
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Node[];
  /** The path of each step, as SVG writes it. */
  readonly paths: readonly { readonly key: string; readonly d: string }[];
}

/**
 * Where the states of a machine stand, and the ways between them: states that things leave again one below the other, in
 * the order in which they are reached, and the ends beside them. It fits a phone, however many states there are.
 */
export function layOut({ states, initial, edges }: DrawnMachine): Layout {
  const isEnd = (state: string) => edges.every(([from]) => from !== state);
  const reached = reachedFrom(initial, states, edges);
  const passing = reached.filter((state) => !isEnd(state));
  const ends = reached.filter(isEnd);
  const rows = Math.max(passing.length, ends.length);
  const height = rows * (NODE.height + GAP.row) - GAP.row;
  const place = (column: readonly string[], x: number): Node[] => {
    const own = column.length * (NODE.height + GAP.row) - GAP.row;
    return column.map((state, row) => ({
      ...{ state, x },
      y: (height - own) / 2 + row * (NODE.height + GAP.row),
    }));
  };
  const nodes = [...place(passing, ARCS), ...place(ends, ARCS + NODE.width + GAP.column)];
  const byState = new Map(nodes.map((node) => [node.state, node]));
  return {
    width: ARCS + NODE.width + (ends.length > 0 ? GAP.column + NODE.width : 0) + 4,
    height,
    nodes,
    paths: edges.flatMap(([from, to]) => {
      const [one, other] = [byState.get(from), byState.get(to)];
      return one && other && from !== to ? [{ key: `${from} ${to}`, d: pathOf(one, other) }] : [];
    }),
  };
}

/** The states in the order in which they are reached from the first one, the nearest first. */
function reachedFrom(
  initial: string,
  states: readonly string[],
  edges: readonly (readonly [string, string])[],
): string[] {
  const order = [initial];
  for (const state of order)
    for (const [from, to] of edges) if (from === state && !order.includes(to)) order.push(to);
  return [...order, ...states.filter((state) => !order.includes(state))];
}

function pathOf(from: Node, to: Node): string {
  const middle = (node: Node) => node.y + NODE.height / 2;
  if (to.x > from.x) {
    const [startX, endX] = [from.x + NODE.width, to.x - 6];
    const bend = (startX + endX) / 2;
    return `M${startX},${middle(from)} C${bend},${middle(from)} ${bend},${middle(to)} ${endX},${middle(to)}`;
  }
  const isNext = to.y > from.y && to.y - from.y < 2 * NODE.height;
  if (isNext) {
    const x = from.x + NODE.width / 2;
    return `M${x},${from.y + NODE.height} L${x},${to.y - 6}`;
  }
  const rows = Math.abs(to.y - from.y) / (NODE.height + GAP.row);
  const bulge = from.x - Math.min(ARCS, 14 + 8 * rows);
  // A step and the one back to it leave and arrive at different heights.
  const [start, end] = [middle(from) + 8, middle(to) - 8];
  return `M${from.x},${start} C${bulge},${start} ${bulge},${end} ${to.x - 6},${end}`;
}
