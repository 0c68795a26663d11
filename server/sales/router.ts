import { query, router } from "../platform/http/trpc.ts";
import { getSale, getSaleHistory, salesNow } from "./queries.ts";

export const salesRouter = router({
  now: query(salesNow),
  get: query(getSale),
  history: query(getSaleHistory),
});
