import { systemContext } from "../platform/context.ts";
import { inngest } from "../platform/inngest.ts";
import { sendNotifications } from "./commands/send-notifications.ts";
import { Told } from "./contract.ts";

export const notificationJobs = [
  inngest.createFunction(
    {
      id: "notifications.send",
      retries: 4,
      concurrency: 5,
      triggers: Told.options.map(({ shape }) => ({ event: shape.name.value })),
    },
    ({ event: { id: eventId = "", name, data }, step }) =>
      step.run("send", () =>
        sendNotifications(systemContext("notifications.send"), {
          eventId,
          event: Told.parse({ name, data }),
        }),
      ),
  ),
];
