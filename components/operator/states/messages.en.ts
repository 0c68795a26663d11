import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const states: Translated<typeof ko.states> = {
  title: "States",
  lead: "The states that orders, payments, holds and the like pass through, and how many are in each now.",
  behind:
    "Steps that piled up while the jobs stood still are being counted, so the numbers are not exact yet.",
  machines: {
    order: "Order",
    payment: "Payment",
    refund: "Refund",
    shipping: "Shipping",
    inventory: "Stock",
    hold: "Hold",
    waitlistEntry: "Waiting list entry",
    transmission: "Transmission",
    integrationSession: "Seller connection",
    person: "Person",
    loginSession: "Login",
  },
  notes: {
    inventory: "The numbers are tickets.",
    loginSession: "Logins are kept apart and are not counted. See them on a person's page.",
    person: "Active people are counted once a minute.",
  },
  state: "State",
  count: "Count",
  oldest: "Oldest",
  next: "Next states",
  end: "End",
  uncounted: "Not counted",
  none: "None",
  list: {
    title: "{machine} list",
    back: "States",
    thing: "ID",
    buyer: "Person",
    madeAt: "Made",
    empty: "Nothing is in this state",
  },
};
