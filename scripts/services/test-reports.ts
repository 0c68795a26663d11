import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** The failed tests by file and title, with the first line of what they said, as far as a report has them. */
  readonly failures: readonly string[];
}

export const noTests: Count = { passed: 0, failed: 0, failures: [] };

export function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (total, count) => ({
      passed: total.passed + count.passed,
      failed: total.failed + count.failed,
      failures: [...total.failures, ...count.failures],
    }),
    noTests,
  );
}

/**
 * Counts the tests of a vitest JSON report. A file that could not be loaded counts as one failed test, and so does a
 * run that failed (`exitCode`) without saying why, such as one with an unhandled error.
 */
export function readVitestReport(path: string, exitCode: number): Count {
  const report = readReport<VitestReport>(path);
  const failures = (report?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    return failed.length === 0 && status === "failed"
      ? [`${name} could not be loaded`]
      : failed.map(({ fullName, failureMessages: [said] }) => `${name} > ${fullName}${firstLine(said)}`);
  });
  return settle({ passed: report?.numPassedTests ?? 0, failed: failures.length, failures }, exitCode);
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Counts the tests of a Playwright JSON report; a flaky test has failed. */
export function readPlaywrightReport(path: string, exitCode: number): Count {
  const report = readReport<PlaywrightReport>(path);
  const stats = report?.stats;
  return settle(
    {
      passed: stats?.expected ?? 0,
      failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
      failures: (report?.suites ?? []).flatMap(failuresOf),
    },
    exitCode,
  );
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly suites: readonly PlaywrightSuite[];
}

interface PlaywrightSuite {
  readonly file: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

function failuresOf({ file, suites = [], specs }: PlaywrightSuite): string[] {
  const failed = specs.filter(({ tests }) =>
    tests.some(({ status }) => status === "unexpected" || status === "flaky"),
  );
  const named = failed.map(({ title, tests }) => {
    const [error] = tests.flatMap(({ results }) => results.flatMap((result) => result.error ?? []));
    return `${file} > ${title}${firstLine(error?.message)}`;
  });
  return [...named, ...suites.flatMap(failuresOf)];
}

/** A machine that is gone keeps no report: what its output ends with has to do. */
function firstLine(message = ""): string {
  const [line = ""] = stripVTControlCharacters(message).split("\n");
  return line && `: ${line}`;
}

function settle(count: Count, exitCode: number): Count {
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function readReport<T>(path: string): T | undefined {
  if (!existsSync(path)) return undefined;
  return JSON.parse(readFileSync(path, "utf8")) as T;
}
