import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const hold: Translated<typeof ko.hold> = {
  left: "Time left",
  choosing: "{count, plural, one {# ticket is} other {# tickets are}} held for you",
  paying: "Your tickets are held until you have paid",
  hurry: "One minute left",
  lastCall: "{seconds, number} seconds left. Your tickets are about to be released",
  announce: "Time left: {left}",
  admission: {
    left: "Time to choose",
    sentence: "Hold your tickets before the time is over",
    hurry: "The turn is about to go to the next person",
  },
  take: "Hold {count, plural, one {# ticket} other {# tickets}}",
  release: "Release tickets",
  releaseTitle: "Release these tickets?",
  releaseBody:
    "{count, plural, one {# ticket goes} other {# tickets go}} back to others at once. You were not charged.",
  keep: "Carry on",
};
