import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const seats: Translated<typeof ko.seats> = {
  title: "Choose your seats",
  hint: "You can choose up to {max, plural, one {# seat} other {# seats}}",
  sections: "Section",
  sectionHint: "{price} · {free, plural, =0 {no seats left} one {# seat left} other {# seats left}}",
  list: "Seats in {section}",
  row: "Row {row}",
  rowHint: "{free, plural, =0 {no seats left} one {# seat left} other {# seats left}}",
  moreRows: "Show more rows",
  keys: "Move between seats with the arrow keys and choose one with the space bar.",
  legend: { free: "Available", chosen: "Your choice", taken: "Held or sold" },
  flags: { accessible: "Wheelchair space", companion: "Companion seat", restrictedView: "Restricted view" },
  seat: "{seat}, {price}, {state}",
  view: { title: "How to choose seats", map: "Map", list: "List" },
  map: {
    label: "Seat map. With a keyboard or a screen reader you can choose from the list.",
    note: "{free, plural, =0 {Sold out} one {# seat} other {# seats}}",
    hint: "Press a section to see its seats. Zoom with two fingers or the wheel, and drag to move.",
    prices: "Prices by section",
  },
  live: {
    live: "Seats change as they are taken",
    polling: "Seats are checked every 5 seconds",
    offline: "The connection is lost. We are connecting again",
    age: "seats as they were {ago}",
  },
  best: {
    title: "Best available",
    hint: "We choose the best seats side by side. Seats that you chose yourself stay.",
    quantity: "Number of seats",
    section: "Section",
    anySection: "All sections",
    price: "Price of a seat",
    anyPrice: "Any",
    priceMax: "Up to {price}",
    take: "Choose the best seats",
    together:
      "{count, plural, =1 {The best seat is chosen: {seats}} other {# seats side by side are chosen: {seats}}}",
    apart: "So many are nowhere side by side, so they are in {groups, number} places: {seats}",
    none: "Fewer than {count, plural, one {# seat} other {# seats}} like that are free. Please change the number or what you asked for.",
  },
  chosen: {
    title: "Your seats",
    none: "You have not chosen a seat yet.",
    remove: "Remove {seat}",
    count: "{count, plural, one {# seat} other {# seats}} chosen.",
  },
  lost: {
    title: "Someone else was quicker",
    body: "{seats} · {kept, plural, =0 {} other {Your other seats are still chosen. }}Please choose another one.",
    instead: "Take {seat} instead ({price})",
  },
  full: "You have chosen {max, plural, one {the one seat} other {all # seats}} you can have. Remove one to change it.",
  total: "Total",
  take: "{count, plural, =0 {Choose your seats} one {Hold # seat} other {Hold # seats}}",
};
