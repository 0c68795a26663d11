import { mutation, query, router, subscription } from "../platform/http/trpc.ts";
import { readNotification } from "./commands/read-notification.ts";
import { readNotifications } from "./commands/read-notifications.ts";
import { sendOrderMail } from "./commands/send-order-mail.ts";
import { inboxWatch } from "./live.ts";
import { myNotifications, unreadNotifications } from "./queries.ts";

export const notificationsRouter = router({
  mine: query(myNotifications),
  unread: query(unreadNotifications),
  watch: subscription(inboxWatch),
  read: mutation(readNotification),
  readAll: mutation(readNotifications),
  sendOrderMail: mutation(sendOrderMail),
});
