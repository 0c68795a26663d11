import type { Translated } from "../catalogue.ts";
import type { ko } from "../ko.ts";

export const receiver: Translated<typeof ko.receiver> = {
  title: "Sandbox data platform",
  lead: "It plays the system outside, and can be slow or broken.",
  mode: "How the receiver behaves",
  modes: {
    normal: "Well",
    slow: "Slow",
    error500: "500 errors",
    error404: "404 errors",
    busy: "429, come back later",
    hang: "Stops in mid answer",
    reset: "Cuts the connection",
    down: "Down",
  },
  hints: {
    normal: "Answers at once.",
    slow: "Answers after 9.9 seconds.",
    error500: "Takes nothing. It is tried again.",
    error404: "Takes nothing. It is given up at once.",
    busy: "Asks to come back in 120 seconds.",
    hang: "Takes it and never ends its answer: it comes twice.",
    reset: "Takes it and cuts the connection: it comes twice.",
    down: "Refuses at once, with 503.",
  },
  arrived: "What arrived",
  taken: "Taken in",
  duplicates: "Duplicates",
  lastMinute: "Last minute",
  none: "Nothing arrived yet",
  noneBody: "Buy a ticket and it will.",
  duplicate: "duplicate",
  refused: "not taken",
};
