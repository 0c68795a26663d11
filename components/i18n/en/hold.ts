import type { Translated } from "../catalogue.ts";
import type { hold as ko } from "../ko/hold.ts";

export const hold: Translated<typeof ko> = {
  left: "Time left",
  choosing: "{count, plural, one {# ticket is} other {# tickets are}} held for you",
  paying: "You are paying. Your tickets stay held meanwhile",
  hurry: "One minute left",
  lastCall: "{seconds, number} seconds left. Your tickets are about to be released",
  announce: "Time left: {left}",
  take: "Hold {count, plural, one {# ticket} other {# tickets}}",
  release: "Release tickets",
  releaseTitle: "Release these tickets?",
  releaseBody:
    "{count, plural, one {# ticket goes} other {# tickets go}} back to others at once. You were not charged.",
  keep: "Carry on",
  expired: {
    title: "The hold has ended",
    charged: "You were not charged",
    seat: "The tickets are back on sale",
    next: "If any are left, you can hold as many again",
    action: "Hold again",
  },
};
