import { auth, devices, loginEnded } from "../auth/messages.en.ts";
import { catalog } from "../buyer/catalog/messages.en.ts";
import { checkout, holdOver, outlook, purchaseBar } from "../buyer/checkout/messages.en.ts";
import { hold } from "../buyer/holds/messages.en.ts";
import { home } from "../buyer/home/messages.en.ts";
import { order, parcel } from "../buyer/orders/messages.en.ts";
import { payment, refundReason } from "../buyer/payments/messages.en.ts";
import { queue } from "../buyer/queue/messages.en.ts";
import { seats } from "../buyer/seats/messages.en.ts";
import { ticket } from "../buyer/tickets/messages.en.ts";
import { giveAway, transfer } from "../buyer/transfers/messages.en.ts";
import { waitlist } from "../buyer/waitlist/messages.en.ts";
import { accountLink, credentials, forgotPassword } from "../credentials/messages.en.ts";
import { design } from "../design/messages.en.ts";
import { door } from "../door/messages.en.ts";
import { error, problem } from "../errors/messages.en.ts";
import { csvFile } from "../files/messages.en.ts";
import { notification } from "../notifications/messages.en.ts";
import { alert } from "../operator/alerts/messages.en.ts";
import { approval } from "../operator/approvals/messages.en.ts";
import { audit } from "../operator/audit/messages.en.ts";
import { departments } from "../operator/departments/messages.en.ts";
import { health } from "../operator/health/messages.en.ts";
import { integration } from "../operator/integration/messages.en.ts";
import { adminOrder } from "../operator/orders/messages.en.ts";
import { person } from "../operator/people/messages.en.ts";
import { refund } from "../operator/refunds/messages.en.ts";
import { sales } from "../operator/sales/messages.en.ts";
import { admin } from "../operator/shell/messages.en.ts";
import { states } from "../operator/states/messages.en.ts";
import { destination, transmission } from "../operator/transmissions/messages.en.ts";
import { doors } from "../organizer/doors/messages.en.ts";
import { guestList } from "../organizer/guests/messages.en.ts";
import { organizer } from "../organizer/messages.en.ts";
import { seatMaps } from "../organizer/seat-maps/messages.en.ts";
import { privacyPolicy, refundPolicy, terms } from "../policies/messages.en.ts";
import { privacy } from "../privacy/messages.en.ts";
import { push } from "../push/messages.en.ts";
import { mailbox, receiver, sandboxCoupang, sandboxPay } from "../sandbox/messages.en.ts";
import { seatMap } from "../seat-map/messages.en.ts";
import { seatName } from "../seats/messages.en.ts";
import { connect, integrationReason } from "../seller/connect/messages.en.ts";
import { sellerSales } from "../seller/sales/messages.en.ts";

import { shell } from "../shell/messages.en.ts";
import { shippingDesk } from "../shipping/messages.en.ts";
import { state, stateReason } from "../states/messages.en.ts";
import { table } from "../table/messages.en.ts";
import { ui } from "../ui/messages.en.ts";
import type { ko } from "./ko.ts";
import type { Translated } from "./required.ts";

export const en: Translated<typeof ko> = {
  accountLink,
  admin,
  adminOrder,
  alert,
  approval,
  audit,
  auth,
  catalog,
  checkout,
  connect,
  credentials,
  departments,
  design,
  destination,
  devices,
  door,
  csvFile,
  doors,
  guestList,
  error,
  forgotPassword,
  giveAway,
  health,
  hold,
  home,
  holdOver,
  integration,
  integrationReason,
  loginEnded,
  mailbox,
  notification,
  organizer,
  order,
  parcel,
  outlook,
  payment,
  privacy,
  privacyPolicy,
  person,
  problem,
  purchaseBar,
  push,
  queue,
  receiver,
  refund,
  refundPolicy,
  refundReason,
  sales,
  sandboxCoupang,
  sandboxPay,
  seatMap,
  seatMaps,
  seatName,
  seats,
  sellerSales,
  shell,
  shippingDesk,
  state,
  stateReason,
  states,
  table,
  terms,
  ticket,
  transfer,
  transmission,
  ui,
  waitlist,
};
