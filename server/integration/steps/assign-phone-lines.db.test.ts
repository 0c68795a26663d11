import { afterEach, beforeEach, expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { givenPhoneLines, givenSeller, lineOf, sendSms } from "../../testing/integration.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { releasePhoneLine } from "../commands/release-phone-line.ts";
import { endDueSessions } from "../jobs/end-due-sessions.ts";
import { getHistory, getOverview, myRunningSession } from "../queries.ts";
import { expireAndAssignPhoneLines } from "./assign-phone-lines.ts";

const ctx = systemContext("integration.locks");

beforeEach(() => givenPhoneLines(1));
afterEach(expectEquationsHold);

async function givenTwo() {
  const [first, second] = [await givenSeller(), await givenSeller()];
  await first.queue();
  await second.queue();
  return { first, second };
}

it("hands a line on once, however many look at once", async () => {
  const { first, second } = await givenTwo();
  await clock.move(110);
  await second.now();
  await clock.move(11);
  await Promise.all(Array.from({ length: 8 }, () => endDueSessions(ctx)));
  expect(await first.now()).toMatchObject({ status: "LOCK_TIMEOUT", endReason: "lock_expired" });
  expect(await lineOf(second.id)).toMatchObject({ fencingToken: 2 });
});

it("ends and hands on together or not at all", async () => {
  const { first, second } = await givenTwo();
  await clock.move(121);
  const fails = inTransaction(ctx, async (tx) => {
    await expireAndAssignPhoneLines(tx);
    throw new Error("stop");
  });
  await expect(fails).rejects.toThrow("stop");
  expect(await lineOf(first.id)).toBeDefined();
  expect(await second.now()).toMatchObject({ status: "LOCKED" });
});

it("an operator sees who holds a line, and frees it for the next", async () => {
  const { first, second } = await givenTwo();
  const admin = await given.person("ADMIN");
  await sendSms({ to: "+820000", text: "인증번호 482913" });
  const { lines, sessions, unmatched, counts } = await getOverview(admin.ctx(), {});
  const [line] = lines;
  expect(sessions).toMatchObject([
    { id: second.id, status: "WAITING_FOR_LOCK", position: 1 },
    { id: first.id, status: "LOCKED", position: null },
  ]);
  expect(unmatched).toMatchObject([{ text: "인증번호 ••••••", outcome: "unmatched", reason: "recipient" }]);
  expect(counts).toMatchObject({ running: 2 });
  expect(line).toMatchObject({ holder: { id: first.id, status: "LOCKED" }, fencingToken: 1 });
  const id = line?.id ?? "phone_line_";
  expect(await releasePhoneLine(admin.ctx(), { id })).toMatchObject({ holder: { id: second.id } });
  expect(await first.now()).toMatchObject({ status: "FAILED", endReason: "line_released_by_admin" });
  const { steps } = await getHistory(admin.ctx(), { id: first.id });
  expect(steps.map(({ to, by }) => `${to} ${by}`)).toEqual([
    ...["REQUESTED user", "INFO_ENTERING user", "WAITING_FOR_LOCK user", "LOCKED system", "FAILED user"],
  ]);
  const seller = await given.person();
  await expect(getOverview(seller.ctx(), {})).rejects.toMatchObject({ reason: "forbidden" });
  await expect(releasePhoneLine(seller.ctx(), { id })).rejects.toMatchObject({ reason: "forbidden" });
});

it("shows what is over by its time, and a query ends nothing and hands no line on", async () => {
  const { first, second } = await givenTwo();
  const admin = await given.person("ADMIN");
  await clock.move(121);
  const { lines, sessions, counts } = await getOverview(admin.ctx(), {});
  expect(sessions).toMatchObject([
    { id: second.id, status: "WAITING_FOR_LOCK", position: 1 },
    { id: first.id, status: "LOCK_TIMEOUT", position: null },
  ]);
  expect(lines).toMatchObject([{ holder: null, lockExpiresAt: null }]);
  expect(counts).toMatchObject({ running: 1, ended: 1 });
  expect(await myRunningSession(first.person.ctx(), {})).toBeNull();
  const { session } = await getHistory(admin.ctx(), { id: first.id });
  expect(session).toMatchObject({ status: "LOCK_TIMEOUT", endReason: "lock_expired", phoneNumber: null });
  expect(await lineOf(first.id)).toMatchObject({ fencingToken: 1 });
  expect(await second.now()).toMatchObject({ status: "LOCKED" });
  expect(await lineOf(first.id)).toBeUndefined();
});

it("shows places in line, not among those that are listed", async () => {
  await givenPhoneLines(0);
  const admin = await given.person("ADMIN");
  const all: Awaited<ReturnType<typeof givenSeller>>[] = [];
  for (let count = 0; count < 51; count++) all.push(await givenSeller());
  for (const seller of all) await seller.queue();
  const last = await givenSeller();
  await last.queue();
  expect(await all[10]?.now()).toMatchObject({ position: 11 });
  const { sessions } = await getOverview(admin.ctx(), {});
  expect(sessions.find(({ id }) => id === last.id)).toMatchObject({ position: 52 });
  expect(sessions.find(({ id }) => id === all[20]?.id)).toMatchObject({ position: 21 });
  expect(await last.now()).toMatchObject({ position: 52 });
});
