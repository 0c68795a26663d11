import { type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { type Database, db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { createContext, systemContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { ownerDb } from "../../testing/owner.ts";
import type { Fault } from "../contract.ts";
import { checkSeals } from "../queries.ts";
import { sealLog } from "./seal-log.ts";

const job = systemContext("audit.seal");
const admin = {
  kind: "user",
  userId: newId("user"),
  role: "ADMIN",
  loginSessionId: newId("login_session"),
} as const;

const write = (action: string) =>
  inTransaction(createContext(), async (tx) =>
    writeAudit(tx, [{ action, target: newId("order"), outcome: "ok", meta: { b: 1.5, a: "가 '나'" } }]),
  );

/** The numbers of the rows that seals close, in their order. */
async function sealedSeqs(): Promise<number[]> {
  const rows = await db.execute<{ seq: string }>(
    sql`select unnest(seqs) as seq from audit_seals order by number, seq`,
  );
  return rows.map(({ seq }) => Number(seq));
}

async function seqsOf(action: string): Promise<number[]> {
  const rows = await db
    .select({ seq: auditLog.seq })
    .from(auditLog)
    .where(sql`${auditLog.action} = ${action}`)
    .orderBy(auditLog.seq);
  return rows.map(({ seq }) => seq);
}

/** Checks all seals on this database, call by call. */
async function check(database: Database = db): Promise<Fault[]> {
  const ctx = createContext({ db: database, actor: admin });
  const faults: Fault[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const { faults: found, next }: Awaited<ReturnType<typeof checkSeals>> = await checkSeals(ctx, { after });
    faults.push(...found);
    after = next;
  }
  return faults;
}

/** What is found after a change that an owner makes past the triggers, which is undone. */
async function checkAfter(...changes: SQL[]): Promise<Fault[]> {
  const undo = new Error("undo");
  let faults: Fault[] = [];
  const work = ownerDb.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const change of changes) await tx.execute(change);
    faults = await check(tx);
    throw undo;
  });
  await expect(work).rejects.toBe(undo);
  return faults;
}

