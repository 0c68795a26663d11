import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const privacy: Translated<typeof ko.privacy> = {
  title: "Your data",
  lead: "Take a copy of everything we keep about you, or delete your account.",
  copy: {
    title: "Download your data",
    body: "A JSON file with everything we keep: your account, orders, payments, tickets, notifications and signed-in devices. Values that no one is shown, such as your password, are left out, and the file says why. Up to five times an hour.",
    action: "Download",
    done: "Your file is ready",
  },
  erase: {
    title: "Delete your account",
    consequences: {
      gone: "Your e-mail address, password, notifications, the contents of e-mails and connected seller accounts are erased right away. This cannot be undone.",
      kept: "Order and payment records are kept, as the law requires, without anything that leads to you.",
      sessions: "You are logged out on every device at once.",
      again: "You can sign up again with the same address, but earlier orders and tickets do not come back.",
    },
    blocked: "Your account cannot be deleted yet",
    action: "Delete account",
    ask: "Delete your account?",
    final: "This cannot be undone. If you need your data, download it first.",
    password: "Password",
    passwordHint: "To make sure that it is you.",
    confirm: "Delete for good",
  },
  erased: {
    title: "Your account is deleted",
    body: "Your e-mail address and notifications have been erased. Thank you for having been with us.",
    action: "See all events",
  },
};
