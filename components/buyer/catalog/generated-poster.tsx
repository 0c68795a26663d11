import type { ReactNode } from "react";
import { classNames } from "../../ui/class-names.ts";

/**
 * The inks that the house prints with. They are the same by day and by night, as those of a printed poster are, and sRGB, so that
 * pictures are drawn with them outside of browsers too.
 */
const INK = "#161b2c";
const PAPER = "#f2f0e7";
const BLUE = "#1f3ac3";
const RED = "#de3e2d";
const SAND = "#d9c59b";
const MIST = "#a9b8d5";

/** Ground, figure and accent of one printing. */
const palettes = [
  [INK, PAPER, RED],
  [PAPER, INK, BLUE],
  [BLUE, PAPER, INK],
  [SAND, INK, RED],
  [RED, PAPER, INK],
  [MIST, INK, BLUE],
  [INK, SAND, BLUE],
] as const;
type Palette = (typeof palettes)[number];

/** Gives numbers from 0 up to, but not including, `below`: always the same ones for the same event. */
type Pick = (below: number) => number;

const WIDTH = 300;
const HEIGHT = 400;
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** A sun that sinks behind lines which grow. */
function Sun([, figure, accent]: Palette, pick: Pick): ReactNode {
  const [cx, top] = [90 + pick(120), 190 + pick(40)];
  return (
    <>
      <circle cx={cx} cy={150 + pick(40)} r={84 + pick(30)} fill={accent} />
      {range(9).map((line) => (
        <rect key={line} y={top + line * 24} width={WIDTH} height={3 + line * 2.4} fill={figure} />
      ))}
    </>
  );
}

/** The rows of a hall around its stage, seen from above. */
function Hall([, figure, accent]: Palette, pick: Pick): ReactNode {
  const cx = pick(2) === 0 ? WIDTH / 2 : pick(2) * WIDTH;
  const lit = 2 + pick(6);
  return (
    <>
      {range(9).map((row) => (
        <circle
          key={row}
          cx={cx}
          cy={HEIGHT}
          r={70 + row * 36}
          fill="none"
          stroke={row === lit ? accent : figure}
          strokeWidth={14}
          strokeDasharray={row % 2 === 0 ? undefined : "10 6"}
        />
      ))}
      <circle cx={cx} cy={HEIGHT} r={40} fill={accent} />
    </>
  );
}

/** Dots that grow towards one corner, as a picture printed in a coarse screen. */
function Screen([, figure, accent]: Palette, pick: Pick): ReactNode {
  const [fromLeft, fromTop] = [pick(2) === 0, pick(2) === 0];
  const [litColumn, litRow] = [1 + pick(7), 1 + pick(10)];
  return range(12).flatMap((row) =>
    range(9).map((column) => {
      const far = (fromLeft ? column : 8 - column) / 8 + (fromTop ? row : 11 - row) / 11;
      const isLit = column === litColumn && row === litRow;
      return (
        <circle
          key={`${row}:${column}`}
          cx={17 + column * 33.3}
          cy={17 + row * 33.3}
          r={isLit ? 16 : 2 + far * 7}
          fill={isLit ? accent : figure}
        />
      );
    }),
  );
}

/** A curtain that stands a little open. */
function Curtain([, figure, accent]: Palette, pick: Pick): ReactNode {
  const gap = 90 + pick(120);
  const folds = [
    ...range(9).map((fold) => gap - 24 - fold * 30),
    ...range(9).map((fold) => gap + 24 + fold * 30),
  ];
  return (
    <>
      <rect x={gap - 24} width={48} height={HEIGHT} fill={accent} />
      {folds.map((x) => {
        const isLeft = x < gap;
        const width = 26 - Math.abs(x - gap) / 16;
        return (
          <path
            key={x}
            d={`M${x} 0 h${isLeft ? -width : width} V${HEIGHT} h${isLeft ? width * 0.4 : -width * 0.4} Z`}
            fill={figure}
          />
        );
      })}
    </>
  );
}

