import { signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { NoInput } from "../platform/values/text.ts";
import { Erasure } from "./contract.ts";
import { findObstacles } from "./store.ts";

export const myErasure = defineQuery({
  id: "privacy.my-erasure",
  summary: "What has to end before you can erase your account.",
  allow: signedIn,
  input: NoInput,
  output: Erasure,
  run: async (ctx) => ({ obstacles: await findObstacles(ctx, ctx.actor.userId) }),
});
