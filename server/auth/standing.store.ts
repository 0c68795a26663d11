import { env } from "../platform/config/env.ts";
import { approximateNow } from "../platform/database/clock.ts";
import type { AppContext } from "../platform/operation/context.ts";
import type { LoginSessionId } from "./contract.ts";
import { proveScript } from "./lua.ts";
import { actingRole } from "./policy.ts";
import { answered, sessionKey } from "./store.ts";

/** What every request asks: one read, no write. The role is the one in which it acts. */
export const readStatus = async (ctx: AppContext, id: LoginSessionId) => {
  const [status, role, provedAt] = await answered(ctx, () =>
    ctx.redis.hmget(sessionKey(id), "status", "role", "provedAt"),
  );
  const acting = actingRole({ role, provedAt }, env.OPERATOR_SECOND_FACTOR);
  return { status, role: acting, lacksSecondFactor: acting !== role };
};

/** When a login session's second factor was last given, in milliseconds; undefined where it was not. */
export async function readProof(ctx: AppContext, id: LoginSessionId): Promise<number | undefined> {
  const [provedAt] = await answered(ctx, () => ctx.redis.hmget(sessionKey(id), "provedAt"));
  return provedAt ? Number(provedAt) : undefined;
}

/** Saves that a login session's second factor was given now, and tells every process, since its role may be another by it. */
export async function saveProof(ctx: AppContext, id: LoginSessionId): Promise<void> {
  const now = await approximateNow(ctx.db);
  await answered(ctx, () => proveScript(ctx.redis, sessionKey(id), now.getTime()));
}

export async function forgetProof(ctx: AppContext, id: LoginSessionId): Promise<void> {
  await answered(ctx, () => proveScript(ctx.redis, sessionKey(id), ""));
}
