import { waitlistEntries } from "../schema/waitlist.ts";
import { use } from "./declare.ts";

/** The tables of who waits for something. */
export const waiting = [
  use(waitlistEntries, {
    purpose: "Who waits for tickets of an event session that come back.",
    kept: "purchase",
    records: { en: "waiting lists", ko: "대기 명단" },
    owners: [waitlistEntries.userId],
    columns: {
      id: "Names the entry.",
      seq: "The order in which people joined.",
      userId: "Who waits.",
      eventSessionId: "For which event session.",
      quantity: "For how many tickets.",
      state: "What became of it.",
      holdId: "The tickets that are or were offered.",
      offerEndsAt: "Until when the offer can be accepted.",
      endReason: "Why the waiting ended.",
      createdAt: "When they joined.",
    },
  }),
];
