import { doorDevices, doorLinks, doorRules } from "../schema/doors.ts";
import { use, withheld } from "./declare.ts";

const SECRET = "A secret, of which only a hash is kept.";

/** The tables of the doors at which tickets are checked. */
export const doors = [
  use(doorLinks, {
    purpose: "Links with which devices open the door of an event session.",
    kept: "operation",
    owners: [],
    columns: {
      id: "Names the link.",
      eventSessionId: "Of which event session.",
      name: "Which entrance.",
      tokenHash: withheld("Recognizing the link.", SECRET),
      devicesMax: "On how many devices it opens.",
      createdById: "Who made it.",
      createdAt: "When it was made.",
      revokedAt: "When it was revoked.",
    },
  }),
  use(doorDevices, {
    purpose: "Devices that opened a door link. They have no account, and it is not known who holds them.",
    kept: "operation",
    owners: [],
    columns: {
      id: "Names the device.",
      doorLinkId: "Which link it opened.",
      number: "Which of its devices it is.",
      tokenHash: withheld("Recognizing the device.", SECRET),
      openedAt: "When it opened it.",
    },
  }),
  use(doorRules, {
    purpose: "What the doors of an event session go by.",
    kept: "catalog",
    owners: [],
    columns: { eventSessionId: "Of which event session.", reentry: "Whether people may come back in." },
  }),
];