beforeAll(async () => {
  await write("test.first");
  await write("test.second");
  // It takes a number and gives none back.
  await expect(
    db.transaction(async (tx) => {
      await tx.execute(
        sql`insert into audit_log (actor_kind, action, outcome, trace_id) values ('system', 'test.gone', 'ok', '')`,
      );
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  await write("test.third");
  await sealLog(job);
  await write("test.fourth");
  await sealLog(job);
});

it("closes every row once, in seals that follow one another, and has nothing more to do", async () => {
  const rows = await db.select({ seq: auditLog.seq }).from(auditLog).orderBy(auditLog.seq);
  expect(await sealedSeqs()).toEqual(rows.map(({ seq }) => seq));
  expect(await check()).toEqual([]);
  expect(await sealLog(job)).toBe(0);
});

it("says how many it checked, and which seal is the newest", async () => {
  const [first] = await seqsOf("test.first");
  const [third] = await seqsOf("test.third");
  const checked = await checkSeals(createContext({ actor: admin }), {});
  const seals = checked.head?.number ?? 0;
  expect(seals).toBeGreaterThanOrEqual(2);
  expect(checked).toMatchObject({ seals, rows: (await sealedSeqs()).length, broken: 0, next: null });
  expect((await sealedSeqs()).slice(0, 3)).toEqual([first, first && first + 1, third]);
  const later = await checkSeals(createContext({ actor: admin }), { after: 1 });
  expect([checked.seals - later.seals, checked.rows - later.rows]).toEqual([1, 3]);
});

const seqOf = (action: string) => sql`(select seq from audit_log where action = ${action})`;

it("names a row that was changed, whatever of it", async () => {
  const [first] = await seqsOf("test.first");
  const of = sql`where action = 'test.first'`;
  for (const change of [
    sql`update audit_log set meta = '{"a": "다"}' ${of}`,
    sql`update audit_log set at = at + interval '1 millisecond' ${of}`,
    sql`update audit_log set actor_id = 'user_other' ${of}`,
    sql`update audit_log set trace_id = 'other' ${of}`,
    sql`update audit_log set outcome = 'refused' ${of}`,
    sql`update audit_log set target = null ${of}`,
    sql`update audit_log set action = 'test.other' ${of}`,
  ])
    expect(await checkAfter(change)).toEqual([{ kind: "changed", number: first }]);
});

it("names a row that was removed, and one that was put into a gap", async () => {
  const [second = 0] = await seqsOf("test.second");
  const [third = 0] = await seqsOf("test.third");
  expect(await checkAfter(sql`delete from audit_log where seq = ${second}`)).toEqual([
    { kind: "removed", number: second },
  ]);
  expect(third).toBe(second + 2);
  const inserted = sql`insert into audit_log (seq, actor_kind, action, outcome, trace_id) overriding system value
    values (${second + 1}, 'system', 'test.made-up', 'ok', '')`;
  expect(await checkAfter(inserted)).toEqual([{ kind: "added", number: second + 1 }]);
});

it("names rows that changed places", async () => {
  const [first = 0] = await seqsOf("test.first");
  const [second = 0] = await seqsOf("test.second");
  const moved = (from: number, to: number) => sql`update audit_log set seq = ${to} where seq = ${from}`;
  await ownerDb.execute(sql`alter table audit_log alter column seq set generated by default`);
  const faults = await checkAfter(moved(first, -1), moved(second, first), moved(-1, second));
  await ownerDb.execute(sql`alter table audit_log alter column seq set generated always`);
  expect(faults).toEqual([
    { kind: "changed", number: first },
    { kind: "changed", number: second },
  ]);
});

it("names a seal that was made to fit a changed row, and one that is missing", async () => {
  const forged = checkAfter(
    sql`update audit_log set outcome = 'refused' where seq = ${seqOf("test.first")}`,
    sql`update audit_seals set digests[1] = (select digest from (
      select sha256(convert_to(jsonb_build_array(seq, actor_kind, actor_id, action, target, outcome, meta, trace_id,
        (extract(epoch from at) * 1000)::bigint)::text, 'UTF8')) as digest
      from audit_log where seq = ${seqOf("test.first")}) made) where number = 1`,
  );
  expect(await forged).toEqual([{ kind: "seal", number: 1 }]);
  expect(await checkAfter(sql`update audit_seals set hash = 'ab' where number = 1`)).toEqual([
    { kind: "seal", number: 1 },
    { kind: "seal", number: 2 },
  ]);
  const faults = await checkAfter(sql`delete from audit_seals where number = 1`);
  expect(faults).toContainEqual({ kind: "seal", number: 2 });
});

it("waits for a row whose transaction commits after a later one", async () => {
  const looked = Promise.withResolvers<void>();
  let statements = 0;
  const watching = {
    execute(query: SQL) {
      // The first asks for the last number, the second for those who insert.
      if (++statements === 2) looked.resolve();
      return db.execute(query);
    },
  } as unknown as Database;
  let sealing: Promise<number> = Promise.resolve(0);
  await db.transaction(async (tx) => {
    await tx.execute(
      sql`insert into audit_log (actor_kind, action, outcome, trace_id) values ('system', 'test.late', 'ok', '')`,
    );
    await write("test.early");
    sealing = sealLog({ ...job, db: watching });
    await looked.promise;
  });
  await sealing;
  const [late = 0] = await seqsOf("test.late");
  const [early = 0] = await seqsOf("test.early");
  expect(late).toBeLessThan(early);
  expect((await sealedSeqs()).slice(-2)).toEqual([late, early]);
  expect(await check()).toEqual([]);
});

it("makes one chain though two make it", async () => {
  for (let round = 0; round < 3; round++) {
    await write("test.raced");
    await Promise.all([sealLog(job), sealLog(job), sealLog(job)]);
  }
  await sealLog(job);
  const rows = await db.select({ seq: auditLog.seq }).from(auditLog).orderBy(auditLog.seq);
  expect(await sealedSeqs()).toEqual(rows.map(({ seq }) => seq));
  expect(await check()).toEqual([]);
});
