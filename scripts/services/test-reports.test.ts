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

const file = (name: string, status: string, ...tests: string[]) => ({
  name,
  status,
  assertionResults: tests.map((test, index) => ({
    fullName: `test ${index}`,
    status: test,
    failureMessages: test === "failed" ? ["Error: expected 2\n    at a line"] : [],
  })),
});

describe("the counts of a test run", () => {
  it("counts tests, and a file that could not be loaded as one failed test, and names what failed", () => {
    const testResults = [
      file("a.test.ts", "passed", "passed", "passed"),
      file("b.test.ts", "failed", "passed", "failed"),
      file("c.test.ts", "failed"),
    ];
    writeFileSync(path, JSON.stringify({ numPassedTests: 3, testResults }));
    expect(readVitestReport(path, 1)).toEqual({
      passed: 3,
      failed: 2,
      failures: ["b.test.ts > test 1: Error: expected 2", "c.test.ts could not be loaded"],
    });
  });

  it("never calls a run passed that ended with an error", () => {
    const failed = { passed: 0, failed: 1, failures: [] };
    expect(readVitestReport(path, 1)).toEqual(failed);
    expect(readPlaywrightReport(path, 1)).toEqual(failed);
  });

  it("takes a flaky test for a failed one, and names those of every group", () => {
    const error = { message: "\u001b[31mError\u001b[39m: timed out\n\nat a line" };
    const results = [{}, { error }];
    const spec = (title: string, status: string) => ({ title, tests: [{ status, results }] });
    const group = { file: "a.spec.ts", specs: [spec("comes and goes", "flaky")] };
    const suites = [
      {
        file: "a.spec.ts",
        specs: [spec("works", "expected"), spec("is broken", "unexpected")],
        suites: [group],
      },
    ];
    writeFileSync(
      path,
      JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, suites }),
    );
    expect(readPlaywrightReport(path, 1)).toEqual({
      passed: 5,
      failed: 2,
      failures: ["a.spec.ts > is broken: Error: timed out", "a.spec.ts > comes and goes: Error: timed out"],
    });
  });

  it("adds up", () => {
    expect(
      sum([
        { passed: 1, failed: 0, failures: [] },
        { passed: 2, failed: 3, failures: ["a"] },
      ]),
    ).toEqual({ passed: 3, failed: 3, failures: ["a"] });
  });
});
