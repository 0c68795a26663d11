import type { Drawn } from "#components/trpc/drawn.tsx";
import { me } from "#server/auth/queries.ts";
import { approximateNow } from "#server/platform/database/clock.ts";
import { type AppContext, createContext } from "#server/platform/operation/context.ts";
import { visitor } from "./visitor.ts";

/**
 * For whom and when this page is drawn; where that cannot be found out, the page finds out by itself.
 * @param purchasesOf - where the frame shows what a person has under way
 */
export async function drawnNow(
  purchasesOf?: (ctx: AppContext) => Promise<NonNullable<Drawn["purchases"]>>,
): Promise<Drawn | undefined> {
  try {
    const [now, ctx] = await Promise.all([approximateNow(createContext().db), visitor()]);
    const nowMs = now.getTime();
    if (!ctx) return { nowMs, viewer: undefined };
    const [viewer, purchases] = await Promise.all([me(ctx, {}), purchasesOf?.(ctx)]);
    return { nowMs, viewer: viewer ?? undefined, purchases };
  } catch {
    return undefined;
  }
}
