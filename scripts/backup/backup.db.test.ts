import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { closeAll } from "#server/platform/concurrency/singleton.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { given } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { ownerDb } from "#server/testing/owner.ts";
import { patient } from "#server/testing/patience.ts";
import { DOWN, deliver, receiver, SENT } from "#server/testing/transmissions.ts";
import { until } from "#server/testing/until.ts";
import { type RunningPostgres, startPostgres } from "../services/postgres.ts";

const backups = vi.hoisted(() => ({ directory: "" }));
// Hoisted above the imports, whose modules read the settings as they load.
const servers = await vi.hoisted(async () => {
  const { archiveSettings, prepareArchive } = await import("./archive.ts");
  const { startOwnServers } = await import("#server/testing/servers.ts");
  backups.directory = (await import("node:fs")).mkdtempSync(
    (await import("node:path")).join((await import("node:os")).tmpdir(), "seonchak-backup-"),
  );
  (await import("node:fs")).chmodSync(backups.directory, 0o755);
  return startOwnServers({
    async settingsOf(server) {
      await prepareArchive(backups.directory, server);
      return archiveSettings(backups.directory);
    },
  });
});
const folder = mkdtempSync(join(tmpdir(), "seonchak-restored-"));
chmodSync(folder, 0o755);
const into = join(folder, "data");

let restored: RunningPostgres | undefined;
afterAll(async () => {
  await closeAll();
  await restored?.stop();
  await servers.stop();
  for (const path of [folder, backups.directory]) rmSync(path, { recursive: true, force: true });
});

/** `npm run backup` and `npm run restore` with no setting but these. */
function run(program: "backup" | "restore", ...args: string[]) {
  const { PATH } = process.env;
  const env = { NODE_ENV: "test", PATH, DATA_DIR: servers.folder, BACKUP_DIR: backups.directory } as const;
  const options = { encoding: "utf8", env, timeout: patient(30_000) } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${program}.ts`, ...args], options);
  return { status, stdout, stderr };
}

const refused = (reason: string) => ({ status: 1, stdout: "", stderr: expect.stringContaining(reason) });

const now = async () => {
  const [row] = await db.execute<{ at: string }>(
    // A moment of whole milliseconds that is not before what was written.
    sql`select to_char((clock_timestamp() + interval '1 ms') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  );
  return row?.at ?? "";
};

/** What a minute, or a stop, does by itself. */
async function archived(): Promise<void> {
  await ownerDb.execute(sql`create table if not exists written (at timestamptz)`);
  await ownerDb.execute(sql`insert into written values (now())`);
  const [row] = await ownerDb.execute<{ name: string }>(sql`select pg_walfile_name(pg_switch_wal()) as name`);
  await until(() => existsSync(join(backups.directory, "wal", `${row?.name}.zst`)), { timeoutMs: 20_000 });
}

it(
  "a database comes back as it was between two sales, and sends again what it had not heard was delivered",
  async () => {
    const missing = join(folder, "missing");
    expect(run("restore", `--into=${missing}`)).toEqual(refused("There is no backup in"));
    writeFileSync(join(servers.folder, "secrets.json"), '{"TICKET_SIGNING_KEY":"kept"}');
    const [buyer, sale] = [await given.person(), await given.saleOpen({ stock: 10, maxPerUser: 10 })];
    const outside = receiver();
    const first = await given.paidOrder(buyer, sale.id);
    await deliver(outside.gateway);
    expect(run("backup")).toMatchObject({
      status: 0,
      stderr: "",
      stdout: expect.stringMatching(/^The backup is complete/m),
    });
    expect(run("restore", `--into=${missing}`, "--to=2001-01-01T00:00:00Z")).toEqual(
      refused("No backup is as old as that"),
    );
    expect(run("restore", `--into=${missing}`, "--to=2001-01-01 00:00")).toEqual(
      refused("is no moment with its zone"),
    );
    expect(run("restore", `--into=${servers.folder}`)).toEqual(refused("is not empty"));
    expect(existsSync(missing)).toBe(false);

    const [second, third] = [await given.paidOrder(buyer, sale.id), await given.paidOrder(buyer, sale.id)];
    const moment = await now();
    outside.answers(({ aggregateId }) => (aggregateId === third.orderId ? DOWN : SENT));
    await deliver(outside.gateway);
    const fourth = await given.paidOrder(buyer, sale.id);
    await archived();

    const before = [...outside.got];
    await servers.withoutPostgres(async () => {
      expect(run("restore", `--into=${into}`, `--to=${moment}`)).toMatchObject({ status: 0, stderr: "" });
      const port = Number(new URL(process.env.DATABASE_URL ?? "").port);
      // In place of the lost one, so that this process's connections find it.
      restored = await startPostgres({ directory: join(into, "postgres"), port });
      await until(() => db.$count(tickets));
      await createContext().redis.flushall();

      const sold = await db.select({ orderId: tickets.orderId }).from(tickets);
      const ids = sold.map(({ orderId }) => orderId).sort();
      expect(ids).toEqual([first, second, third].map(({ orderId }) => orderId).sort());
      expect(ids).not.toContain(fourth.orderId);
      await expectEquationsHold();

      outside.got.length = 0;
      outside.answers(() => SENT);
      await deliver(outside.gateway);
      // Neither the first, which the database knows to be delivered, nor the fourth, which it does not know.
      expect(outside.got.map(({ aggregateId }) => aggregateId).sort()).toEqual(
        [second.orderId, third.orderId].sort(),
      );
      for (const { id, body } of outside.got)
        expect(before.find((sent) => sent.id === id)).toMatchObject({ body });

      await given.paidOrder(buyer, sale.id);
      await expectEquationsHold();
      await restored.stop();
    });
    expect(readFileSync(join(into, "secrets.json"), "utf8")).toContain("kept");
  },
  patient(60_000),
);
