import { guestArrivals, guestLists, guests } from "../schema/guests.ts";
import { personal, use } from "./declare.ts";

/** The tables of people who are let in by name. They have no account here, so no row is an account's. */
export const guestTables = [
  use(guestLists, {
    purpose: "The guest list of an event session.",
    kept: "operation",
    owners: [],
    columns: { eventSessionId: "Of which event session.", revision: "Telling doors what is new." },
  }),
  use(guests, {
    purpose: "People whom the organizer of an event lets in by name.",
    kept: "operation",
    owners: [],
    columns: {
      id: "Names the entry of the list.",
      eventSessionId: "To which event session.",
      name: personal(
        { en: "Name on a guest list", ko: "초대 손님의 이름" },
        { en: "Finding the guest at the door.", ko: "입구에서 손님을 확인하려고" },
        { kept: "guests" },
      ),
      note: personal(
        { en: "Note on a guest list", ko: "초대 손님에 관한 메모" },
        { en: "Telling guests of one name apart.", ko: "이름이 같은 손님을 구분하려고" },
        { kept: "guests" },
      ),
      people: "How many come under this name.",
      came: "How many came.",
      outside: "How many went out again.",
      revision: "Telling doors what is new.",
      createdById: "Who wrote it.",
      createdAt: "When it was written.",
      revokedAt: "When it was taken off the list.",
    },
  }),
  use(guestArrivals, {
    purpose: "Guests who came to a door.",
    kept: "operation",
    owners: [],
    columns: {
      seq: "The order in which they were recorded.",
      guestId: "Which entry of the list.",
      eventSessionId: "To which event session.",
      doorDeviceId: "At which device.",
      key: "Knowing an arrival that is sent again.",
      entrance: "At which entrance.",
      direction: "In or out.",
      people: "How many.",
      outcome: "What the person at the door was told.",
      passed: "Whether they were let through.",
      offline: "Whether the device decided by itself.",
      arrivedAt: "When they came.",
      receivedAt: "When it was recorded.",
    },
  }),
];
