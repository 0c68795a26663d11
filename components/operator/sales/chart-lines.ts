import type { SaleSample } from "#server/sales/contract.ts";

/**
 * The two lines of a chart as SVG paths in a box of so many units. Each has its own scale, from zero to its largest
 * value. Where the queue was unknown its line is interrupted.
 */
export function linesOf(samples: readonly SaleSample[], width: number, height: number) {
  const times = samples.map(({ at }) => Date.parse(at));
  const [from = 0, until = 0] = [times[0], times.at(-1)];
  const x = (at: number) => round(until === from ? 0 : (width * (at - from)) / (until - from));
  const pathOf = (values: readonly (number | null)[]) => {
    const max = Math.max(1, ...values.map((value) => value ?? 0));
    let isDrawing = false;
    return values
      .map((value, index) => {
        const command = isDrawing ? "L" : "M";
        isDrawing = value !== null;
        return value === null
          ? ""
          : `${command}${x(times[index] ?? 0)} ${round(height - (height * value) / max)}`;
      })
      .join("");
  };
  const waiting = samples.map((sample) => sample.waiting);
  return {
    sold: pathOf(samples.map(({ sold }) => sold)),
    waiting: pathOf(waiting),
    waitingMax: Math.max(0, ...waiting.map((value) => value ?? 0)),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
