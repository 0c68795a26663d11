export type Labels = Readonly<Record<string, string>>;

/** One line of the Prometheus text format. */
export interface Sample {
  /** The family's name, for histograms with `_bucket`, `_sum` or `_count`. */
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

/** A metric with all its samples. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly samples: readonly Sample[];
}

/** The content type of {@link formatFamilies}. */
export const CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Puts families of one name together, since the format allows each name once. */
export function mergeFamilies(families: readonly Family[]): Family[] {
  const byName = new Map<string, Family & { samples: Sample[] }>();
  for (const family of families) {
    const known = byName.get(family.name);
    if (known) known.samples.push(...family.samples);
    else byName.set(family.name, { ...family, samples: [...family.samples] });
  }
  return [...byName.values()];
}

/** The families as Prometheus reads them: text format 0.0.4. */
export const formatFamilies = (families: readonly Family[]): string =>
  families
    .map(({ name, help, type, samples }) =>
      [
        `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`,
        `# TYPE ${name} ${type}`,
        ...samples.map(formatSample),
        "",
      ].join("\n"),
    )
    .join("");

function formatSample({ name, labels, value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${formatValue(value)}`;
}

const escaped = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

const formatValue = (value: number): string =>
  Math.abs(value) === Number.POSITIVE_INFINITY ? (value > 0 ? "+Inf" : "-Inf") : String(value);
