import type { Context, Hono } from "hono";
import { authorize } from "../platform/operation/allow.ts";
import { AppError } from "../platform/operation/errors.ts";
import { parseInput } from "../platform/operation/parse.ts";
import { WalletPassInput } from "../wallets/contract.ts";
import { getWalletPass } from "../wallets/queries.ts";
import { actorOf, anonymousContext } from "./context.ts";
import { headerOf } from "./header.ts";
import { limitCaller } from "./limits.ts";
import { problemResponse } from "./problem.ts";

/** Serves tickets for the wallets of phones (docs/spec/doors.md#wallets): a file, or where the wallet takes the ticket. */
export function mountWalletPasses(app: Hono): void {
  app.get("/api/me/tickets/:ticketId/wallets/:wallet", async (c) => {
    try {
      return await serve(c);
    } catch (error) {
      // The page of one's tickets renews a login, and says why a ticket is in no wallet.
      if (error instanceof AppError && error.status < 500 && isFollowed(c))
        return c.redirect("/me/tickets", 303);
      return problemResponse(error, anonymousContext(c));
    }
  });
}

async function serve(c: Context): Promise<Response> {
  const anonymous = anonymousContext(c);
  const ctx = { ...anonymous, actor: await actorOf(c, anonymous, true) };
  authorize(getWalletPass.allow, ctx);
  const { ticketId, wallet } = c.req.param() as Record<string, string>;
  const input = parseInput(WalletPassInput, { ticketId, wallet: wallet?.toUpperCase() });
  // A signature takes the time of some writes.
  await limitCaller(ctx);
  const pass = await getWalletPass(ctx, input);
  if ("link" in pass) return c.redirect(pass.link, 303);
  return c.body(pass.file, 200, {
    "content-type": "application/vnd.apple.pkpass",
    "content-disposition": `attachment; filename="${input.ticketId}.pkpass"`,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
}

/** Whether a person followed a link, who would be shown a problem for programs. */
const isFollowed = (c: Context): boolean => headerOf(c, "accept")?.includes("text/html") ?? false;
