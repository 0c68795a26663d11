import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { commandProblems } from "./commands.ts";

const COMMAND = "server/holds/commands/release-hold.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "seonchak-commands-"));
  plant(COMMAND);
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(file: string, text = "export const act = defineCommand({});\n"): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

it("names a command that no test imports, or imports for its types alone", () => {
  expect(commandProblems(root, [])).toEqual([expect.stringContaining(`${COMMAND}: no test`)]);
  plant("server/holds/rush.db.test.ts", 'import type {\n  Release,\n} from "./commands/release-hold.ts";\n');
  expect(commandProblems(root, [])).toHaveLength(1);
});

it.each([
  ["beside it", "server/holds/commands/release-hold.db.test.ts", ""],
  [
    "that imports it by path",
    "server/holds/rush.db.test.ts",
    'import {\n  releaseHold,\n} from "./commands/release-hold.ts";\n',
  ],
  [
    "elsewhere that imports it by name",
    "server/checkout/races.db.test.ts",
    'import { releaseHold } from "#server/holds/commands/release-hold.ts";\n',
  ],
])("is content with a test %s", (_, file, text) => {
  plant(file, text);
  expect(commandProblems(root, [])).toEqual([]);
});

it("excuses what is known to have none, until it has one", () => {
  expect(commandProblems(root, [COMMAND])).toEqual([]);
  plant("server/holds/commands/release-hold.db.test.ts");
  expect(commandProblems(root, [COMMAND])).toEqual([expect.stringContaining("Take it from UNTESTED")]);
});

it("names an operation outside of commands/, and what is none inside", () => {
  const [step, job] = ["server/holds/steps/end-holds.ts", "server/holds/jobs/expire-holds.ts"];
  plant(step, "export const endHolds = 1;\n");
  plant(job, "export const expire = defineDirectCommand({});\n");
  plant(COMMAND, "export const release = 1;\n");
  expect(commandProblems(root, [step, job, COMMAND])).toEqual([
    expect.stringContaining(`${job}: it defines an operation`),
    expect.stringContaining(`${COMMAND}: it defines no operation`),
  ]);
});

it("names a step that opens a transaction, or works in another context than its caller's transaction", () => {
  const step = "server/holds/steps/end-holds.ts";
  const problem = expect.stringContaining(`${step}: a step is part of its caller's transaction`);
  plant(step, "export const endHolds = (tx: Tx) => tx;\n");
  expect(commandProblems(root, [step, COMMAND])).toEqual([]);
  plant(step, "export const endHolds = (ctx: AppContext) => ctx;\n");
  expect(commandProblems(root, [step, COMMAND])).toEqual([problem]);
  plant(step, "export const endHolds = (tx: Tx) => inTransaction(tx, endAll);\n");
  expect(commandProblems(root, [step, COMMAND])).toEqual([problem]);
});
