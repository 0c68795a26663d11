import { loginSessionMachine, personMachine } from "#server/auth/machine.ts";
import { holdMachine } from "#server/holds/machine.ts";
import { integrationSessionMachine } from "#server/integration/machine.ts";
import { orderMachine } from "#server/orders/machine.ts";
import { paymentMachine, refundMachine } from "#server/payments/machine.ts";
import { inventoryMachine } from "#server/seats/machine.ts";
import { shippingMachine } from "#server/shipping/machine.ts";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { waitlistEntryMachine } from "#server/waitlist/machine.ts";

/** Every machine, in the order of the page. */
export const drawnMachines = [
  orderMachine,
  paymentMachine,
  refundMachine,
  shippingMachine,
  holdMachine,
  waitlistEntryMachine,
  inventoryMachine,
  transmissionMachine,
  integrationSessionMachine,
  personMachine,
  loginSessionMachine,
] as const;

type MachineName = (typeof drawnMachines)[number]["name"];

/** The lists of what is in one state, before the state's name; what is not here has no list. */
const LISTS: Partial<Record<MachineName, string>> = {
  order: "/admin/orders?state=",
  payment: "/admin/states/payment?state=",
  refund: "/admin/refunds?state=",
  shipping: "/admin/shipping?state=",
  hold: "/admin/states/hold?state=",
  transmission: "/admin/transmissions?status=",
  integrationSession: "/admin/states/integrationSession?state=",
  person: "/admin/people?state=",
};

/** Where the things in a state are listed. */
export const hrefOfState = (machine: MachineName, state: string): string | undefined => {
  const list = LISTS[machine];
  return list && `${list}${state}`;
};
