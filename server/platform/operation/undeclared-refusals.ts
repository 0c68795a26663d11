import type { AppContext } from "./context.ts";
import { errorRegistry, type Refuse } from "./errors.ts";

type Listener = (ctx: AppContext, operation: string, reason: string) => void;

/** The documentation that clients read is printed from `refuses`: what is missing there makes it untrue. */
let listener: Listener = ({ log, traceId }, operation, reason) =>
  log.error({ traceId, action: operation, outcome: "undeclared_refusal", reason });

/** Has tests hear of undeclared refusals, which they fail by. */
export function onUndeclaredRefusal(listen: Listener): void {
  listener = listen;
}

/** Reports a refusal that its operation does not declare. Those of the platform can meet any call. */
export function checkDeclared(
  ctx: AppContext,
  operation: { readonly id: string; readonly refuses?: readonly Refuse[] },
  reason: string,
): void {
  if (errorRegistry.get(reason)?.domain === "platform") return;
  if (!operation.refuses?.some((declared) => declared.reason === reason)) listener(ctx, operation.id, reason);
}
