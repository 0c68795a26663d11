import type { Translated } from "../i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const seatName: Translated<typeof ko.seatName> = {
  inRow: "{section}, row {row}, seat {label}",
  listed: "{section} {number}",
};
