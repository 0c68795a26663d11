/** One line of an answer in Prometheus's text format. */
export interface Line {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads Prometheus's text format, of labels without escapes. */
export function readMetrics(text: string) {
  const lines = text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(readLine);
  const having = (name: string, labels: Line["labels"] = {}) =>
    lines.filter(
      (line) =>
        line.name === name && Object.entries(labels).every(([label, value]) => line.labels[label] === value),
    );
  return {
    lines,
    having,
    /** The sum over all samples that have these labels, as `sum(name{…})` in PromQL. */
    sum: (name: string, labels?: Line["labels"]) =>
      having(name, labels).reduce((sum, { value }) => sum + value, 0),
  };
}

function readLine(line: string): Line {
  const [, name = "", pairs = "", value = ""] = /^([a-zA-Z_:]\w*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  if (name === "") throw new Error(`no line of the text format: ${line}`);
  const labels = Object.fromEntries(
    [...pairs.matchAll(/(\w+)="([^"]*)"/g)].map(([, label, text]) => [label, text]),
  );
  return { name, labels, value: Number(value.replace("Inf", "Infinity")) };
}
