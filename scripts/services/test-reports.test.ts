import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPlaywrightReport, readVitestReport, sum } from "./test-reports.ts";

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "seonchak-reports-"));
  path = join(directory, "report.json");
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe("the counts of a test run", () => {
  it("counts tests, and a file that could not be loaded as one failed test", () => {
    const testResults = [file("passed", "passed", "passed"), file("failed", "failed"), file("failed")];
    writeFileSync(path, JSON.stringify({ numPassedTests: 2, numFailedTests: 1, testResults }));
    expect(readVitestReport(path, 1)).toEqual({ passed: 2, failed: 2 });
  });

  it("never calls a run passed that ended with an error", () => {
    expect(readVitestReport(path, 1)).toEqual({ passed: 0, failed: 1 });
    expect(readPlaywrightReport(path, 1)).toEqual({ passed: 0, failed: 1 });
  });

  it("takes a flaky test for a failed one", () => {
    writeFileSync(path, JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } }));
    expect(readPlaywrightReport(path, 1)).toEqual({ passed: 5, failed: 2 });
  });

  it("adds up", () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
  });
});
