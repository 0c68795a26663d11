import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const seatMap: Translated<typeof ko.seatMap> = {
  stage: "Stage",
  closer: "Zoom in",
  farther: "Zoom out",
  all: "Show the whole hall",
};
