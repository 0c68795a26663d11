import type { PaymentGateway } from "../gateway.ts";
import { sandboxGateway } from "./sandbox.ts";

const gateways: readonly PaymentGateway[] = [sandboxGateway];

/** The provider that a payment was opened at, whichever is configured by now. */
export function gatewayOf(name: string): PaymentGateway {
  const gateway = gateways.find((known) => known.name === name);
  if (!gateway) throw new Error(`no payment provider is called ${name}`);
  return gateway;
}
