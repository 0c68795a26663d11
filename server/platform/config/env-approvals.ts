import { variable } from "#server/platform/config/env-declaration.ts";
import { flag, wholeNumber } from "#server/platform/config/env-schemas.ts";

/** What an operator may not do alone (docs/spec/operations.md#two-people). */
export const approvals = {
  APPROVE_REFUNDS_ABOVE: variable({
    schema: wholeNumber(0, 1_000_000_000).optional(),
    expects: "KRW, a whole number from 0 to 1000000000",
    unset:
      "operators refund any amount alone; else more than this, for one order or by one cancellation, needs a second one",
  }),
  APPROVE_CLOSING: variable({
    schema: flag.default(false),
    expects: "on or off",
    unset: "off; `on` asks a second operator where one ends or cancels a sale, or takes an event off sale",
  }),
};
