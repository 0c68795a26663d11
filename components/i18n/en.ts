import type { Translated } from "./catalogue.ts";
import { auth } from "./en/auth.ts";
import { catalog } from "./en/catalog.ts";
import { checkout } from "./en/checkout.ts";
import { error } from "./en/error.ts";
import { hold } from "./en/hold.ts";
import { line } from "./en/line.ts";
import { order } from "./en/order.ts";
import { payment } from "./en/payment.ts";
import { problem } from "./en/problem.ts";
import { sandboxPay } from "./en/sandbox-pay.ts";
import { shell } from "./en/shell.ts";
import { state } from "./en/state.ts";
import { ticket } from "./en/ticket.ts";
import { ui } from "./en/ui.ts";
import type { ko } from "./ko.ts";

export const en: Translated<typeof ko> = {
  auth,
  catalog,
  checkout,
  error,
  hold,
  line,
  order,
  payment,
  problem,
  sandboxPay,
  shell,
  state,
  ticket,
  ui,
};
