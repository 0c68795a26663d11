import type { EventSessionId } from "../catalog/contract.ts";
import { requireManagedSession } from "../catalog/queries.ts";
import { guestsAtDoor, guestsOf } from "../guests/queries.ts";
import { atDoor, role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext, DoorActor } from "../platform/operation/context.ts";
import { hashOf } from "../platform/values/secret.ts";
import { NoInput } from "../platform/values/text.ts";
import { doorKeysOf } from "../tickets/queries.ts";
import {
  DOOR_TICKETS_PAGE,
  Door,
  DoorGuests,
  DoorOverview,
  DoorOverviewInput,
  DoorTickets,
  ListDoorTickets,
} from "./contract.ts";
import { doorErrors } from "./errors.ts";
import { doorTimesOf, hasEnded } from "./policy.ts";
import { type DeviceRow, findDevice, findEventSession, findLinks, findRules } from "./store.ts";
import { countTickets, findConflicts, findTicketPage } from "./tickets.store.ts";

/**
 * Which device has this secret. Asked at every call, so what was revoked is out at once.
 * @throws `door_link_ended` (401)
 */
export async function authenticateDevice(ctx: AppContext, token: string): Promise<DoorActor> {
  const { deviceId, linkId, eventSessionId } = live(await findDevice(ctx, { tokenHash: hashOf(token) }));
  return { kind: "door", doorDeviceId: deviceId, doorLinkId: linkId, eventSessionId };
}

/** The device, while its door link has not ended. Throws `door_link_ended` (401). */
export const requireDevice = async (ctx: AppContext, { doorDeviceId }: DoorActor): Promise<DeviceRow> =>
  live(await findDevice(ctx, { id: doorDeviceId }));

function live(device: DeviceRow | undefined): DeviceRow {
  if (!device || hasEnded(device, device.now)) throw doorErrors.door_link_ended();
  return device;
}

export const getDoorOverview = defineQuery({
  id: "doors.get-door-overview",
  summary: "The door links, rules, counts and conflicts of an event session, for those who run it.",
  allow: role("ADMIN", "SELLER"),
  input: DoorOverviewInput,
  output: DoorOverview,
  async run(ctx, { eventSessionId }) {
    await requireManagedSession(ctx, eventSessionId);
    const [eventSession, links, state] = await Promise.all([
      findEventSession(ctx, eventSessionId),
      findLinks(ctx, eventSessionId),
      stateOf(ctx, eventSessionId),
    ]);
    const { endsAt, isCancelled } = doorTimesOf(eventSession);
    return { ...eventSession, endsAt, cancelled: isCancelled, links, ...state };
  },
});

export const getDoor = defineQuery({
  id: "doors.get-door",
  summary: "The door that this device stands at.",
  allow: atDoor,
  input: NoInput,
  output: Door,
  refuses: [doorErrors.door_link_ended],
  run: async (ctx) => viewDoor(ctx, await requireDevice(ctx, ctx.actor)),
});

export const listDoorTickets = defineQuery({
  id: "doors.list-door-tickets",
  summary: "The tickets of the event session of this device, by the page, for deciding without a network.",
  allow: atDoor,
  input: ListDoorTickets,
  output: DoorTickets,
  refuses: [doorErrors.door_link_ended],
  async run(ctx, { after }) {
    const tickets = await findTicketPage(ctx, ctx.actor.eventSessionId, { after, limit: DOOR_TICKETS_PAGE });
    const isLast = tickets.length < DOOR_TICKETS_PAGE;
    return { tickets, after: isLast ? null : (tickets.at(-1)?.id ?? null) };
  },
});

export const listDoorGuests = defineQuery({
  id: "doors.list-door-guests",
  summary:
    "The guest list of the event session of this device, for finding guests by name without a network.",
  allow: atDoor,
  input: NoInput,
  output: DoorGuests,
  refuses: [doorErrors.door_link_ended],
  run: async (ctx) => ({ guests: await guestsAtDoor(ctx, ctx.actor.eventSessionId) }),
});

/** A door as the device that stands at it sees it. */
export async function viewDoor(ctx: AppContext, device: DeviceRow) {
  const { deviceId, entrance, number, eventSessionId, now } = device;
  const { eventTitle, venue, startsAt } = await findEventSession(ctx, eventSessionId);
  const { opensAt, endsAt } = doorTimesOf(device);
  return {
    ...{
      deviceId,
      entrance,
      number,
      eventSessionId,
      eventTitle,
      venue,
      startsAt,
      opensAt,
      endsAt,
      now,
    },
    ...(await doorKeysOf(eventSessionId)),
    ...(await stateOf(ctx, eventSessionId)),
  };
}

/** What changes at the doors of an event session. */
export async function stateOf(ctx: AppContext, id: EventSessionId) {
  const [rules, counts, conflicts, guests] = await Promise.all([
    findRules(ctx, id),
    countTickets(ctx, id),
    findConflicts(ctx, id),
    guestsOf(ctx, id),
  ]);
  return { rules, counts, conflicts, guests: guests.counts, guestConflicts: guests.conflicts };
}
