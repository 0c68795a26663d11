import { spawnSync } from "node:child_process";
import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { sealLog } from "#server/audit/jobs/seal-log.ts";
import { env } from "#server/platform/config/env.ts";
import { systemContext } from "#server/platform/operation/context.ts";
import { insertManyOrders } from "#server/testing/many-orders.ts";
import { ownerDb } from "#server/testing/owner.ts";
import { patient } from "#server/testing/patience.ts";

/** `npm run audit` as the app's own role. It needs no setting but the database, and ends by itself. */
function audit(url: string, ...args: string[]) {
  const env = { NODE_ENV: "test", DATABASE_URL: url } as const;
  const options = { encoding: "utf8", env, timeout: patient(20_000) } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/audit.ts", ...args], options);
  return { status, stdout, stderr };
}

beforeAll(() => insertManyOrders(ownerDb, 100));

it("says that every equation holds, and names what breaks one", async () => {
  const well = audit(env.DATABASE_URL);
  expect(well).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringMatching(/All \d+ equations hold/),
  });
  expect(well.stdout).toContain("holds         100  orders: a paid one has its tickets");
  await ownerDb.execute(sql`update stock set remaining = remaining + 1`);
  const broken = audit(env.DATABASE_URL);
  expect(broken.status).toBe(1);
  expect(broken.stdout).toMatch(/BROKEN {10}1 {2}stock: .*\n +event_session_0{26}\n/);
  expect(broken.stdout).toMatch(/Broken: 1 of \d+ equations/);
});

it("has a line for the audit log, and tells a seal that is there from one that was cut off", async () => {
  await ownerDb.execute(sql`
    insert into audit_log (actor_kind, action, outcome, trace_id) values ('system', 'test', 'ok', '')`);
  await sealLog(systemContext("audit.seal"));
  const { stdout } = audit(env.DATABASE_URL);
  expect(stdout).toMatch(/holds +1 {2}audit log: each sealed row/);
  const [, seal = ""] = /Newest seal of the audit log: (1:[0-9a-f]{64})/.exec(stdout) ?? [];
  expect(audit(env.DATABASE_URL, `--seal=${seal}`).stdout).toContain(`holds   seal ${seal} is there`);
  const cut = seal.replace(/^1:/, "2:");
  expect(audit(env.DATABASE_URL, `--seal=${cut}`)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining(`BROKEN  seal ${cut} is not there`),
  });
});

it("says in a sentence why a database cannot be checked", () => {
  const { status, stderr } = audit("postgres://nobody:wrong@127.0.0.1:1/none");
  expect([status, stderr]).toEqual([
    1,
    "The database cannot be checked: connect ECONNREFUSED 127.0.0.1:1.\n",
  ]);
});
