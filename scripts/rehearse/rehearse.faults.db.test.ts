import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { hasHaproxy } from "#server/testing/haproxy.ts";
import { patient } from "#server/testing/patience.ts";
import { hasPgbouncer } from "#server/testing/pgbouncer.ts";
import { faults } from "./faults.ts";

const SECONDS = 120;

it.skipIf(!hasHaproxy || !hasPgbouncer)(
  "sells each ticket once through a small data centre whose parts break one after the other",
  () => {
    const { PATH, TEST_PATIENCE } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["scripts/rehearse.ts", "--stock=60", "--buyers=8"],
      { encoding: "utf8", env: { NODE_ENV: "test", PATH, TEST_PATIENCE }, timeout: patient(SECONDS * 1000) },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    for (const { name } of faults) expect(stdout).toMatch(new RegExp(`^${name} .* 60$`, "m"));
  },
  patient((SECONDS + 10) * 1000),
);
