import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const newEvent: Translated<typeof ko.newEvent> = {
  title: "New event",
  lead: "It goes on sale right away, and sales close when it starts.",
  name: "Title",
  venue: "Venue",
  description: "Description",
  startsAt: "Date and time",
  startsAtHint: "Korean time, in the future",
  price: "Ticket price (KRW)",
  stock: "Number of tickets",
  create: "Put on sale",
  connectFirst: {
    title: "Connect a Coupang account first",
    body: "Only sellers with a connected account can put events on sale. Come back here once yours is connected.",
    action: "Connect a Coupang account",
  },
};
