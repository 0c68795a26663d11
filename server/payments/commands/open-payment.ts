import type { Tx } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { writeHistory } from "../../platform/transition.ts";
import type { PaymentToOpen } from "../gateway.ts";
import { sandboxGateway } from "../gateways/sandbox.ts";
import { paymentMachine } from "../machine.ts";
import { insertPayment, type PaymentRow } from "../store.ts";
import { walkPayment } from "./move-payment.ts";

/** Opens a payment at the provider, in the caller's transaction: from here on the provider's word decides. */
export async function openPayment(
  tx: Tx,
  {
    orderId,
    amountKrw,
    method,
    windowEndsAt,
  }: PaymentToOpen & {
    readonly orderId: PaymentRow["orderId"];
    readonly windowEndsAt: Date;
  },
): Promise<PaymentRow> {
  const id = newId("payment");
  const opened = sandboxGateway.open({ orderId, amountKrw, method });
  const provider = sandboxGateway.name;
  const payment = await insertPayment(tx, {
    id,
    orderId,
    amountKrw,
    method,
    windowEndsAt,
    provider,
    ...opened,
  });
  writeHistory(tx, [{ entity: paymentMachine.name, entityId: id, from: null, to: paymentMachine.initial }]);
  return walkPayment(tx, payment, ["processing"], "checkout");
}
