import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { auditLog, stateHistory } from "#db/schema/platform.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given, newVendorId } from "../../testing/given.ts";
import { givenPhoneLines, givenSeller, lineOf, verifyAtCoupang } from "../../testing/integration.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { myAccounts, myRunningSession } from "../queries.ts";
import { enterDetails } from "./enter-details.ts";
import { expirePhoneLines } from "./expire-phone-lines.ts";
import { expireSessions } from "./expire-sessions.ts";
import { getSession } from "./get-session.ts";
import { moveSession } from "./move-session.ts";
import { startSession } from "./start-session.ts";

const MINUTE = 60;
const expire = async () => {
  await expirePhoneLines(systemContext("integration.locks"), {});
  await expireSessions(systemContext("integration.expire"), {});
};

beforeEach(() => givenPhoneLines(1));
afterEach(expectEquationsHold);

describe("a seller", () => {
  it("goes through all steps to a connected account, and is a seller then", async () => {
    const seller = await givenSeller();
    expect(await seller.queue()).toMatchObject({
      ...{ status: "LOCKED", fencingToken: 1, position: null, smsCode: null },
      phoneNumber: expect.stringMatching(/^\+82/),
    });
    expect(await seller.sms("482913")).toEqual({ outcome: "taken" });
    expect(await seller.now()).toMatchObject({ status: "SMS_RECEIVED", smsCode: "482913" });
    await seller.move("EMAIL_WAITING");
    await seller.email("004211");
    expect(await seller.now()).toMatchObject({ status: "EMAIL_RECEIVED", emailCode: "004211" });
    await seller.move("VERIFYING");
    await expect(seller.move("COMPLETED")).rejects.toMatchObject({ reason: "not_connected_yet" });
    expect(await seller.now()).toMatchObject({ status: "VERIFYING" });
    await verifyAtCoupang(seller);
    expect(await seller.move("COMPLETED")).toMatchObject({
      ...{ status: "COMPLETED", smsCode: null, emailCode: null, lockedAt: null, phoneNumber: null },
      completedAt: expect.any(String),
    });
    const [user] = await db.select().from(users).where(eq(users.id, seller.person.userId));
    expect(user?.role).toBe("SELLER");
    expect(await myAccounts(seller.person.ctx(), {})).toMatchObject([{ vendorId: seller.vendorId }]);
    const steps = await db
      .select()
      .from(stateHistory)
      .where(eq(stateHistory.entityId, seller.id))
      .orderBy(stateHistory.seq);
    expect(steps.map(({ toState, actorKind }) => `${toState} ${actorKind}`)).toEqual([
      ...["REQUESTED user", "INFO_ENTERING user", "WAITING_FOR_LOCK user", "LOCKED system"],
      ...["SMS_RECEIVED system", "EMAIL_WAITING user", "EMAIL_RECEIVED system", "VERIFYING user"],
      "COMPLETED user",
    ]);
  });

  it("comes back to where they were, and a vendor someone else connects is theirs", async () => {
    const seller = await givenSeller();
    await seller.move("INFO_ENTERING");
    const again = await startSession(seller.person.ctx(), { vendorId: seller.vendorId });
    expect(again).toMatchObject({ id: seller.id, status: "INFO_ENTERING", isNew: false });
    const other = await given.person();
    await expect(startSession(other.ctx(), { vendorId: seller.vendorId })).rejects.toMatchObject({
      reason: "vendor_busy",
    });
    await enterDetails(seller.person.ctx(), {
      ...{ id: seller.id, vendorId: seller.vendorId, businessNumber: "124-81-00998" },
    });
    await seller.move("CANCELLED");
    const restarted = await startSession(seller.person.ctx(), { vendorId: seller.vendorId });
    expect(restarted).toMatchObject({ isNew: true, status: "REQUESTED", businessNumber: "124-81-00998" });
    expect(await myRunningSession(seller.person.ctx(), {})).toMatchObject({ id: restarted.id });
    await moveSession(seller.person.ctx(), { id: restarted.id, status: "CANCELLED" });
    expect(await myRunningSession(seller.person.ctx(), {})).toBeNull();
    expect(await startSession(other.ctx(), { vendorId: seller.vendorId })).toMatchObject({ isNew: true });
  });

  it("has one running session, whatever vendors they name", async () => {
    const seller = await givenSeller();
    const others = await Promise.allSettled([1, 2, 3].map(() => givenSeller(seller.person)));
    expect(others.map((result) => result.status === "rejected" && result.reason.reason)).toEqual(
      Array(3).fill("already_connecting"),
    );
    await seller.move("CANCELLED");
    expect(await givenSeller(seller.person)).toBeDefined();
  });

  it("starts one session, however many tabs begin at once", async () => {
    const person = await given.person();
    const vendorId = newVendorId();
    const started = await Promise.all([1, 2, 3, 4].map(() => startSession(person.ctx(), { vendorId })));
    expect(new Set(started.map(({ id }) => id)).size).toBe(1);
    expect(started.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it("waits in line only with details that are right", async () => {
    const person = await given.person();
    for (const wrong of ["vendor_123", "B123", "A1234567"])
      await expect(startSession(person.ctx(), { vendorId: wrong })).rejects.toMatchObject({
        ...{ reason: "bad_vendor_id", status: 400 },
      });
    const vendorId = newVendorId();
    const { id } = await startSession(person.ctx(), { vendorId });
    const move = (status: "INFO_ENTERING" | "WAITING_FOR_LOCK") => moveSession(person.ctx(), { id, status });
    await move("INFO_ENTERING");
    const enter = (businessNumber: string) => enterDetails(person.ctx(), { id, vendorId, businessNumber });
    await expect(enter("124-81-00997")).rejects.toMatchObject({ reason: "bad_business_number" });
    await enter("124-81-00998");
    expect(await move("WAITING_FOR_LOCK")).toMatchObject({ status: "LOCKED", vendorId });
  });
});

describe("a step", () => {
  it("is refused where it is illegal, with from and to, and changes nothing", async () => {
    const seller = await givenSeller();
    await expect(seller.move("VERIFYING")).rejects.toMatchObject({
      ...{ status: 409, reason: "illegal_transition" },
      params: { from: "REQUESTED", to: "VERIFYING" },
    });
    expect(await seller.now()).toMatchObject({ status: "REQUESTED" });
  });

  it("that is the system's or an admin's is not the seller's, and the other way round", async () => {
    const seller = await givenSeller();
    const admin = await given.person("ADMIN");
    for (const status of ["FAILED", "EXPIRED"] as const)
      await expect(seller.move(status)).rejects.toMatchObject({ reason: "step_not_yours" });
    const byAdmin = (status: "INFO_ENTERING" | "FAILED") =>
      moveSession(admin.ctx(), { id: seller.id, status, reason: "seen to" });
    await expect(byAdmin("INFO_ENTERING")).rejects.toMatchObject({ reason: "step_not_yours" });
    expect(await byAdmin("FAILED")).toMatchObject({ status: "FAILED", endReason: "seen to" });
  });

  it("to where the session is changes nothing", async () => {
    const seller = await givenSeller();
    const before = await seller.now();
    expect(await seller.move("REQUESTED")).toEqual(before);
  });

  it("with an old fencing number is refused", async () => {
    const seller = await givenSeller();
    const { fencingToken } = await seller.queue();
    await seller.sms("111111");
    const stale = { fencingToken: (fencingToken ?? 0) - 1 };
    await expect(seller.move("EMAIL_WAITING", stale)).rejects.toMatchObject({
      reason: "stale_fencing_token",
    });
    expect(await seller.now()).toMatchObject({ status: "SMS_RECEIVED" });
    await seller.move("EMAIL_WAITING", { fencingToken: fencingToken ?? 0 });
  });

  it("of a stranger's session does not exist", async () => {
    const seller = await givenSeller();
    const stranger = await given.person();
    const move = moveSession(stranger.ctx(), { id: seller.id, status: "CANCELLED" });
    await expect(move).rejects.toMatchObject({ status: 404 });
    await expect(getSession(stranger.ctx(), { id: seller.id })).rejects.toMatchObject({ status: 404 });
  });

  it("is in the audit log", async () => {
    const seller = await givenSeller();
    await seller.move("CANCELLED", { reason: "changed my mind" });
    const rows = await db.select().from(auditLog).where(eq(auditLog.target, seller.id));
    expect(rows).toContainEqual(
      expect.objectContaining({
        action: "integration.move-session",
        meta: { to: "CANCELLED", reason: "changed my mind" },
      }),
    );
  });
});

describe("time", () => {
  it("ends a session without activity after thirty minutes, and not before", async () => {
    const seller = await givenSeller();
    await clock.move(29 * MINUTE + 59);
    await expire();
    expect(await seller.now()).toMatchObject({ status: "REQUESTED" });
    await clock.move(2);
    await expire();
    expect(await seller.now()).toMatchObject({ status: "EXPIRED", endReason: "inactive" });
  });

  it("counts from the last step, and a seller who waits and looks is present", async () => {
    await givenPhoneLines(0);
    const [moving, waiting, gone] = [await givenSeller(), await givenSeller(), await givenSeller()];
    await waiting.queue();
    await gone.queue();
    await clock.move(29 * MINUTE);
    await moving.move("INFO_ENTERING");
    expect(await waiting.now()).toMatchObject({ status: "WAITING_FOR_LOCK" });
    await clock.move(2 * MINUTE);
    expect(await moving.now()).toMatchObject({ status: "INFO_ENTERING" });
    expect(await waiting.now()).toMatchObject({ status: "WAITING_FOR_LOCK", position: 1 });
    expect(await gone.now()).toMatchObject({ status: "EXPIRED" });
  });

  it("takes the lock away two minutes after the last step, whether or not a job ran", async () => {
    const [seller, next] = [await givenSeller(), await givenSeller()];
    await seller.queue();
    expect(await next.queue()).toMatchObject({ status: "WAITING_FOR_LOCK", position: 1 });
    await clock.move(119);
    expect(await seller.sms("111111")).toEqual({ outcome: "taken" });
    await clock.move(119);
    expect(await seller.now()).toMatchObject({ status: "SMS_RECEIVED" });
    await next.now();
    await clock.move(2);
    await expect(seller.move("EMAIL_WAITING")).rejects.toMatchObject({ reason: "illegal_transition" });
    expect(await seller.now()).toMatchObject({ status: "LOCK_TIMEOUT", smsCode: null });
    expect(await next.now()).toMatchObject({ status: "LOCKED", fencingToken: 2 });
  });

  it("passes over who is not there, who keeps the place and is told so", async () => {
    const [holder, away, next] = [await givenSeller(), await givenSeller(), await givenSeller()];
    for (const each of [holder, away, next]) await each.queue();
    await clock.move(50);
    await next.now();
    await clock.move(15);
    await holder.move("CANCELLED");
    expect(await next.now()).toMatchObject({ status: "LOCKED" });
    expect(await away.now()).toMatchObject({
      ...{ status: "WAITING_FOR_LOCK", position: 1, passedOverAt: expect.any(String) },
    });
    await next.move("CANCELLED");
    expect(await away.now()).toMatchObject({ status: "LOCKED", passedOverAt: null });
  });

  it("gives a free line to a seller who comes back, and to none who is away", async () => {
    const [holder, away] = [await givenSeller(), await givenSeller()];
    for (const each of [holder, away]) await each.queue();
    await clock.move(61);
    await holder.move("CANCELLED");
    expect(await lineOf(away.id)).toBeUndefined();
    expect(await away.now()).toMatchObject({ status: "LOCKED" });
  });

  it("gives no lock for longer than ten minutes, however many steps there are", async () => {
    const seller = await givenSeller();
    await seller.queue();
    for (let minutes = 0; minutes < 10; minutes += 1.5) {
      expect(await seller.sms(String(100_000 + minutes * 2))).toEqual({ outcome: "taken" });
      await clock.move(90);
    }
    expect(await seller.now()).toMatchObject({ status: "LOCK_TIMEOUT" });
    expect(await lineOf(seller.id)).toBeUndefined();
  });
});

it.each(["CANCELLED", "FAILED"] as const)("%s frees the line for the next at once", async (status) => {
  const [seller, next, last] = [await givenSeller(), await givenSeller(), await givenSeller()];
  for (const each of [seller, next, last]) await each.queue();
  expect(await last.now()).toMatchObject({ position: 2 });
  const admin = await given.person("ADMIN");
  await moveSession(status === "FAILED" ? admin.ctx() : seller.person.ctx(), { id: seller.id, status });
  expect(await lineOf(next.id)).toMatchObject({ fencingToken: 2 });
  expect(await last.now()).toMatchObject({ status: "WAITING_FOR_LOCK", position: 1 });
});
