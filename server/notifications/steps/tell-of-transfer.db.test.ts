import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { notifications } from "#db/schema/notifications.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { given } from "../../testing/given.ts";
import { tellOfTransfer } from "./tell-of-transfer.ts";

it("tells who gave and who has the ticket, once, and neither who the other one is", async () => {
  const [from, to] = await given.two();
  const data = {
    ...{ transferId: newId("transfer"), ticketId: newId("ticket"), eventId: newId("event"), title: "첫눈" },
    ...{ startsAt: "2026-12-24T10:30:00.000Z", fromId: from.userId, toId: to.userId },
  };
  const tell = () => inTransaction(systemContext("test"), (tx) => tellOfTransfer(tx, data.transferId, data));
  expect([await tell(), await tell()]).toEqual([2, 0]);
  const [told] = await db.select().from(notifications).where(eq(notifications.userId, to.userId));
  expect(told).toMatchObject({ kind: "ticket.received", params: { title: "첫눈" } });
  expect(JSON.stringify(told?.params)).not.toContain(from.userId);
});
