import { mutation, query, router } from "../platform/http/trpc.ts";
import { addGuest } from "./commands/add-guest.ts";
import { revokeGuest } from "./commands/revoke-guest.ts";
import { listGuests } from "./queries.ts";

export const guestsRouter = router({
  list: query(listGuests),
  add: mutation(addGuest),
  revoke: mutation(revokeGuest),
});