/** A light from above and what it falls on. */
function Spotlight([, figure, accent]: Palette, pick: Pick): ReactNode {
  const [from, to] = [40 + pick(220), 90 + pick(120)];
  return (
    <>
      <path d={`M${from} -10 L${to - 100} 330 H${to + 100} Z`} fill={figure} opacity={0.9} />
      <ellipse cx={to} cy={330} rx={100} ry={30} fill={figure} />
      <circle cx={to} cy={262 + pick(12)} r={36} fill={accent} />
      <rect x={to - 6} y={290} width={12} height={44} fill={accent} />
    </>
  );
}

/** Strings that swing, each a little wider than the one beside it. */
function Strings([, figure, accent]: Palette, pick: Pick): ReactNode {
  const [swing, lit] = [30 + pick(40), pick(12)];
  return range(12).map((line) => {
    const y = 34 + line * 30;
    const height = swing * Math.sin(((line + 1) / 13) * Math.PI);
    return (
      <path
        key={line}
        d={`M-10 ${y} C 80 ${y - height}, 120 ${y - height}, 150 ${y} S 220 ${y + height}, 310 ${y}`}
        fill="none"
        stroke={line === lit ? accent : figure}
        strokeWidth={line === lit ? 12 : 2.5 + (line % 4)}
      />
    );
  });
}

/** Quarters of circles and squares, laid as tiles. */
function Tiles([, figure, accent]: Palette, pick: Pick): ReactNode {
  return range(4).flatMap((row) =>
    range(3).map((column) => {
      const [x, y, turn, kind] = [column * 100, row * 100, pick(4) * 90, pick(5)];
      const fill = pick(4) === 0 ? accent : figure;
      const shape =
        kind === 0 ? (
          <circle cx={50} cy={50} r={34} fill={fill} />
        ) : kind === 1 ? (
          <path d="M0 0 H100 L0 100 Z" fill={fill} />
        ) : (
          <path d="M0 0 H100 A100 100 0 0 1 0 100 Z" fill={fill} />
        );
      return (
        <g key={`${row}:${column}`} transform={`translate(${x} ${y}) rotate(${turn} 50 50)`}>
          {shape}
        </g>
      );
    }),
  );
}

/** A guilloche, the ornament that makes tickets hard to copy. */
function Guilloche([, figure, accent]: Palette, pick: Pick): ReactNode {
  const [ry, cy] = [34 + pick(40), 160 + pick(80)];
  return (
    <g fill="none" strokeWidth={1.1}>
      {range(24).map((turn) => (
        <ellipse
          key={turn}
          cx={150}
          cy={cy}
          rx={136}
          ry={ry}
          stroke={turn % 6 === 0 ? accent : figure}
          transform={`rotate(${turn * 7.5} 150 ${cy})`}
        />
      ))}
      <circle cx={150} cy={cy} r={18} fill={accent} />
    </g>
  );
}

const compositions = [Sun, Hall, Screen, Curtain, Spotlight, Strings, Tiles, Guilloche] as const;

/**
 * A poster for an event that has none: one of several compositions, printed in inks of the house. Which one and how
 * follows from the event's id, so that it is the same everywhere and each event has its own.
 */
export function GeneratedPoster({ eventId, className }: { eventId: string; className?: string | undefined }) {
  const { ground, figures } = drawingOf(eventId);
  return (
    <svg
      viewBox={VIEW_BOX}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className={classNames("block", className)}
      style={{ background: ground }}
    >
      {figures}
    </svg>
  );
}

export const VIEW_BOX = `0 0 ${WIDTH} ${HEIGHT}`;

/** The colour of the ground, and what is drawn on it. */
export function drawingOf(eventId: string) {
  const { composition, palette, pick } = plan(eventId);
  return { ground: palette[0], figures: composition(palette, pick) };
}

/** What is drawn for an event: a composition, three inks, and where from its measures come. */
export function plan(eventId: string) {
  let seed = hash(eventId);
  const pick: Pick = (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const composition = compositions[pick(compositions.length)] ?? Sun;
  const palette = palettes[pick(palettes.length)] ?? palettes[0];
  return { composition, palette, pick };
}

/** The colour behind a poster while it loads. */
export const groundOf = (eventId: string): string => plan(eventId).palette[0];

function hash(text: string): number {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return value;
}
