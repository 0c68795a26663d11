import { expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given, newKey } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { cancelOrder } from "../commands/cancel-order.ts";
import { cancelPaidAmong } from "./cancel-orders.ts";

const options = { reason: "cancelled_by_admin", usedToo: true } as const;

it("cancels each paid one of these orders once, while their buyers cancel them too", async () => {
  const { id } = await given.saleOpen({ stock: 20 });
  const buyers = await given.people(4);
  const paid = await Promise.all(buyers.map((buyer) => given.paidOrder(buyer, id, 2)));
  const { orderId: open } = await given.checkout(await given.person(), id);
  const ids = [...paid.map(({ orderId }) => orderId), open];
  const cancelAll = () => inTransaction(systemContext("test"), (tx) => cancelPaidAmong(tx, ids, options));
  const counted = await Promise.all([
    cancelAll(),
    cancelAll(),
    ...buyers.map((buyer, at) => cancelOrder(buyer.ctx(newKey()), { id: ids[at] ?? open }).then(() => 0)),
  ]);
  expect(counted.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(paid.length);
  expect(await cancelAll()).toBe(0);
  await expectEquationsHold();
});
