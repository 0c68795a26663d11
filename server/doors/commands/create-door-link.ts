import { requireManagedSession } from "../../catalog/queries.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { newId } from "../../platform/values/ids.ts";
import { hashOf, newSecret } from "../../platform/values/secret.ts";
import { CreateDoorLink, NewDoorLink } from "../contract.ts";
import { doorErrors } from "../errors.ts";
import { countLinks, insertLink } from "../store.ts";
import { DOOR_LINKS_MAX } from "../values.ts";

export const createDoorLink = defineCommand({
  id: "doors.create-door-link",
  summary: "Make a link that opens the door of one event session on devices without an account.",
  allow: role("ADMIN", "SELLER"),
  input: CreateDoorLink,
  output: NewDoorLink,
  refuses: [doorErrors.too_many_door_links],
  audit: ({ eventSessionId, name, devicesMax }, link) => ({
    target: eventSessionId,
    meta: { doorLinkId: link?.id, name, devicesMax },
  }),
  async run(tx, { eventSessionId, name, devicesMax }) {
    await requireManagedSession(tx, eventSessionId);
    if ((await countLinks(tx, eventSessionId)) >= DOOR_LINKS_MAX)
      throw doorErrors.too_many_door_links({ limit: DOOR_LINKS_MAX });
    const token = newSecret();
    const link = await insertLink(tx, {
      ...{ id: newId("door_link"), eventSessionId, name, devicesMax },
      ...{ tokenHash: hashOf(token), createdById: tx.actor.userId },
    });
    return { ...link, devices: 0, lastUsedAt: null, token };
  },
});
