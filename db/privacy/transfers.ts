import { receivedTickets } from "../schema/holds.ts";
import { transfers } from "../schema/transfers.ts";
import { use, withheld } from "./declare.ts";

/** The tables of tickets that one person gave another. */
export const given = [
  use(transfers, {
    purpose: "Tickets that their holder offered another person.",
    kept: "purchase",
    records: { en: "tickets given to others", ko: "다른 분에게 보낸 티켓" },
    owners: [transfers.fromId, transfers.toId],
    columns: {
      id: "Names the offer.",
      ticketId: "Of which ticket.",
      fromId: "Who offered it.",
      toId: "Who accepted it.",
      tokenHash: withheld("Knowing its link again.", "It stands for a secret."),
      expiresAt: "Until when it could be accepted.",
      acceptedAt: "When it was accepted.",
      withdrawnAt: "When it was taken back.",
      createdAt: "When it was offered.",
    },
  }),
  use(receivedTickets, {
    purpose: "How many tickets others gave to a person.",
    kept: "purchase",
    records: { en: "number of tickets received", ko: "받은 티켓의 수" },
    owners: [receivedTickets.userId],
    columns: {
      eventSessionId: "Of which event session.",
      userId: "Who has them, and the limit of tickets a buyer.",
      tickets: "How many.",
    },
  }),
];
