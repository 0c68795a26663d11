import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { hasHaproxy } from "#server/testing/haproxy.ts";
import { patient } from "#server/testing/patience.ts";
import { hasPgbouncer } from "#server/testing/pgbouncer.ts";

const SECONDS = 120;
const STOCK = 20;

/** Those that no other test has happen in the middle of a sale. */
const FAULTS = [
  "app process killed",
  "app process halted",
  "PgBouncer restarted",
  "Postgres primary killed, replica promoted",
];

it.skipIf(!hasHaproxy || !hasPgbouncer)(
  "sells each ticket once through a small data centre whose parts break one after the other",
  () => {
    const { PATH, TEST_PATIENCE } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["scripts/rehearse.ts", `--stock=${STOCK}`, "--buyers=4", ...FAULTS],
      { encoding: "utf8", env: { NODE_ENV: "test", PATH, TEST_PATIENCE }, timeout: patient(SECONDS * 1000) },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    for (const name of FAULTS) expect(stdout).toMatch(new RegExp(`^${name} .* ${STOCK}$`, "m"));
  },
  patient((SECONDS + 10) * 1000),
);
