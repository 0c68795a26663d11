import { expect, it, vi } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { given, newKey } from "../../testing/given.ts";
import { cancelOrder } from "../commands/cancel-order.ts";
import { requireSecondOperator } from "./require-second-operator.ts";

vi.hoisted(() => vi.stubEnv("APPROVE_REFUNDS_ABOVE", "99999"));

it("counts what was asked back of the order before", async () => {
  const { id } = await given.saleOpen();
  const [buyer, admin] = [await given.person(), await given.person("ADMIN")];
  const { orderId } = await given.paidOrder(buyer, id, 2);
  const check = () => inTransaction(admin.ctx(), (tx) => requireSecondOperator(tx, orderId));
  await check();
  await cancelOrder(buyer.ctx(newKey()), { id: orderId });
  await expect(check()).rejects.toMatchObject({ reason: "refund_needs_approval" });
});
