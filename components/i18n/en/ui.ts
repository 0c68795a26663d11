import type { Translated } from "../catalogue.ts";
import type { ui as ko } from "../ko/ui.ts";

export const ui: Translated<typeof ko> = {
  close: "Close",
  cancel: "Cancel",
  back: "Go back",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Could not copy. Please select it yourself.",
  increase: "Increase",
  decrease: "Decrease",
  required: "Required",
  retry: "Try again",
  print: "Print",
  notifications: "Notifications",
  working: "Working",
  charged: "Payment",
  seat: "Seat",
  next: "Next",
};
