import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { db } from "#db/client.ts";
import { integrationMessages, integrationSessions, phoneLines } from "#db/schema/integration.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { enterDetails } from "#server/integration/commands/enter-details.ts";
import { getSession } from "#server/integration/commands/get-session.ts";
import { moveSession } from "#server/integration/commands/move-session.ts";
import { receiveEmail, receiveSms } from "#server/integration/commands/receive-message.ts";
import { startSession } from "#server/integration/commands/start-session.ts";
import type { IntegrationSessionId, MoveSession, SessionView } from "#server/integration/contract.ts";
import { bookCode, tryCode } from "#server/integration/gateways/sandbox-books.ts";
import { integrationSessionMachine } from "#server/integration/machine.ts";
import { env } from "#server/platform/config/env.ts";
import { databaseNow } from "#server/platform/database/clock.ts";
import { signWebhook } from "#server/platform/http/webhook.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { newId } from "#server/platform/values/ids.ts";
import { given, newKey, newVendorId, type Person } from "./given.ts";
import { ownerDb } from "./owner.ts";

type Status = SessionView["status"];

/** Exactly so many phone lines, all free; sessions of earlier tests are gone, and their history, which refuses it. */
export async function givenPhoneLines(count: number) {
  await ownerDb.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.delete(integrationMessages);
    await tx.delete(phoneLines);
    await tx.delete(integrationSessions);
    await tx.delete(stateHistory).where(eq(stateHistory.entity, integrationSessionMachine.name));
  });
  const rows = Array.from({ length: count }, (_, index) => ({
    id: newId("phone_line"),
    phoneNumber: `+8210${String(10_000_000 + index)}`,
    inbox: `codes${index}@seonchak.test`,
  }));
  if (rows.length > 0) await db.insert(phoneLines).values(rows);
  return rows;
}

/** A seller at the wizard. */
export async function givenSeller(person?: Person, vendorId = newVendorId()) {
  const seller = person ?? (await given.person());
  const { id } = await startSession(seller.ctx(), { vendorId });
  return sellerAt(seller, vendorId, id);
}

type Seller = ReturnType<typeof sellerAt>;

function sellerAt(person: Person, vendorId: string, id: IntegrationSessionId) {
  const move = (status: Status, more: Omit<z.input<typeof MoveSession>, "id" | "status"> = {}) =>
    moveSession(person.ctx(), { id, status, ...more });
  const now = () => getSession(person.ctx(), { id });
  return {
    ...{ person, vendorId, id, move, now },
    async queue() {
      await move("INFO_ENTERING");
      await enterDetails(person.ctx(), { id, vendorId });
      return move("WAITING_FOR_LOCK");
    },
    /** A code that the marketplace sends to the line the session holds. */
    async sms(code: string, more: Partial<Sent> = {}) {
      const { phoneNumber } = await now();
      return sendSms({ to: phoneNumber ?? "", text: `[쿠팡] 인증번호 ${code}`, ...more });
    },
    async email(code: string, more: Partial<Sent> = {}) {
      const { inbox } = await now();
      return sendEmail({ to: inbox ?? "", text: `인증번호: ${code}`, ...more });
    },
    /** Both codes have come, and the seller says that they were used. */
    async toVerifying() {
      await this.sms("111111");
      await move("EMAIL_WAITING");
      await this.email("222222");
      return move("VERIFYING");
    },
  };
}

interface Sent {
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly messageId: string;
  readonly receivedAt: Date;
}

const bodyOf = async ({ to, text, messageId = newKey(), receivedAt, ...sent }: Partial<Sent>) => ({
  ...{ to, text, messageId, from: sent.from },
  receivedAt: (receivedAt ?? (await databaseNow(db))).toISOString(),
});

/** An SMS as the gateway signs it. */
export const sendSms = async (message: Partial<Sent>) =>
  receiveSms(
    createContext(),
    signWebhook(await bodyOf({ from: "1577-7011", ...message }), env.SMS_WEBHOOK_SECRET, newKey()),
  );

export const sendEmail = async (message: Partial<Sent>) =>
  receiveEmail(
    createContext(),
    signWebhook(
      await bodyOf({ from: "no-reply@coupang.com", ...message }),
      env.EMAIL_WEBHOOK_SECRET,
      newKey(),
    ),
  );

/** The line that a session holds. */
export async function lineOf(id: IntegrationSessionId) {
  const [line] = await db.select().from(phoneLines).where(eq(phoneLines.holderId, id));
  return line;
}

/** The seller has typed both codes in at the sandbox's Coupang, which sent them to the line that the session holds. */
export async function verifyAtCoupang({ vendorId, id }: Pick<Seller, "vendorId" | "id">): Promise<void> {
  const ctx = createContext();
  const line = await lineOf(id);
  for (const channel of ["sms", "email"] as const) {
    const to = (channel === "sms" ? line?.phoneNumber : line?.inbox) ?? "";
    await bookCode(ctx, { vendorId, channel, code: "123456", to });
    if (!(await tryCode(ctx, vendorId, channel, "123456"))) throw new Error("the code was not taken");
  }
}
