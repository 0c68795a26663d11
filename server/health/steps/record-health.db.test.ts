import { isNull } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { healthChanges, healthChecks } from "#db/schema/health.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { ownerDb } from "../../testing/owner.ts";
import { deleteChanges } from "../jobs/delete-changes.ts";
import type { HealthState } from "../machine.ts";
import { getHistory } from "../queries.ts";
import { CHECKS, type CheckName } from "../values.ts";
import { type Away, recordHealth, type Seen } from "./record-health.ts";

const ctx = systemContext("watchdog");

/** One look that sees these checks so, and all others well. */
function look(bad: Partial<Record<CheckName, HealthState>> = {}, away?: Away) {
  const checks = Object.fromEntries(
    CHECKS.map((name) => [
      name,
      { status: bad[name] ?? "HEALTHY", cause: bad[name] ? `${name} fails` : null },
    ]),
  ) as Record<CheckName, Seen>;
  return inTransaction(ctx, (tx) => recordHealth(tx, checks, away));
}

const history = async () => {
  const admin = await given.person("ADMIN");
  const { changes, recorded } = await getHistory(admin.ctx(), {});
  return {
    recorded: new Map(recorded.map((one) => [one.name, one])),
    changes: changes.map(({ name, from, to, cause }) => `${name} ${from}→${to}${cause ? ` ${cause}` : ""}`),
  };
};
const firing = async () => {
  const rows = await db.select().from(alerts).where(isNull(alerts.resolvedAt));
  return rows.filter(({ kind }) => kind === "health_worse").map(({ subject }) => subject);
};

beforeEach(async () => {
  await ownerDb.delete(alerts);
  await ownerDb.delete(healthChanges);
  await ownerDb.delete(healthChecks);
  await look();
});

it("records what lasts, with the failing check, and tells of it until it is well again for a while", async () => {
  expect(await look({ redis: "UNHEALTHY" })).toBeUndefined();
  expect((await history()).changes).toEqual([]);
  await clock.move(30);
  expect(await look({ redis: "UNHEALTHY" })).toMatchObject({ before: "HEALTHY", state: "UNHEALTHY" });
  const { recorded, changes } = await history();
  expect(changes).toEqual(["overall HEALTHY→UNHEALTHY redis", "redis HEALTHY→UNHEALTHY redis fails"]);
  expect(recorded.get("redis")).toMatchObject({ status: "UNHEALTHY", cause: "redis fails" });
  expect(recorded.get("overall")).toMatchObject({ status: "UNHEALTHY", cause: "redis" });
  expect(recorded.get("postgres")).toMatchObject({ status: "HEALTHY", cause: null });
  expect(await firing()).toEqual(["UNHEALTHY"]);

  await clock.move(30);
  await look();
  await clock.move(60);
  await look();
  expect(await firing()).toEqual(["UNHEALTHY"]);
  await clock.move(30);
  expect(await look()).toMatchObject({ state: "HEALTHY" });
  expect(await firing()).toEqual([]);
  expect((await history()).changes.slice(0, 2)).toEqual([
    "overall UNHEALTHY→HEALTHY",
    "redis UNHEALTHY→HEALTHY",
  ]);
});

it("tells once of what comes and goes", async () => {
  for (let round = 0; round < 10; round++) {
    await look({ external: "DEGRADED" });
    await clock.move(30);
    await look(round === 4 ? { external: "DEGRADED" } : {});
    await clock.move(30);
  }
  expect((await history()).changes).toEqual([
    "overall HEALTHY→DEGRADED external",
    "external HEALTHY→DEGRADED external fails",
  ]);
});

it("tells again when it becomes worse, by the worst of its checks", async () => {
  await look({ jobs: "DEGRADED" });
  await clock.move(30);
  await look({ jobs: "DEGRADED", redis: "UNHEALTHY" });
  expect(await firing()).toEqual(["DEGRADED"]);
  await clock.move(30);
  await look({ jobs: "DEGRADED", redis: "UNHEALTHY" });
  expect(await firing()).toEqual(["UNHEALTHY"]);
  expect((await history()).recorded.get("overall")).toMatchObject({ status: "UNHEALTHY", cause: "redis" });
});

it("records once that Postgres was away, from its beginning on, whichever process tells of it", async () => {
  await clock.move(600);
  const away = { seconds: 120, cause: "connect ECONNREFUSED", isTold: false };
  const [first, second] = await Promise.all([look({}, away), look({}, { ...away, seconds: 100 })]);
  expect([first, second].filter(Boolean)).toMatchObject([{ state: "CRITICAL" }]);
  const { recorded, changes } = await history();
  expect(changes).toEqual([
    "overall HEALTHY→CRITICAL postgres",
    expect.stringMatching(/^postgres HEALTHY→CRITICAL/),
  ]);
  const since = recorded.get("overall")?.since;
  expect(since).toBe(recorded.get("postgres")?.since);
  const [row] = await db
    .select({ at: healthChanges.at, now: healthChecks.lookedAt })
    .from(healthChanges)
    .innerJoin(healthChecks, isNull(healthChecks.cause));
  const seconds = ((row?.now.getTime() ?? 0) - (row?.at.getTime() ?? 0)) / 1000;
  // Each of the two times is cut to a millisecond.
  expect(Math.round(seconds)).toBeGreaterThanOrEqual(100);
  expect(await firing()).toEqual(["CRITICAL"]);
  await clock.move(90);
  await look();
  expect(await firing()).toEqual([]);
});

it("does not record a short absence of Postgres", async () => {
  await clock.move(600);
  expect(await look({}, { seconds: 10, cause: "restarted", isTold: false })).toBeUndefined();
  expect((await history()).changes).toEqual([]);
});

it("of processes that look at once, one records the change", async () => {
  await look({ redis: "UNHEALTHY" });
  await clock.move(30);
  const changes = await Promise.all(Array.from({ length: 5 }, () => look({ redis: "UNHEALTHY" })));
  expect(changes.filter(Boolean)).toHaveLength(1);
  expect((await history()).changes).toHaveLength(2);
});

it("deletes changes after a year, and shows them to administrators alone", async () => {
  await look({ redis: "UNHEALTHY" });
  await clock.move(30);
  await look({ redis: "UNHEALTHY" });
  await clock.move(364 * 86_400);
  expect(await deleteChanges(ctx)).toBe(0);
  await clock.move(2 * 86_400);
  expect(await deleteChanges(ctx)).toBe(2);
  const buyer = await given.person();
  await expect(getHistory(buyer.ctx(), {})).rejects.toMatchObject({ reason: "forbidden" });
});
