import { expect, it } from "vitest";
import { type Family, formatFamilies, mergeFamilies } from "./families.ts";

const family = (worker: string, value: number): Family => ({
  name: "runs_total",
  help: 'a "help"\nof two lines',
  type: "counter",
  samples: [{ name: "runs_total", labels: { worker, said: 'a\\b "c"\nd' }, value }],
});

it("writes the text format, with each name once however many processes have it", () => {
  const text = formatFamilies(mergeFamilies([family("1", 2), family("2", Number.POSITIVE_INFINITY)]));
  expect(text).toBe(
    [
      '# HELP runs_total a "help"\\nof two lines',
      "# TYPE runs_total counter",
      'runs_total{worker="1",said="a\\\\b \\"c\\"\\nd"} 2',
      'runs_total{worker="2",said="a\\\\b \\"c\\"\\nd"} +Inf',
      "",
    ].join("\n"),
  );
});

it("writes a metric without samples or labels", () => {
  const none = { name: "none", help: "", type: "gauge", samples: [] } as const;
  const one = { ...none, samples: [{ name: "none", labels: {}, value: 0.5 }] };
  expect(formatFamilies([none])).toBe("# HELP none \n# TYPE none gauge\n");
  expect(formatFamilies([one])).toBe("# HELP none \n# TYPE none gauge\nnone 0.5\n");
});
