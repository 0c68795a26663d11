import { loginSessionMachine, personMachine } from "./auth/machine.ts";
import { holdMachine } from "./holds/machine.ts";
import { integrationSessionMachine } from "./integration/machine.ts";
import { orderMachine } from "./orders/machine.ts";
import { paymentMachine, refundMachine } from "./payments/machine.ts";
import { inventoryMachine } from "./seats/machine.ts";
import { shippingMachine } from "./shipping/machine.ts";
import { transmissionMachine } from "./transmissions/machine.ts";
import { waitlistEntryMachine } from "./waitlist/machine.ts";

/** Every machine, and the table whose `state` it governs; login sessions live in Redis. */
export const machines = [
  { machine: orderMachine, table: "orders" },
  { machine: paymentMachine, table: "payments" },
  { machine: refundMachine, table: "refunds" },
  { machine: shippingMachine, table: "shippings" },
  { machine: inventoryMachine, table: "seats" },
  { machine: holdMachine, table: "holds" },
  { machine: waitlistEntryMachine, table: "waitlist_entries" },
  { machine: transmissionMachine, table: "transmissions" },
  { machine: integrationSessionMachine, table: "integration_sessions" },
  { machine: personMachine, table: "users" },
  { machine: loginSessionMachine, table: null },
] as const;
