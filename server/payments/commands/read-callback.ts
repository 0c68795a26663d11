import type { PaymentCallback } from "../contract.ts";
import type { SignedWebhook } from "../gateway.ts";
import { sandboxGateway } from "../gateways/sandbox.ts";

export { SignedWebhook } from "../gateway.ts";

/** What the configured provider says, once its signature is checked. Throws `bad_signature`, `invalid_argument`. */
export const readCallback = (webhook: SignedWebhook): PaymentCallback => sandboxGateway.readCallback(webhook);
