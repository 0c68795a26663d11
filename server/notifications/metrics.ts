import { defineShared } from "../platform/metrics/shared.ts";
import { countMailDue } from "./departments.store.ts";

export const notificationMetrics = defineShared(
  "notifications",
  {
    notifications_mail_due: {
      type: "gauge",
      help: "Notifications of departments that wait to be mailed.",
      labelNames: [],
    },
    notifications_oldest_seconds: {
      type: "gauge",
      help: "For how long the oldest of these has waited; 0 where there is none.",
      labelNames: [],
    },
  },
  async (ctx) => {
    const { count, oldestSeconds } = await countMailDue(ctx);
    return [
      { name: "notifications_mail_due", value: count },
      { name: "notifications_oldest_seconds", value: oldestSeconds },
    ];
  },
);
