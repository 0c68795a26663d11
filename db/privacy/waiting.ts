import { noticeChoices, openingWishes, turnWishes } from "../schema/notifications.ts";
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
  use(openingWishes, {
    purpose: "Who is told when sales of an event session open.",
    kept: "wish",
    records: { en: "openings to be told of", ko: "판매 알림 신청" },
    owners: [openingWishes.userId],
    columns: {
      eventSessionId: "Whose opening it is.",
      userId: "Who is told.",
      createdAt: "When the person asked.",
    },
  }),
  use(turnWishes, {
    purpose: "Who is told at their turn in a queue.",
    kept: "day",
    records: { en: "turns to be told of", ko: "차례 알림 신청" },
    owners: [turnWishes.userId],
    columns: {
      eventSessionId: "Whose queue it is.",
      userId: "Who is told.",
      number: "Their place in it.",
      createdAt: "When the person asked.",
    },
  }),
  use(noticeChoices, {
    purpose: "How people are told of each sort of news.",
    kept: "account",
    records: { en: "choices of notifications", ko: "알림 설정" },
    owners: [noticeChoices.userId],
    columns: {
      userId: "Whose choice it is.",
      notice: "Of which sort of news.",
      byEmail: "Whether it is mailed.",
      byPush: "Whether it is shown on their browsers.",
    },
  }),
];
