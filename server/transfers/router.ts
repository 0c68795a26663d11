import { mutation, query, router } from "../platform/http/trpc.ts";
import { acceptTransfer } from "./commands/accept-transfer.ts";
import { offerTransfer } from "./commands/offer-transfer.ts";
import { withdrawTransfer } from "./commands/withdraw-transfer.ts";
import { getTransfer, openTransfers } from "./queries.ts";

export const transfersRouter = router({
  offer: mutation(offerTransfer),
  withdraw: mutation(withdrawTransfer),
  accept: mutation(acceptTransfer),
  get: query(getTransfer),
  open: query(openTransfers),
});
