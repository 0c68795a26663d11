import { loginStandingOf } from "../auth/queries.ts";
import { signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { NoInput } from "../platform/values/text.ts";
import { PushDevices } from "./contract.ts";
import { findSubscriptionsOf } from "./store.ts";
import { vapid } from "./tokens.ts";

export const myPushDevices = defineQuery({
  id: "push.my-devices",
  summary: "The caller's browsers that get notifications, and the key that a browser subscribes with.",
  allow: signedIn,
  input: NoInput,
  output: PushDevices,
  async run(ctx) {
    const { userId, loginSessionId: current } = ctx.actor;
    const rows = await findSubscriptionsOf(ctx, userId);
    const standings = await Promise.all(
      rows.map(({ loginSessionId }) => loginStandingOf(ctx, loginSessionId)),
    );
    return {
      devices: rows
        .filter((_, index) => standings[index] !== "ended")
        .map(({ id, userAgent, loginSessionId, createdAt }) => ({
          ...{ id, userAgent, createdAt, isCurrent: loginSessionId === current },
        })),
      publicKey: vapid().publicKey,
    };
  },
});
