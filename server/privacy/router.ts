import { mutation, query, router } from "../platform/http/trpc.ts";
import { copyData } from "./commands/copy-data.ts";
import { eraseAccount } from "./commands/erase-account.ts";
import { myErasure } from "./queries.ts";

export const privacyRouter = router({
  erasure: query(myErasure),
  copy: mutation(copyData),
  erase: mutation(eraseAccount),
});
