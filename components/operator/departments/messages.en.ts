import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const departments: Translated<typeof ko.departments> = {
  title: "Departments",
  lead: "Who gets a department's notifications. Members choose for themselves whether they get them in the app or by e-mail.",
  none: "No members. Until there are, every operator reads its notifications in the app.",
  inApp: "App",
  byEmail: "E-mail",
  nowhere: "Not notified",
  add: "Add member",
  choose: "Choose an operator",
  all: "Every operator is a member.",
  remove: "Remove",
  removeOf: "Remove {email} from {department}",
  removeTitle: "Remove this member?",
  removeBody: "{email} will no longer see what {department} is told, including past notifications.",
  told: {
    admin: "Orders that begin or are confirmed, declined refunds, stock",
    inventory: "Confirmed orders",
    logistics: "Shipped tickets",
    fulfillment: "Completed orders",
    finance: "Payments and refunds",
    procurement: "Stock that runs low",
    marketing: "Sold-out sales",
    alert: "Alerts, and stock that is nearly or all gone",
  },
};
