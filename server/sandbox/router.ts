import { mutation, query, router } from "../platform/http/trpc.ts";
import { enterCode } from "./commands/enter-code.ts";
import { playPayment } from "./commands/play-payment.ts";
import { sendCode } from "./commands/send-code.ts";
import { setReceiver } from "./commands/set-receiver.ts";
import { getCoupangVendor, getMailbox, getReceiver, getSandboxPayment } from "./queries.ts";

export const sandboxRouter = router({
  payment: query(getSandboxPayment),
  play: mutation(playPayment),
  coupang: query(getCoupangVendor),
  sendCode: mutation(sendCode),
  enterCode: mutation(enterCode),
  mailbox: query(getMailbox),
  receiver: query(getReceiver),
  setReceiver: mutation(setReceiver),
});
