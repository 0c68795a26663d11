import { loginStandingOf } from "../../auth/queries.ts";
import { lockAccount } from "../../auth/steps/lock-account.ts";
import { env } from "../../platform/config/env.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx, UserActor } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import { PushDeviceInput, SubscribePush, type SubscribePush as Subscribing } from "../contract.ts";
import { pushErrors } from "../errors.ts";
import { isPushService } from "../policy.ts";
import {
  countOf,
  deleteSubscriptions,
  findSubscriptionsOf,
  insertSubscription,
  lockByEndpoint,
  openReach,
  type PushRow,
} from "../store.ts";
import { PUSH_DEVICES_MAX } from "../values.ts";

const USER_AGENT_LENGTH_MAX = 300;

/**
 * Has the caller's browser get notifications, as long as this login session lives. A browser that another account had turned
 * on is taken over by who has its keys, which only that browser has. Throws `push_service_unknown`, `push_endpoint_taken`,
 * `push_devices_full` (409).
 */
export const subscribePush = defineCommand({
  id: "push.subscribe",
  summary: "Get notifications on this browser while its pages are closed.",
  allow: signedIn,
  input: SubscribePush,
  output: PushDeviceInput,
  refuses: Object.values(pushErrors),
  audit: (_input, output) => ({ target: output?.id }),
  async run(tx, { language, ...reach }) {
    const { userId, role, loginSessionId } = tx.actor;
    if (!isPushService(reach.endpoint, env.PUSH_SERVICES)) throw pushErrors.push_service_unknown();
    const person = await lockAccount(tx, userId, role);
    if (person?.state !== "ACTIVE") throw platformErrors.unauthorized();
    const known = await lockByEndpoint(tx, reach.endpoint);
    if (known && known.userId !== userId && !hasKeys(known, reach)) throw pushErrors.push_endpoint_taken();
    // Another id, so that what was written for the subscription before does not reach who has the browser now.
    if (known) await deleteSubscriptions(tx, [known.id]);
    await requireRoom(tx);
    const userAgent = tx.userAgent?.slice(0, USER_AGENT_LENGTH_MAX) ?? "";
    const row = { id: newId("push_subscription"), userId, loginSessionId, language, userAgent };
    if (!(await insertSubscription(tx, row, reach))) throw pushErrors.push_endpoint_taken();
    return { id: row.id };
  },
});

/** Whether who subscribes knows the keys of a subscription. One that another secret sealed is of no use to its account. */
function hasKeys(known: PushRow, { keys }: Pick<Subscribing, "keys">): boolean {
  try {
    const before = openReach(known).keys;
    return before.auth === keys.auth && before.p256dh === keys.p256dh;
  } catch {
    return true;
  }
}

/** Those of login sessions that have ended count no more. */
async function requireRoom(tx: Tx & { readonly actor: UserActor }): Promise<void> {
  const { userId } = tx.actor;
  if ((await countOf(tx, userId)) < PUSH_DEVICES_MAX) return;
  const rows = await findSubscriptionsOf(tx, userId);
  const standings = await Promise.all(rows.map(({ loginSessionId }) => loginStandingOf(tx, loginSessionId)));
  const ended = rows.filter((_, index) => standings[index] === "ended").map(({ id }) => id);
  await deleteSubscriptions(tx, ended);
  if (rows.length - ended.length >= PUSH_DEVICES_MAX)
    throw pushErrors.push_devices_full({ max: PUSH_DEVICES_MAX });
}
