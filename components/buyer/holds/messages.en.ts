import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const hold: Translated<typeof ko.hold> = {
  admission: {
    left: "Time to choose",
    sentence: "Hold your tickets before time runs out",
    hurry: "Your turn is about to pass to the next person",
  },
  tooMany: {
    title: "Only {remaining, plural, one {# ticket is} other {# tickets are}} left",
    body: "Choose fewer tickets to hold them now.",
  },
  take: "Hold {count, plural, one {# ticket} other {# tickets}}",
  release: "Release tickets",
  releaseTitle: "Release these tickets?",
  releaseBody:
    "{count, plural, one {# ticket goes} other {# tickets go}} back on sale right away. You were not charged.",
  keep: "Keep booking",
};
