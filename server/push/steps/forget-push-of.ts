import type { Tx, UserActor } from "../../platform/operation/context.ts";
import type { PushSubscriptionId } from "../contract.ts";
import { deleteSubscriptionsOf } from "../store.ts";

/** Deletes a person's subscriptions, in the transaction that erases the person. @returns their ids */
export const forgetPushOf = (tx: Tx, userId: UserActor["userId"]): Promise<PushSubscriptionId[]> =>
  deleteSubscriptionsOf(tx, userId);
