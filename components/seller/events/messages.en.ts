import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const newEvent: Translated<typeof ko.newEvent> = {
  title: "New event",
  lead: "It goes on sale at once, and closes when it begins.",
  name: "Title",
  venue: "Venue",
  description: "About it",
  startsAt: "Begins",
  startsAtHint: "Korean time, later than now",
  price: "Price of one ticket (KRW)",
  stock: "Tickets",
  create: "Put it on sale",
  connectFirst: {
    title: "Connect a Coupang account first",
    body: "Only sellers with a connected account put events on sale. Come back here once yours is connected.",
    action: "Connect a Coupang account",
  },
};
