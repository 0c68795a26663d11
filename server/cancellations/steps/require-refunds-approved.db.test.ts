import { afterEach, expect, it, vi } from "vitest";
import { askApproval } from "../../approvals/commands/ask-approval.ts";
import { decideApproval } from "../../approvals/commands/decide-approval.ts";
import { getManagedEvent } from "../../catalog/queries.ts";
import { eventIdOf } from "../../catalog/sales.store.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { reasonOf } from "../../testing/accounts.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { cancelEvent } from "../commands/cancel-event.ts";
import { cancelEventSession } from "../commands/cancel-event-session.ts";
import { requireRefundsApproved } from "./require-refunds-approved.ts";

vi.hoisted(() => vi.stubEnv("APPROVE_REFUNDS_ABOVE", "50000"));

afterEach(expectEquationsHold);

const reason = "the hall is closed";

it("counts all that a cancellation gives back as one refund, held tickets too", async () => {
  const { id } = await given.saleOpen({ price: 50_000 });
  const admin = await given.person("ADMIN");
  const check = () => inTransaction(admin.ctx(), (tx) => requireRefundsApproved(tx, [id]));
  await given.paidOrder(await given.person(), id);
  await check();
  await given.hold(await given.person(), id);
  expect(await reasonOf(check())).toBe("refund_needs_approval");
});

it("refuses one operator alone at both doors, changes nothing, and lets a second one approve", async () => {
  const { id } = await given.saleOpen({ price: 50_000 });
  const eventId = await eventIdOf(createContext(), id);
  const [asker, other] = [await given.person("ADMIN"), await given.person("ADMIN")];
  for (const buyer of await given.people(2)) await given.paidOrder(buyer, id);
  const cancel = cancelEventSession(asker.ctx(), { id, reason });
  expect(await reasonOf<unknown>(cancel)).toBe("refund_needs_approval");
  expect(await reasonOf<unknown>(cancelEvent(asker.ctx(), { eventId, reason }))).toBe(
    "refund_needs_approval",
  );
  const event = () => getManagedEvent(asker.ctx(), { eventId });
  expect(await event()).toMatchObject({ status: "PUBLISHED", eventSessions: [{ cancellation: null }] });
  const asked = await askApproval(asker.ctx(), { kind: "cancel_event", id: eventId, note: reason });
  await decideApproval(other.ctx(), { id: asked.id, outcome: "approved", note: reason });
  expect(await event()).toMatchObject({ status: "ARCHIVED", eventSessions: [{ cancellation: { reason } }] });
});

it("asks sellers of their own events, and who gives no more back than is allowed, for no one", async () => {
  const [seller, admin] = [await given.person("SELLER"), await given.person("ADMIN")];
  const own = await given.saleOpen({ by: seller, price: 50_000 });
  await given.paidOrder(await given.person(), own.id, 2);
  expect(await cancelEventSession(seller.ctx(), { id: own.id, reason })).toMatchObject({
    eventSessionIds: [own.id],
  });
  const small = await given.saleOpen({ price: 50_000 });
  await given.paidOrder(await given.person(), small.id);
  expect(await cancelEventSession(admin.ctx(), { id: small.id, reason })).toMatchObject({
    eventSessionIds: [small.id],
  });
});
