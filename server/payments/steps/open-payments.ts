import { env } from "../../platform/config/env.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import type { AppContext, Origin, Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { gatewayOf } from "../gateways/by-name.ts";
import { paymentMachine } from "../machine.ts";
import { insertPayments, movePayments, type PaymentRow } from "../store.ts";

interface NewPayment extends Pick<PaymentRow, "orderId" | "amountKrw" | "method" | "windowEndsAt"> {
  readonly by: Origin & Pick<AppContext, "origin">;
}

/** The fields of a payment that a checkout answers with. */
export type OpenedPayment = Pick<PaymentRow, "id" | "orderId" | "sessionUrl">;

/** Opens payments at the configured provider, in the caller's transaction: from here on the provider decides. */
export async function openPayments(tx: Tx, payments: readonly NewPayment[]): Promise<OpenedPayment[]> {
  const gateway = gatewayOf(env.PAYMENT_PROVIDER);
  const opened = payments.map(({ by, ...payment }) => {
    const id = newId("payment");
    const { pgPaymentId, sessionUrl } = gateway.open(payment);
    const row = { ...payment, pgPaymentId, id, provider: gateway.name };
    return { row: { ...row, sessionUrl: atOrigin(sessionUrl, by.origin) }, id, by };
  });
  writeHistory(
    tx,
    opened.map(({ id, by: { actor: as, traceId } }) => ({
      ...{ entity: paymentMachine.name, entityId: id, from: null, to: paymentMachine.initial, as, traceId },
    })),
  );
  const rows = opened.map(({ row }) => row);
  await insertPayments(tx, rows);
  await movePayments(tx, opened, "processing", "checkout");
  return rows;
}

/** Our page at the origin that the buyer's browser opened: at another one the browser would not be logged in. */
function atOrigin(url: string, origin = env.APP_URL): string {
  return url.startsWith(`${env.APP_URL}/`) ? origin + url.slice(env.APP_URL.length) : url;
}
