import type { Translated } from "./catalogue.ts";
import { admin } from "./en/admin.ts";
import { alert } from "./en/alert.ts";
import { auth } from "./en/auth.ts";
import { catalog } from "./en/catalog.ts";
import { checkout } from "./en/checkout.ts";
import { error } from "./en/error.ts";
import { hold } from "./en/hold.ts";
import { integration } from "./en/integration.ts";
import { order } from "./en/order.ts";
import { payment } from "./en/payment.ts";
import { problem } from "./en/problem.ts";
import { queue } from "./en/queue.ts";
import { receiver } from "./en/receiver.ts";
import { refund } from "./en/refund.ts";
import { sandboxCoupang } from "./en/sandbox-coupang.ts";
import { sandboxPay } from "./en/sandbox-pay.ts";
import { shell } from "./en/shell.ts";
import { state } from "./en/state.ts";
import { ticket } from "./en/ticket.ts";
import { transmission } from "./en/transmission.ts";
import { ui } from "./en/ui.ts";
import type { ko } from "./ko.ts";

export const en: Translated<typeof ko> = {
  admin,
  alert,
  auth,
  catalog,
  checkout,
  error,
  hold,
  integration,
  queue,
  order,
  payment,
  problem,
  receiver,
  refund,
  sandboxCoupang,
  sandboxPay,
  shell,
  state,
  ticket,
  transmission,
  ui,
};
