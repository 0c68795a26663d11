import { sendNotifications } from "../notifications/commands/send-notifications.ts";
import { SendNotifications } from "../notifications/contract.ts";
import { systemContext } from "../platform/operation/context.ts";

/** Tells people of one event, which is the argument, in a process of its own that can be killed anywhere. */
await sendNotifications(
  systemContext("notifications.send"),
  SendNotifications.parse(JSON.parse(process.argv[2] ?? "")),
);
process.exit();
