import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { given } from "../../testing/given.ts";
import { readTicket } from "../tokens.ts";
import { issueTickets } from "./issue-tickets.ts";
import { recordEntries } from "./record-entries.ts";
import { voidTickets } from "./void-tickets.ts";

const ctx = systemContext("test");

async function givenTickets(quantity: number) {
  const { id } = await given.saleOpen();
  const { orderId } = await given.paidOrder(await given.person(), id, quantity);
  const find = () => db.select().from(tickets).where(eq(tickets.orderId, orderId)).orderBy(tickets.id);
  const statuses = async () => (await find()).map(({ status }) => status).sort();
  const voidAll = (usedToo: boolean) => inTransaction(ctx, (tx) => voidTickets(tx, orderId, { usedToo }));
  return { orderId, find, statuses, voidAll };
}

it("issues a ticket of its own for each place, whose code names it and no other", async () => {
  const { find } = await givenTickets(3);
  const issued = await find();
  const codes = await Promise.all(issued.map(({ qr }) => readTicket(qr)));
  expect(codes).toEqual(
    issued.map(({ id, eventSessionId }) => expect.objectContaining({ ticketId: id, eventSessionId })),
  );
  expect(new Set(issued.map(({ qr }) => qr)).size).toBe(3);
});

it("issues nothing for no order", async () => {
  await inTransaction(ctx, (tx) => issueTickets(tx, []));
  expect(await db.$count(tickets, eq(tickets.orderId, newId("order")))).toBe(0);
});

it("voids all tickets of an order or none: a used one stops it, but an admin", async () => {
  const { find, statuses, voidAll } = await givenTickets(2);
  const [first] = await find();
  if (!first) throw new Error("no ticket");
  await inTransaction(ctx, (tx) =>
    recordEntries(tx, new Map([[first.id, { usedAt: new Date(), usedWhere: "A", leftAt: null }]])),
  );
  await expect(voidAll(false)).rejects.toMatchObject({ reason: "ticket_used" });
  expect(await statuses()).toEqual(["USED", "VALID"]);
  await voidAll(true);
  expect(await statuses()).toEqual(["VOID", "VOID"]);
});
