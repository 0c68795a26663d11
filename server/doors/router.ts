import { mutation, query, router } from "../platform/http/trpc.ts";
import { createDoorLink } from "./commands/create-door-link.ts";
import { revokeDoorLink } from "./commands/revoke-door-link.ts";
import { setDoorRules } from "./commands/set-door-rules.ts";
import { getDoorOverview } from "./queries.ts";

export const doorsRouter = router({
  overview: query(getDoorOverview),
  createLink: mutation(createDoorLink),
  revokeLink: mutation(revokeDoorLink),
  setRules: mutation(setDoorRules),
});
