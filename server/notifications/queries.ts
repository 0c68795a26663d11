import { z } from "zod";
import { signedIn } from "../platform/allow.ts";
import { defineQuery } from "../platform/command.ts";
import type { UserActor } from "../platform/context.ts";
import { NoInput } from "../platform/text.ts";
import { Notification } from "./contract.ts";
import { findNotificationsOf } from "./store.ts";

export const myNotifications = defineQuery({
  id: "notifications.my-notifications",
  summary: "What the caller was told, the newest first.",
  allow: signedIn,
  input: NoInput,
  output: z.array(Notification),
  run: (ctx) => findNotificationsOf(ctx, ctx.actor as UserActor),
});
