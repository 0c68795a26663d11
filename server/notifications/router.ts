import { mutation, query, router } from "../platform/http/trpc.ts";
import { readNotifications } from "./commands/read-notifications.ts";
import { sendOrderMail } from "./commands/send-order-mail.ts";
import { myNotifications } from "./queries.ts";

export const notificationsRouter = router({
  mine: query(myNotifications),
  read: mutation(readNotifications),
  sendOrderMail: mutation(sendOrderMail),
});
