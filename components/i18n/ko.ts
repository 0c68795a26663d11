import { admin } from "./ko/admin.ts";
import { alert } from "./ko/alert.ts";
import { auth } from "./ko/auth.ts";
import { catalog } from "./ko/catalog.ts";
import { checkout } from "./ko/checkout.ts";
import { error } from "./ko/error.ts";
import { hold } from "./ko/hold.ts";
import { integration } from "./ko/integration.ts";
import { order } from "./ko/order.ts";
import { payment } from "./ko/payment.ts";
import { problem } from "./ko/problem.ts";
import { queue } from "./ko/queue.ts";
import { receiver } from "./ko/receiver.ts";
import { refund } from "./ko/refund.ts";
import { sandboxCoupang } from "./ko/sandbox-coupang.ts";
import { sandboxPay } from "./ko/sandbox-pay.ts";
import { shell } from "./ko/shell.ts";
import { state } from "./ko/state.ts";
import { ticket } from "./ko/ticket.ts";
import { transmission } from "./ko/transmission.ts";
import { ui } from "./ko/ui.ts";

/** The Korean catalogue, and the source of the key type: one file per area under `ko/`. */
export const ko = {
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
} as const;
