import type { PaymentGateway } from "../gateway.ts";
import { sandboxGateway } from "./sandbox.ts";
import { tossGateway } from "./toss.ts";

const gateways: readonly PaymentGateway[] = [sandboxGateway, tossGateway];
const find = (name: string) => gateways.find((known) => known.name === name);

/** The provider that a payment was opened at, whichever is configured by now. */
export function gatewayOf(name: string): PaymentGateway {
  const gateway = find(name);
  if (!gateway) throw new Error(`no payment provider is called ${name}`);
  return gateway;
}

/** Whether what the provider calls back decides; a provider that is gone says nothing any more. */
export const callbacksDecide = (name: string): boolean => find(name)?.callbacksDecide ?? false;

/** The public key of a provider whose payment window opens on a page of ours; null for the others. */
export const clientKeyOf = (name: string): string | null => find(name)?.clientKey?.() ?? null;
