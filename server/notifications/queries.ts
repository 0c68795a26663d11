import { z } from "zod";
import { signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { NoInput } from "../platform/values/text.ts";
import { Notification } from "./contract.ts";
import { findNotificationsOf } from "./store.ts";

export const myNotifications = defineQuery({
  id: "notifications.my-notifications",
  summary: "What the caller was told, the newest first.",
  allow: signedIn,
  input: NoInput,
  output: z.array(Notification),
  run: (ctx) => findNotificationsOf(ctx, ctx.actor),
});
