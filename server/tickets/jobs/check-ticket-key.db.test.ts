import { eq } from "drizzle-orm";
import { CompactSign, generateKeyPair } from "jose";
import { afterEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { checkTicketKey } from "./check-ticket-key.ts";

afterEach(() => vi.restoreAllMocks());

/** What the start says about tickets that were signed with another key. */
async function said() {
  vi.restoreAllMocks();
  const ctx = systemContext("start");
  const error = vi.spyOn(ctx.log, "error").mockReturnValue(undefined);
  await checkTicketKey(ctx);
  return error.mock.calls.map(([entry]) => entry);
}

it("says for which coming event sessions tickets were signed with another key", async () => {
  const [one, other] = [await given.saleOpen(), await given.saleOpen()];
  const buyer = await given.person();
  for (const { id } of [one, other]) await given.paidOrder(buyer, id);
  expect(await said()).toEqual([]);

  const [ticket] = await db.select().from(tickets).where(eq(tickets.eventSessionId, one.id));
  const { privateKey } = await generateKeyPair("EdDSA");
  const qr = await new CompactSign(Buffer.from(JSON.stringify({ ticketId: ticket?.id, sessionId: one.id })))
    .setProtectedHeader({ alg: "EdDSA", typ: "ticket" })
    .sign(privateKey);
  await db.update(tickets).set({ qr }).where(eq(tickets.eventSessionId, one.id));
  // One that was sold since then does not hide those from before.
  await given.paidOrder(await given.person(), one.id);
  expect(await said()).toMatchObject([{ outcome: "another_key", eventSessionIds: [one.id] }]);

  await clock.move(5 * 86_400);
  expect(await said()).toEqual([]);
});
