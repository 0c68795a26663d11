import { databaseNow } from "../../platform/database/clock.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { hashOf, newSecret } from "../../platform/values/secret.ts";
import { type DoorLinkId, OpenDoor, OpenedDoor } from "../contract.ts";
import { doorErrors } from "../errors.ts";
import { hasEnded } from "../policy.ts";
import { viewDoor } from "../queries.ts";
import { countDevices, findDevice, findEventSession, insertDevice, lockLink } from "../store.ts";

/**
 * Opens a door link on a device, which gets a secret of its own. A device that has one of this link keeps it, so a link
 * that is opened again takes no further place. Throws `door_link_ended` (401), `door_link_full` (409).
 */
export const openDoor = defineCommand({
  id: "doors.open-door",
  summary: "Open a door link on this device.",
  allow: anyone,
  input: OpenDoor,
  output: OpenedDoor,
  refuses: [doorErrors.door_link_ended, doorErrors.door_link_full],
  audit: (_, door) => ({ target: door?.deviceId, meta: { entrance: door?.entrance, number: door?.number } }),
  async run(tx, { token, deviceToken = "" }) {
    const link = await lockLink(tx, { tokenHash: hashOf(token) });
    if (!link) throw doorErrors.door_link_ended();
    const eventSession = await findEventSession(tx, link.eventSessionId);
    if (hasEnded({ ...link, ...eventSession }, await databaseNow(tx.db))) throw doorErrors.door_link_ended();
    const known = deviceToken === "" ? undefined : await findDevice(tx, { tokenHash: hashOf(deviceToken) });
    if (known?.linkId === link.id) return { ...(await viewDoor(tx, known)), deviceToken };
    return addDevice(tx, link);
  },
});

async function addDevice(
  tx: Tx,
  { id, devicesMax }: { readonly id: DoorLinkId; readonly devicesMax: number },
) {
  const devices = await countDevices(tx, id);
  if (devices >= devicesMax) throw doorErrors.door_link_full({ devicesMax });
  const deviceToken = newSecret();
  const device = { id: newId("door_device"), doorLinkId: id, number: devices + 1 };
  await insertDevice(tx, { ...device, tokenHash: hashOf(deviceToken) });
  const opened = await findDevice(tx, { id: device.id });
  if (!opened) throw doorErrors.door_link_ended();
  return { ...(await viewDoor(tx, opened)), deviceToken };
}
