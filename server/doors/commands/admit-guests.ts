import { guestsOf } from "../../guests/queries.ts";
import { recordArrivals } from "../../guests/steps/record-arrivals.ts";
import { atDoor } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { AdmitGuests, ArrivalResults } from "../contract.ts";
import { doorErrors } from "../errors.ts";
import { doorTimesOf, hasEnded, momentOf } from "../policy.ts";
import { findRules, holdDevice } from "../store.ts";

/**
 * Lets guests in by name at a device's door, or out: those that it asks about, or those that it decided by itself without a
 * network. One that was sent before changes nothing and is answered again. Throws `door_link_ended` (401).
 */
export const admitGuests = defineCommand({
  id: "doors.admit-guests",
  summary: "Let guests in at the door of a device, and bring in those that it decided without a network.",
  allow: atDoor,
  input: AdmitGuests,
  output: ArrivalResults,
  refuses: [doorErrors.door_link_ended],
  audit: ({ arrivals }, result) => ({
    meta: { arrivals: arrivals.length, outcomes: result?.results.map(({ outcome }) => outcome) },
  }),
  async run(tx, { arrivals }) {
    const { doorDeviceId: deviceId, eventSessionId } = tx.actor;
    // Asked again here: a link that is being revoked waits for these guests, or these guests for its end.
    const device = await holdDevice(tx, deviceId);
    if (!device || hasEnded(device, device.now)) throw doorErrors.door_link_ended();
    const { now, openedAt, entrance } = device;
    const { reentry } = await findRules(tx, eventSessionId);
    const made = [...new Map(arrivals.map((arrival) => [arrival.key, arrival])).values()].map(
      ({ key, guestId, people, direction, ageMs, decided }) => ({
        ...{ key, guestId, people, direction, decided },
        at: momentOf(ageMs, now, openedAt),
      }),
    );
    const hours = doorTimesOf(device);
    const place = { eventSessionId, entrance, deviceId, reentry, hours, now };
    const results = await recordArrivals(tx, place, made);
    const { counts: guests } = await guestsOf(tx, eventSessionId);
    return { results, guests };
  },
});
