import { requireManagedSession } from "../../catalog/queries.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { DoorRules, SetDoorRules } from "../contract.ts";
import { findRules, saveRules } from "../store.ts";

export const setDoorRules = defineCommand({
  id: "doors.set-door-rules",
  summary: "Say whether people who went out of an event session may come back.",
  allow: role("ADMIN", "SELLER"),
  input: SetDoorRules,
  output: DoorRules,
  audit: ({ eventSessionId, ...rules }) => ({ target: eventSessionId, meta: rules }),
  async run(tx, { eventSessionId, ...rules }) {
    await requireManagedSession(tx, eventSessionId);
    await saveRules(tx, eventSessionId, rules);
    return findRules(tx, eventSessionId);
  },
});
