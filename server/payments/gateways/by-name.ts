import type { PaymentGateway } from "../gateway.ts";
import { sandboxGateway } from "./sandbox.ts";
import { tossGateway } from "./toss.ts";

const gateways: readonly PaymentGateway[] = [sandboxGateway, tossGateway];
const find = (name: string) => gateways.find((known) => known.name === name);

/** The provider that a payment was opened at, which need not be the one that is configured now. */
export function gatewayOf(name: string): PaymentGateway {
  const gateway = find(name);
  if (!gateway) throw new Error(`no payment provider is called ${name}`);
  return gateway;
}

/** Whether the provider's callbacks change a payment; a provider that is gone is not trusted. */
export const trustsCallbacks = (name: string): boolean => find(name)?.trustsCallbacks ?? false;

/** The public key of a provider whose payment window opens on a page of ours; null for the others. */
export const clientKeyOf = (name: string): string | null => find(name)?.clientKey?.() ?? null;
