import { get, post } from "../platform/http/rest.ts";
import { copyData } from "./commands/copy-data.ts";
import { eraseAccount } from "./commands/erase-account.ts";
import { myErasure } from "./queries.ts";

export const privacyRoutes = [
  get("/me/erasure", myErasure),
  post("/me/data", copyData, { status: 200 }),
  post("/me/erase", eraseAccount, { status: 204 }),
];
