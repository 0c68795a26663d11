import { auth, devices, loginEnded } from "../auth/messages.ko.ts";
import { catalog } from "../buyer/catalog/messages.ko.ts";
import { checkout, holdOver, outlook, purchaseBar } from "../buyer/checkout/messages.ko.ts";
import { hold } from "../buyer/holds/messages.ko.ts";
import { home } from "../buyer/home/messages.ko.ts";
import { order, parcel } from "../buyer/orders/messages.ko.ts";
import { payment, refundReason } from "../buyer/payments/messages.ko.ts";
import { queue } from "../buyer/queue/messages.ko.ts";
import { seats } from "../buyer/seats/messages.ko.ts";
import { ticket } from "../buyer/tickets/messages.ko.ts";
import { giveAway, transfer } from "../buyer/transfers/messages.ko.ts";
import { waitlist } from "../buyer/waitlist/messages.ko.ts";
import { accountLink, credentials, forgotPassword } from "../credentials/messages.ko.ts";
import { design } from "../design/messages.ko.ts";
import { door } from "../door/messages.ko.ts";
import { error, problem } from "../errors/messages.ko.ts";
import { csvFile } from "../files/messages.ko.ts";
import { notification } from "../notifications/messages.ko.ts";
import { alert } from "../operator/alerts/messages.ko.ts";
import { approval } from "../operator/approvals/messages.ko.ts";
import { audit } from "../operator/audit/messages.ko.ts";
import { departments } from "../operator/departments/messages.ko.ts";
import { health } from "../operator/health/messages.ko.ts";
import { integration } from "../operator/integration/messages.ko.ts";
import { adminOrder } from "../operator/orders/messages.ko.ts";
import { person } from "../operator/people/messages.ko.ts";
import { refund } from "../operator/refunds/messages.ko.ts";
import { sales } from "../operator/sales/messages.ko.ts";
import { admin } from "../operator/shell/messages.ko.ts";
import { states } from "../operator/states/messages.ko.ts";
import { destination, transmission } from "../operator/transmissions/messages.ko.ts";
import { doors } from "../organizer/doors/messages.ko.ts";
import { guestList } from "../organizer/guests/messages.ko.ts";
import { organizer } from "../organizer/messages.ko.ts";
import { seatMaps } from "../organizer/seat-maps/messages.ko.ts";
import { privacyPolicy, refundPolicy, terms } from "../policies/messages.ko.ts";
import { privacy } from "../privacy/messages.ko.ts";
import { push } from "../push/messages.ko.ts";
import { mailbox, receiver, sandboxCoupang, sandboxPay } from "../sandbox/messages.ko.ts";
import { seatMap } from "../seat-map/messages.ko.ts";
import { seatName } from "../seats/messages.ko.ts";
import { connect, integrationReason } from "../seller/connect/messages.ko.ts";
import { sellerSales } from "../seller/sales/messages.ko.ts";

import { shell } from "../shell/messages.ko.ts";
import { shippingDesk } from "../shipping/messages.ko.ts";
import { state, stateReason } from "../states/messages.ko.ts";
import { table } from "../table/messages.ko.ts";
import { ui } from "../ui/messages.ko.ts";

export const ko = {
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
