import type { Actor, AppContext, Role } from "./context.ts";
import { platformErrors } from "./errors.ts";

/** Who may call a command or query; the name stands in the generated documentation and the authorization tests. */
export interface Allow {
  readonly name: string;
  permits(actor: Actor): boolean;
}

/** Nobody need be known: public reads, sign-up, and webhooks, whose signature is their proof. */
export const anyone: Allow = { name: "anyone", permits: () => true };

/** Any account; what belongs to whom is decided by the command, which answers 404 for another's things. */
export const signedIn: Allow = { name: "signed in", permits: (actor) => actor.kind === "user" };

/** Jobs of the product itself: no caller from outside is one. */
export const system: Allow = { name: "the system", permits: (actor) => actor.kind === "system" };

/** Accounts of these roles. */
export const role = (...roles: readonly [Role, ...Role[]]): Allow => ({
  name: roles.join(" or "),
  permits: (actor) => actor.kind === "user" && roles.includes(actor.role),
});

/**
 * @throws `unauthorized` (401) for a caller who is not signed in, `forbidden` (403) for one who is
 */
export function authorize(allow: Allow, ctx: AppContext): void {
  if (allow.permits(ctx.actor)) return;
  throw ctx.actor.kind === "anonymous" ? platformErrors.unauthorized() : platformErrors.forbidden();
}
