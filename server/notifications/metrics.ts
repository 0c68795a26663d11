import { defineWaiting } from "../platform/metrics/shared.ts";
import { countMailDue } from "./departments.store.ts";

export const notificationMetrics = defineWaiting(
  "notifications",
  {
    waiting: ["notifications_mail_due", "Notifications of departments that wait to be mailed."],
    oldest: [
      "notifications_oldest_seconds",
      "For how long the oldest of these has waited; 0 where there is none.",
    ],
  },
  countMailDue,
);
