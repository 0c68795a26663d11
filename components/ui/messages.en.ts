import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const ui: Translated<typeof ko.ui> = {
  close: "Close",
  cancel: "Cancel",
  back: "Go back",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Could not copy. Please select the text yourself.",
  increase: "Increase",
  decrease: "Decrease",
  required: "Required",
  retry: "Try again",
  print: "Print",
  notifications: "Notifications",
  working: "Working",
  previous: "Previous",
  next: "Next",
  pageOf: "{page, number} / {pages, number}",
};
