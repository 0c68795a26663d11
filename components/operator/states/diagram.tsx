import Link from "next/link";
import type { Tone } from "../../ui/tone.ts";
import { type DrawnMachine, layOut, NODE, type Node } from "./layout.ts";

const FILLS: Record<Tone, string> = {
  neutral: "fill-neutral-bg stroke-neutral-line",
  info: "fill-info-bg stroke-info-line",
  success: "fill-success-bg stroke-success-line",
  warning: "fill-warning-bg stroke-warning-line",
  danger: "fill-danger-bg stroke-danger-line",
};

interface DiagramProps {
  machine: DrawnMachine;
  nameOf: (state: string) => string;
  /** What stands below the name: how many are in it. */
  countOf: (state: string) => string;
  hrefOf: (state: string) => string | undefined;
}

/** A machine drawn from its declaration. It is a picture for eyes and pointers; the table beside it has the same for all. */
export function Diagram({ machine, nameOf, countOf, hrefOf }: DiagramProps) {
  const { width, height, nodes, paths } = layOut(machine);
  const arrow = `arrow-${machine.name}`;
  return (
    <svg
      aria-hidden="true"
      viewBox={`-2 -2 ${width} ${height + 4}`}
      className="h-auto w-full"
      style={{ maxWidth: `${width * 1.1}px` }}
    >
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0,0 L8,4 L0,8 z" className="fill-muted" />
        </marker>
      </defs>
      {paths.map(({ key, d }) => (
        <path
          key={key}
          d={d}
          markerEnd={`url(#${arrow})`}
          className="fill-none stroke-muted"
          strokeWidth="1.25"
        />
      ))}
      {nodes.map((node) => {
        const href = hrefOf(node.state);
        const drawn = (
          <State
            key={node.state}
            node={node}
            tone={machine.tone(node.state as never)}
            isFirst={node.state === machine.initial}
            name={nameOf(node.state)}
            count={countOf(node.state)}
          />
        );
        return href ? (
          <Link key={node.state} href={href} tabIndex={-1} className="no-underline">
            {drawn}
          </Link>
        ) : (
          drawn
        );
      })}
    </svg>
  );
}

interface StateProps {
  node: Node;
  tone: Tone;
  isFirst: boolean;
  name: string;
  count: string;
}

function State({ node: { x, y }, tone, isFirst, name, count }: StateProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        width={NODE.width}
        height={NODE.height}
        rx="8"
        strokeWidth={isFirst ? 2.5 : 1.25}
        className={FILLS[tone]}
      />
      <text x={NODE.width / 2} y="20" textAnchor="middle" className="fill-ink font-semibold text-[13px]">
        {name}
      </text>
      <text x={NODE.width / 2} y="38" textAnchor="middle" className="numerals fill-ink text-[13px]">
        {count}
      </text>
    </g>
  );
}
