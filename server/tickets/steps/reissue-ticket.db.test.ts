import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { readTicket } from "../tokens.ts";
import { reissueTicket } from "./reissue-ticket.ts";

it("signs a code of the next version, and the first one reads as version 1", async () => {
  const { id } = await given.saleOpen();
  const [buyer, other] = await given.two();
  const { orderId } = await given.paidOrder(buyer, id);
  const find = async () => (await db.select().from(tickets).where(eq(tickets.orderId, orderId)))[0];
  const before = await find();
  if (!before) throw new Error("no ticket");
  await inTransaction(systemContext("test"), (tx) => reissueTicket(tx, before, other.userId));
  const after = await find();
  expect(after).toMatchObject({ userId: other.userId, version: 2 });
  expect(await readTicket(before.qr)).toMatchObject({ ticketId: before.id, version: 1 });
  expect(await readTicket(after?.qr ?? "")).toMatchObject({ ticketId: before.id, version: 2 });
  await inTransaction(systemContext("test"), (tx) =>
    reissueTicket(tx, { ...before, version: 2 }, buyer.userId),
  );
});
