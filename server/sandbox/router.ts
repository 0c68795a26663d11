import { mutation, query, router } from "../platform/trpc.ts";
import { playPayment } from "./commands/play-payment.ts";
import { getSandboxPayment } from "./queries.ts";

export const sandboxRouter = router({ payment: query(getSandboxPayment), play: mutation(playPayment) });
