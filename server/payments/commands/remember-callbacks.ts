import type { Tx } from "../../platform/context.ts";
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

/** Remembers webhooks and what they came to, for ever (SPEC 5). */
export const rememberCallbacks = (tx: Tx, callbacks: readonly TakenCallback[]): void =>
  remember(tx, callbacks);
