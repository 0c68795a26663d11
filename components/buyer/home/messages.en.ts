import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const home: Translated<typeof ko.home> = {
  title: "Book tickets",
  sections: {
    ON_SALE: {
      title: "On sale now",
      all: "See everything on sale",
      empty: "Nothing is on sale right now",
      next: "See what opens soon, and be there when it does.",
    },
    OPENING: {
      title: "Opening soon",
      all: "See everything that opens soon",
      empty: "No opening is planned",
      next: "New dates appear here. Have a look at what is on sale now.",
    },
    SOLD_OUT: {
      title: "Sold out",
      all: "See everything that is sold out",
      empty: "Nothing is sold out",
      next: "There are still tickets for what is on sale now.",
    },
    OVER: {
      title: "No longer on sale",
      all: "See everything no longer on sale",
      empty: "Nothing has gone off sale yet",
      next: "Have a look at what is on sale now.",
    },
  },
  onSale: "See what is on sale now",
  opening: "See what opens soon",
  back: "Back to the start",
  more: "More events",
  none: { title: "No event matches", body: "Try other words or fewer filters.", action: "Clear all filters" },
  hero: { label: "Next opening", left: "Opens in", opened: "Open now", action: "Wait for the opening" },
  find: {
    label: "Find events",
    search: "Search events and venues",
    hint: "Event or venue",
    place: "Area",
    anyPlace: "All areas",
    date: "Date",
    submit: "Search",
    days: { today: "Today", weekend: "This weekend", month: "This month" },
    clear: "Clear filters",
  },
  card: {
    opens: "Opens {at}",
    undated: "Dates to be announced",
    cancelled: "Cancelled",
    price: "from {price}",
  },
};
