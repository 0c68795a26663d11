import { spawnSync } from "node:child_process";
import { callProblems } from "./structure/calls.ts";
import { commandProblems } from "./structure/commands.ts";
import { constantProblems } from "./structure/constants.ts";
import { migrationProblems } from "./structure/migrations.ts";
import { nameProblems } from "./structure/names.ts";
import { packageProblems } from "./structure/packages.ts";
import { privacyProblems } from "./structure/privacy.ts";
import { referenceProblems } from "./structure/references.ts";
import { secretProblems } from "./structure/secrets.ts";
import { settingProblems } from "./structure/settings.ts";
import { slowTestProblems } from "./structure/slow-tests.ts";
import { storeProblems } from "./structure/stores.ts";
import { oldRowProblems, tableProblems } from "./structure/tables.ts";
import { rareNames, structureProblems } from "./structure/vocabulary.ts";
import { walkProblems } from "./structure/walks.ts";

/** Names, sizes, boundaries and generated files: everything that can be checked without running the app. */
const problems = [
  ...structureProblems("."),
  ...rareNames("."),
  ...storeProblems("."),
  ...tableProblems("."),
  ...oldRowProblems("."),
  ...commandProblems("."),
  ...callProblems("."),
  ...constantProblems("."),
  ...migrationProblems("db/migrations"),
  ...packageProblems("."),
  ...privacyProblems("."),
  ...settingProblems("."),
  ...referenceProblems("."),
  ...nameProblems("."),
  ...walkProblems("."),
  ...secretProblems("."),
  ...slowTestProblems("."),
];
for (const problem of problems) console.error(problem);

const tools: readonly (readonly string[])[] = [
  [
    "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
    "--config",
    ".dependency-cruiser.mjs",
    "server",
    "db",
    "components",
    "app",
    "scripts",
  ],
  ["scripts/generate.ts", "--check"],
  ["node_modules/knip/bin/knip.js", "--no-config-hints"],
];
const failed = tools.filter(
  (args) => spawnSync(process.execPath, [...args], { stdio: "inherit" }).status !== 0,
);
process.exitCode = problems.length + failed.length > 0 ? 1 : 0;
