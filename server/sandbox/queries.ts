import { findVendor } from "../integration/gateways/sandbox-books.ts";
import { openTicket } from "../payments/gateways/sandbox.ts";
import { findBook } from "../payments/gateways/sandbox-books.ts";
import { env } from "../platform/config/env.ts";
import { readMail } from "../platform/mail/mail.ts";
import { anyone, role, signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { NoInput } from "../platform/values/text.ts";
import {
  CoupangVendor,
  CoupangVendorInput,
  ListMails,
  Mailbox,
  Receiver,
  SandboxPayment,
  SandboxPaymentInput,
} from "./contract.ts";
import { requireSandbox } from "./policy.ts";
import { countReceived, findMails, findReceived, findReceiverMode } from "./store.ts";

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

export const getCoupangVendor = defineQuery({
  id: "sandbox.get-coupang-vendor",
  summary: "Sandbox: which codes of a vendor Coupang has seen.",
  allow: anyone,
  input: CoupangVendorInput,
  output: CoupangVendor,
  async run(ctx, { vendorId }) {
    requireSandbox();
    const { smsVerified = false, emailVerified = false } = (await findVendor(ctx, vendorId)) ?? {};
    return { smsVerified, emailVerified };
  },
});

export const getReceiver = defineQuery({
  id: "sandbox.get-receiver",
  summary: "Sandbox: how the data platform behaves and what came to it.",
  allow: role("ADMIN"),
  input: NoInput,
  output: Receiver,
  async run(ctx) {
    requireSandbox();
    const [mode, counts, received] = await Promise.all([
      findReceiverMode(ctx),
      countReceived(ctx),
      findReceived(ctx),
    ]);
    return { mode, ...counts, received };
  },
});

const MAILS_LISTED = 20;

export const getMailbox = defineQuery({
  id: "sandbox.get-mailbox",
  summary: "Sandbox: the e-mails to the caller, and for an operator all of them.",
  allow: signedIn,
  input: ListMails,
  output: Mailbox,
  async run(ctx, { cursor: before }) {
    requireSandbox();
    const { role: own, userId } = ctx.actor;
    const rows = await findMails(ctx, {
      ...{ userId: own === "ADMIN" ? undefined : userId, before, limit: MAILS_LISTED + 1 },
    });
    const shown = rows.slice(0, MAILS_LISTED);
    return {
      isSent: env.SMTP_URL !== undefined,
      items: await Promise.all(
        shown.map(async ({ seq, payload, state, createdAt }) => ({
          ...(await readMail(payload)),
          ...{ seq, delivered: state === "SENT", createdAt },
        })),
      ),
      nextCursor: rows.length > MAILS_LISTED ? (shown.at(-1)?.seq ?? null) : null,
    };
  },
});
