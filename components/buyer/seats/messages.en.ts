import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const seats: Translated<typeof ko.seats> = {
  title: "Choose your seats",
  hint: "You can choose up to {max, plural, one {# seat} other {# seats}}",
  sections: "Section",
  sectionHint: "{price} · {free, plural, =0 {no seats left} one {# seat left} other {# seats left}}",
  list: "Seats in {section}",
  keys: "Move between seats with the arrow keys and choose one with the space bar.",
  legend: { free: "Available", chosen: "Your choice", taken: "Held or sold" },
  seat: "{seat}, {price}, {state}",
  chosen: {
    title: "Your seats",
    none: "You have not chosen a seat yet.",
    remove: "Remove {seat}",
    count: "{count, plural, one {# seat} other {# seats}} chosen.",
  },
  lost: {
    title: "Someone else was quicker",
    body: "{seats} · Your other seats are still chosen. Please choose another one.",
  },
  full: "You have chosen {max, plural, one {the one seat} other {all # seats}} you can have. Remove one to change it.",
  total: "Total",
  take: "{count, plural, =0 {Choose your seats} one {Hold # seat} other {Hold # seats}}",
};
