import { openTicket } from "../payments/gateways/sandbox.ts";
import { anyone } from "../platform/allow.ts";
import { defineQuery } from "../platform/command.ts";
import { SandboxPayment, SandboxPaymentInput } from "./contract.ts";
import { requireSandbox } from "./policy.ts";
import { findBook } from "./store.ts";

export const getSandboxPayment = defineQuery({
  id: "sandbox.get-payment",
  summary: "Sandbox: what the payment page shows.",
  allow: anyone,
  input: SandboxPaymentInput,
  output: SandboxPayment,
  async run(ctx, { ticket }) {
    requireSandbox();
    const { pgPaymentId, orderId, amountKrw: amount } = openTicket(ticket);
    const book = await findBook(ctx, pgPaymentId);
    return { orderId, amount, status: book?.status ?? "READY" };
  },
});
