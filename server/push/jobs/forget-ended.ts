import { loginStandingOf } from "../../auth/queries.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { deleteSubscriptions, findAfter } from "../store.ts";

/** So many are read together. */
const READ_TOGETHER = 500;

/** Deletes the subscriptions whose login session has ended. Nothing was pushed to them since it did. @returns how many */
export async function forgetEnded(ctx: AppContext): Promise<number> {
  let forgotten = 0;
  for (let after = ""; ; ) {
    const rows = await findAfter(ctx, after, READ_TOGETHER);
    const standings = await Promise.all(
      rows.map(({ loginSessionId }) => loginStandingOf(ctx, loginSessionId)),
    );
    const ended = rows.filter((_, index) => standings[index] === "ended").map(({ id }) => id);
    await deleteSubscriptions(ctx, ended);
    forgotten += ended.length;
    const last = rows.at(-1);
    if (!last || rows.length < READ_TOGETHER) return forgotten;
    after = last.id;
  }
}
