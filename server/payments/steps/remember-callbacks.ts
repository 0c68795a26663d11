import type { Tx } from "../../platform/operation/context.ts";
import { knownCallbacks, rememberCallbacks as remember } from "../store.ts";

/** Those of the webhooks that were taken in before. Asked with their payments locked, so two at once cannot both be new. */
export const takenIn = (tx: Tx, webhookIds: readonly string[]): Promise<Set<string>> =>
  knownCallbacks(tx, webhookIds);

interface TakenCallback {
  readonly webhookId: string;
  readonly pgPaymentId: string;
  readonly status: string;
  readonly outcome: string;
}

/** Keeps webhooks and what they led to for ever, so that one that comes again has no effect. */
export const rememberCallbacks = (tx: Tx, callbacks: readonly TakenCallback[]): void =>
  remember(tx, callbacks);
