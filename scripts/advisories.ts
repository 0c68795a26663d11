import { spawnSync } from "node:child_process";
import { z } from "zod";

// Known faults of the packages, as far as the registry publishes them. This is not part of the tests, because an advisory
// that is published today must not fail a change that has nothing to do with it.

const Report = z.object({
  metadata: z.object({ vulnerabilities: z.object({ high: z.number(), critical: z.number() }) }),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});

const { stdout } = spawnSync("npm", ["audit", "--json"], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
const report = Report.safeParse(parsed(stdout));
if (!report.success) {
  console.log("Advisories were not looked at: the registry does not answer the question.");
} else {
  const { vulnerabilities, metadata } = report.data;
  const grave = Object.entries(vulnerabilities).filter(([, { severity }]) =>
    ["high", "critical"].includes(severity),
  );
  for (const [name, { severity }] of grave) console.error(`${severity.padEnd(8)} ${name}`);
  const { high, critical } = metadata.vulnerabilities;
  console.log(`${critical} critical and ${high} high advisories; npm audit says more.`);
  process.exitCode = grave.length > 0 ? 1 : 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
