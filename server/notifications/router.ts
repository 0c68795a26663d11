import { mutation, query, router, subscription } from "../platform/http/trpc.ts";
import { addDepartmentMember } from "./commands/add-department-member.ts";
import { askOpening } from "./commands/ask-opening.ts";
import { askTurn } from "./commands/ask-turn.ts";
import { chooseNotices } from "./commands/choose-notices.ts";
import { chooseNotifications } from "./commands/choose-notifications.ts";
import { dropOpening } from "./commands/drop-opening.ts";
import { dropTurn } from "./commands/drop-turn.ts";
import { readNotification } from "./commands/read-notification.ts";
import { readNotifications } from "./commands/read-notifications.ts";
import { removeDepartmentMember } from "./commands/remove-department-member.ts";
import { sendOrderMail } from "./commands/send-order-mail.ts";
import { inboxWatch } from "./live.ts";
import {
  getDepartments,
  myDepartments,
  myNotices,
  myNotifications,
  myOpening,
  myTurn,
  unreadNotifications,
} from "./queries.ts";

export const notificationsRouter = router({
  mine: query(myNotifications),
  unread: query(unreadNotifications),
  watch: subscription(inboxWatch),
  read: mutation(readNotification),
  readAll: mutation(readNotifications),
  departments: query(getDepartments),
  addMember: mutation(addDepartmentMember),
  removeMember: mutation(removeDepartmentMember),
  myDepartments: query(myDepartments),
  choose: mutation(chooseNotifications),
  opening: query(myOpening),
  askOpening: mutation(askOpening),
  dropOpening: mutation(dropOpening),
  turn: query(myTurn),
  askTurn: mutation(askTurn),
  dropTurn: mutation(dropTurn),
  notices: query(myNotices),
  chooseNotices: mutation(chooseNotices),
  sendOrderMail: mutation(sendOrderMail),
});
