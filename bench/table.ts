/** An odd number, so that the median is one of them. */
const ROUNDS = 5;

export interface Pair {
  readonly figure: number;
  readonly baseline: number;
}

/** Runs once unmeasured, since a process that just started compiles its code on the way, and then several times. */
export async function repeat<T>(run: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  await run();
  for (let round = 0; round < ROUNDS; round++) results.push(await run());
  return results;
}

/** Figure and baseline in turn: the pair of the median ratio stands, since the machine is not quiet. */
export const rounds = async (run: () => Promise<Pair>): Promise<Pair> => at(await repeat(run), ratioOf);

export const ratioOf = ({ figure, baseline }: Pair): number => figure / baseline;

/** The result whose `size` stands at `share` of all of them in order. */
export function at<T>(results: readonly T[], size: (result: T) => number, share = 0.5): T {
  const sorted = [...results].sort((a, b) => size(a) - size(b));
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as T;
}

export const quantile = (values: readonly number[], share: number): number =>
  at(values, (value) => value, share) ?? Number.NaN;

export const HEADINGS = ["", "figure", "baseline", "ratio", "aim"];

export function row([name = "", ...cells]: readonly string[]): string {
  return name.padEnd(44) + cells.map((cell) => cell.padStart(14)).join("");
}

export function ratioRow(name: string, pair: Pair, aim: number): string {
  const { figure, baseline } = pair;
  const ratio = ratioOf(pair);
  return row([
    name,
    figure.toFixed(0),
    baseline.toFixed(0),
    ratio.toFixed(2),
    verdict(`≥ ${aim}`, ratio >= aim),
  ]);
}

/** The median and the 95th of a hundred of these times, in milliseconds. */
export function latencyRow(name: string, ms: readonly number[], aimMs?: number, digits = 0): string {
  const p95 = quantile(ms, 0.95);
  return row([
    `${name}, ms p50 / p95`,
    `${quantile(ms, 0.5).toFixed(digits)} / ${p95.toFixed(digits)}`,
    "",
    "",
    aimMs === undefined ? "" : verdict(`p95 < ${aimMs}`, p95 < aimMs),
  ]);
}

export const verdict = (aim: string, isMet: boolean): string => `${aim} ${isMet ? "✓" : "✗"}`;
