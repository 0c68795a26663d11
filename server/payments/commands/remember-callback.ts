import type { Tx } from "../../platform/context.ts";
import { isCallbackKnown, rememberCallback as remember } from "../store.ts";

/** Whether this webhook was taken in before. Asked with its payment's row locked, so two at once cannot both be new. */
export const wasTakenIn = (tx: Tx, webhookId: string): Promise<boolean> => isCallbackKnown(tx, webhookId);

/** Remembers a webhook and what it came to, for ever (SPEC 5). */
export const rememberCallback = (
  tx: Tx,
  callback: {
    readonly webhookId: string;
    readonly pgPaymentId: string;
    readonly status: string;
    readonly outcome: string;
  },
): Promise<boolean> => remember(tx, callback);
