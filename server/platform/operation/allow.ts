import type { Actor, AppContext, DoorActor, Role, SystemActor, UserActor } from "./context.ts";
import { platformErrors } from "./errors.ts";

/** Who may call a command or query. `A` is the type that the actor has once it is permitted. */
export interface Allow<A extends Actor = Actor> {
  /** For the generated documentation and the authorization tests; no code decides by it. */
  readonly name: string;
  /** Whether callers need no login, so that their answers may be shared and cached. */
  readonly public: boolean;
  readonly permits: (actor: Actor) => actor is A;
}

/** Callers need no login: public reads, sign-up, and webhooks, whose signature is their proof. */
export const anyone: Allow = { name: "anyone", public: true, permits: (_actor): _actor is Actor => true };

/** Any account; the command decides what belongs to it and answers 404 for the things of others. */
export const signedIn: Allow<UserActor> = {
  name: "signed in",
  public: false,
  permits: (actor) => actor.kind === "user",
};

/** Jobs of the product itself; a caller from outside is never one. */
export const system: Allow<SystemActor> = {
  name: "the system",
  public: false,
  permits: (actor) => actor.kind === "system",
};

/** Devices that opened a door link. What they send is believed by no other call, and no account may call these. */
export const atDoor: Allow<DoorActor> = {
  name: "a device at the door",
  public: false,
  permits: (actor) => actor.kind === "door",
};

/** Accounts of these roles. */
export const role = (...roles: readonly [Role, ...Role[]]): Allow<UserActor> => ({
  name: roles.join(" or "),
  public: false,
  permits: (actor): actor is UserActor => actor.kind === "user" && roles.includes(actor.role),
});

/**
 * Narrows the actor of `ctx` to what `allow` permits.
 * @throws `unauthorized` (401) for a caller who is not signed in, `forbidden` (403) for one who is,
 * `second_factor_required` (403) for an operator without one
 */
export function authorize<A extends Actor>(
  allow: Allow<A>,
  ctx: AppContext,
): asserts ctx is AppContext & AppContext<A> {
  if (allow.permits(ctx.actor)) return;
  if (ctx.actor.kind === "anonymous") throw platformErrors.unauthorized();
  const wouldBe = ctx.actor.kind === "user" && ctx.actor.lacksSecondFactor;
  throw wouldBe ? platformErrors.second_factor_required() : platformErrors.forbidden();
}
