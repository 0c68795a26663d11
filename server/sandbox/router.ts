import { mutation, query, router } from "../platform/trpc.ts";
import { playPayment } from "./commands/play-payment.ts";
import { setReceiver } from "./commands/set-receiver.ts";
import { getReceiver, getSandboxPayment } from "./queries.ts";

export const sandboxRouter = router({
  payment: query(getSandboxPayment),
  play: mutation(playPayment),
  receiver: query(getReceiver),
  setReceiver: mutation(setReceiver),
});
