import { anAccount, newEmail, noPasskey, PASSWORD, passkeyId } from "./accounts.ts";
import { newKey, newVendorId } from "./given.ts";
import { photo } from "./pictures.ts";
import { subscribedBrowser } from "./push-service.ts";
import {
  ADMINS,
  EVERYONE,
  FORBIDDEN,
  ITS_BUYER,
  ITS_BUYER_OR_ADMIN,
  ITS_HOLDER,
  ITS_OWNER,
  ITS_OWNER_OR_ADMIN,
  ITS_SELLER_OR_ADMIN,
  SELLERS,
  SHOWN_TO_ITS_SELLER,
  SIGNED_IN,
  STREAM_FOR_EVERYONE,
  UNPROVEN,
  WITH_THE_LINK,
  WITH_THE_LINK_AND_LOGIN,
  WITH_THEIR_PASSWORD,
} from "./rights.ts";
import { DOORS } from "./rights-doors.ts";
import { type Row, row } from "./rights-row.ts";

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
const newSession = () => ({
  ...{ startsAt: inHours(72), salesOpenAt: inHours(1), salesCloseAt: inHours(71) },
  ...{ price: 1000, totalStock: 10 },
});
const newEvent = () => ({ title: "첫눈", description: "겨울", venue: "서울" });
const reason = "for the test";
const noLink = () => ({ token: "made up" });

const ACCOUNTS: readonly Row[] = [
  row("POST /api/auth/signup", EVERYONE, () => ({ email: newEmail(), password: PASSWORD })),
  row("POST /api/auth/login", EVERYONE, async () => ({
    ...{ email: (await anAccount()).email, password: PASSWORD },
  })),
  row("POST /api/auth/passkey", UNPROVEN, () => ({ answer: noPasskey })),
  row("auth.beginPasskeyProof", UNPROVEN),
  row("auth.proveWithPasskey", WITH_THEIR_PASSWORD, () => ({ answer: noPasskey })),
  row("credentials.addPasskey", WITH_THEIR_PASSWORD, () => ({ answer: noPasskey, name: "phone" })),
  row("credentials.renamePasskey", ITS_BUYER, async (t) => ({ passkeyId: await t.passkey(), name: "phone" })),
  row("credentials.removePasskey", WITH_THEIR_PASSWORD, () => ({ passkeyId, password: "not theirs" })),
  row("POST /api/auth/refresh", UNPROVEN, () => ({ refreshToken: "of nobody" })),
  row("POST /api/auth/logout", EVERYONE),
  row("auth.me | auth.beginPasskeyLogin | GET /api/tickets/keys", EVERYONE),
  row("auth.myLoginSessions | auth.myPasskeys", SIGNED_IN),
  row("auth.setLanguage", SIGNED_IN, () => ({ language: "en" })),
  row("auth.endLoginSession", ITS_BUYER, async (t) => ({ loginSessionId: (await t.loginSession()).id })),
  row("auth.confirmSecondFactor | auth.proveSecondFactor", WITH_THEIR_PASSWORD, () => ({ code: "000000" })),
  row("auth.removeSecondFactor", WITH_THEIR_PASSWORD, () => ({ password: "not theirs", code: "000000" })),
  row("credentials.mine | credentials.askVerification | auth.mySecondFactor", SIGNED_IN),
  row("credentials.askPasswordReset", EVERYONE, () => ({ email: newEmail() })),
  row("credentials.readLink | credentials.verifyEmail | credentials.undoEmailChange", WITH_THE_LINK, noLink),
  row("credentials.resetPassword", WITH_THE_LINK, () => ({ token: "made up", password: PASSWORD })),
  row("credentials.changeEmail", WITH_THE_LINK_AND_LOGIN, noLink),
  row("credentials.changePassword", WITH_THEIR_PASSWORD, () => ({
    ...{ password: "not theirs", newPassword: PASSWORD },
  })),
  row("credentials.askEmailChange", WITH_THEIR_PASSWORD, () => ({
    ...{ email: newEmail(), password: "not theirs" },
  })),
  row("privacy.erasure | GET /api/me/erasure", SIGNED_IN),
  row("privacy.copy | POST /api/me/data", SIGNED_IN),
  row(
    "auth.beginSecondFactor | auth.beginAddingPasskey | privacy.erase | POST /api/me/erase",
    WITH_THEIR_PASSWORD,
    () => ({
      password: "not theirs",
    }),
  ),
  row("auth.loginSessionsOfUser | auth.endLoginSessions", ADMINS, ({ spare: { userId } }) => ({ userId })),
  row("auth.moveLoginSession", ADMINS, async (t) => ({
    ...{ loginSessionId: (await t.loginSession()).id, to: "REVOKED", reason },
  })),
  row("auth.person | GET /api/admin/users", ADMINS, ({ emailOfSpare: email }) => ({ email })),
  row("auth.movePerson | PATCH /api/admin/users/:userId/state", ADMINS, ({ spare: { userId } }) => ({
    ...{ userId, to: "SUSPENDED", reason },
  })),
  row("auth.grantRole | PATCH /api/admin/users/:userId/role", ADMINS, ({ spare: { userId } }) => ({
    ...{ userId, role: "SELLER" },
  })),
];

const CATALOG: readonly Row[] = [
  row("catalog.listEvents | GET /api/events", EVERYONE),
  row("catalog.getEvent | GET /api/events/:eventId", EVERYONE, (t) => t.event()),
  row("catalog.getEvent | GET /api/events/:eventId", SHOWN_TO_ITS_SELLER, async (t) => ({
    eventId: (await t.draft()).id,
  })),
  row("shop.browseEvents", EVERYONE, () => ({ section: "ON_SALE" })),
  row("shop.listPlaces", EVERYONE),
  row("catalog.listEventSessions | GET /api/events/:eventId/sessions", EVERYONE, (t) => t.event()),
  row("catalog.getEventSession", EVERYONE, async (t) => ({ eventSessionId: (await t.sale()).id })),
  row("catalog.listManagedEvents | GET /api/admin/events", SELLERS),
  row("catalog.getManagedEvent | GET /api/admin/events/:eventId", ITS_SELLER_OR_ADMIN, (t) => t.event()),
  row("POST /api/admin/posters", SELLERS, async () => ({ body: await photo({ width: 400, height: 400 }) })),
  row("seatMaps.list | GET /api/admin/seat-maps", SELLERS),
  row("seatMaps.create | POST /api/admin/seat-maps", SELLERS, () => ({ name: "대극장", venue: "서울" })),
  row(
    "seatMaps.get | seatMaps.drawing | GET /api/admin/seat-maps/:seatMapId | GET /api/admin/seat-maps/:seatMapId/drawing | GET /api/admin/seat-maps/:seatMapId/csv",
    ITS_SELLER_OR_ADMIN,
    (t) => t.seatMap(),
  ),
  row("POST /api/admin/seat-maps/:seatMapId/csv", ITS_SELLER_OR_ADMIN, async (t) => ({
    ...(await t.seatMap()),
    body: new TextEncoder().encode("section,row,number,price\nR,1,1,1000\n"),
    headers: { "content-type": "text/csv", "if-match": "1" },
  })),
  row(
    "seatMaps.update | PATCH /api/admin/seat-maps/:seatMapId | seatMaps.remove | DELETE /api/admin/seat-maps/:seatMapId",
    ITS_SELLER_OR_ADMIN,
    async (t) => ({ ...(await t.seatMap()), readVersion: 1 }),
  ),
  row("GET /api/posters/:posterId/:file", EVERYONE, (t) => t.posterFile()),
  row("catalog.createEvent | POST /api/admin/events", SELLERS, newEvent),
  row("catalog.updateEvent | PATCH /api/admin/events/:eventId", ITS_SELLER_OR_ADMIN, async (t) => ({
    ...{ ...(await t.event()), title: "첫눈, 다시", reason },
  })),
  row(
    "catalog.createEventSession | POST /api/admin/events/:eventId/sessions",
    ITS_SELLER_OR_ADMIN,
    async (t) => ({
      ...{ ...(await t.event()), ...newSession() },
    }),
  ),
  row("catalog.updateEventSession | PATCH /api/admin/sessions/:id", ITS_SELLER_OR_ADMIN, async (t) => ({
    ...{ id: (await t.sale()).id, addStock: 1, reason },
  })),
  row("cancellations.list | GET /api/admin/events/:eventId/cancellations", ITS_SELLER_OR_ADMIN, (t) =>
    t.event(),
  ),
  row(
    "cancellations.cancelEvent | POST /api/admin/events/:eventId/cancel",
    ITS_SELLER_OR_ADMIN,
    async (t) => ({
      ...{ ...(await t.event()), reason },
    }),
  ),
  row(
    "cancellations.cancelEventSession | POST /api/admin/sessions/:id/cancel",
    ITS_SELLER_OR_ADMIN,
    async (t) => ({
      ...{ id: (await t.sale()).id, reason },
    }),
  ),
];

const PURCHASE: readonly Row[] = [
  row("queue.join | POST /api/queue/token", SIGNED_IN, async (t) => ({ sessionId: (await t.sale()).id })),
  row("queue.mine", SIGNED_IN, async (t) => ({ sessionId: (await t.sale()).id })),
  row("queue.status | GET /api/queue/status", ITS_HOLDER, (t) => t.place()),
  row("queue.leave | DELETE /api/queue/token", ITS_HOLDER, (t) => t.place()),
  row("queue.serving | GET /api/queue/serving", EVERYONE, async (t) => ({ sessionId: (await t.sale()).id })),
  row("queue.watch", STREAM_FOR_EVERYONE, async (t) => ({ eventSessionId: (await t.sale()).id })),
  row("checkout.hold | POST /api/reservations/hold", ITS_HOLDER, async (t) => ({
    ...{ ...(await t.admission()), quantity: 1 },
  })),
  row("checkout.purchase | GET /api/reservations/hold/:holdId", ITS_BUYER, async (t) => ({
    holdId: (await t.hold()).holdId,
  })),
  row("holds.changeSeats | PATCH /api/reservations/hold/:holdId", ITS_BUYER, (t) => t.changeOfSeats()),
  row("holds.release | DELETE /api/reservations/hold/:holdId", ITS_BUYER, async (t) => ({
    holdId: (await t.hold()).holdId,
  })),
  row("holds.seats | GET /api/sessions/:id/seats", EVERYONE, async (t) => ({ id: (await t.sale()).id })),
  row("holds.seatStates | GET /api/sessions/:id/seats/states", EVERYONE, async (t) => ({
    id: (await t.hall()).id,
  })),
  row("holds.watchSeats", STREAM_FOR_EVERYONE, async (t) => ({ id: (await t.hall()).id })),
  row("GET /api/sessions/:id/seats/drawing", EVERYONE, async (t) => {
    const { id, drawingVersion: version } = await t.hall();
    return { id, version };
  }),
  row("waitlist.join | POST /api/waitlist", SIGNED_IN, async (t) => t.wish()),
  row(
    "waitlist.leave | DELETE /api/waitlist/:entryId | waitlist.accept | POST /api/waitlist/:entryId/accept | waitlist.decline | POST /api/waitlist/:entryId/decline",
    ITS_BUYER,
    async (t) => ({ entryId: (await t.offer()).id }),
  ),
  row("holds.active | waitlist.ofSession", SIGNED_IN, async (t) => ({ sessionId: (await t.sale()).id })),
  row("checkout.underWay | GET /api/me/purchases | waitlist.mine | GET /api/me/waitlist", SIGNED_IN),
  row("checkout.checkOut | POST /api/payments/checkout", ITS_BUYER, async (t) => ({
    ...{ holdId: (await t.hold()).holdId, method: "CARD" },
  })),
  row("checkout.confirmPayment | POST /api/payments/confirm", ITS_BUYER, async (t) => {
    const { orderId, amountKrw: amount } = await t.paidOrder();
    return { orderId, amount, paymentKey: newKey() };
  }),
  row("POST /api/payments/webhooks/toss", EVERYONE, () => ({ eventType: "CANCEL_STATUS_CHANGED" })),
  row("POST /api/payments/callback", UNPROVEN, async (t) => ({
    ...{ pgPaymentId: (await t.checkout()).pgPaymentId, status: "SUCCESS" },
  })),
  row("GET /api/payments/:paymentId", ITS_BUYER_OR_ADMIN, async (t) => ({
    paymentId: (await t.paidOrder()).paymentId,
  })),
  row("checkout.myOrders | GET /api/me/orders", SIGNED_IN),
  row("checkout.order | GET /api/me/orders/:id", ITS_BUYER_OR_ADMIN, async (t) => ({
    id: (await t.paidOrder()).orderId,
  })),
  row("checkout.cancel | POST /api/orders/:id/cancel", ITS_BUYER_OR_ADMIN, async (t) => ({
    id: (await t.paidOrder()).orderId,
  })),
  row("fulfillment.move | PATCH /api/admin/shippings/:id", ITS_SELLER_OR_ADMIN, async (t) => ({
    ...{ id: (await t.shipping()).id, to: "preparing" },
  })),
  row("fulfillment.moveMany | POST /api/admin/shippings/moves", SELLERS, async (t) => ({
    ...{ ids: [(await t.shipping()).id], to: "preparing" },
  })),
  row(
    "fulfillment.correctTracking | PATCH /api/admin/shippings/:id/tracking",
    ITS_SELLER_OR_ADMIN,
    async (t) => ({ id: (await t.shippedParcel()).id, carrier: "POST", trackingNumber: "6000000000001" }),
  ),
  row("fulfillment.readAddresses", ITS_SELLER_OR_ADMIN, async (t) => ({
    ...{ ids: [(await t.shipping()).id], purpose: "look" },
  })),
  // Another seller's file is read, and the order in it is unknown to them.
  row("POST /api/admin/shippings/tracking", SELLERS, async (t) => ({
    ...{ body: await t.trackingFile(), headers: { "content-type": "text/csv" } },
  })),
  row("reports.shippings | reports.shippingCounts", SELLERS),
  row("GET /api/exports/shippings | GET /api/exports/shipping-addresses", SELLERS),
  row("reports.shipping", ITS_SELLER_OR_ADMIN, async (t) => ({ id: (await t.shipping()).id })),
  row("tickets.mine | transfers.open | GET /api/me/tickets", SIGNED_IN),
  row("GET /api/me/tickets/:ticketId/wallets/:wallet", ITS_BUYER, (t) => t.walletTicket()),
  row("POST /api/tickets/check-in", ITS_SELLER_OR_ADMIN, async (t) => ({
    ...{ qr: (await t.ticket()).qr, gate: "A" },
  })),
  row("transfers.offer | transfers.withdraw", ITS_BUYER, (t) => t.offered()),
  row("transfers.accept | transfers.get", SIGNED_IN, (t) => t.link()),
  row("notifications.mine | notifications.unread | notifications.readAll | notifications.watch", SIGNED_IN),
  row("notifications.myDepartments | notifications.notices | push.devices", SIGNED_IN),
  row("notifications.opening | notifications.askOpening | notifications.dropOpening", SIGNED_IN, (t) =>
    t.opening(),
  ),
  row("notifications.turn | notifications.askTurn | notifications.dropTurn", SIGNED_IN, (t) => t.queue()),
  row("notifications.chooseNotices", SIGNED_IN, () => ({ notice: "change", byEmail: true, byPush: false })),
  row("push.subscribe", SIGNED_IN, () => subscribedBrowser("https://fcm.googleapis.com").subscription),
  row("push.removeDevice", ITS_BUYER, async (t) => ({ id: (await t.pushDevice()).id })),
  row("notifications.read", ITS_BUYER, async (t) => ({ id: (await t.notification()).id })),
];

const SELLING: readonly Row[] = [
  row("integration.start | POST /api/integration/session", SIGNED_IN, () => ({ vendorId: newVendorId() })),
  row("integration.session | GET /api/integration/session/:id", ITS_OWNER_OR_ADMIN, async (t) => ({
    id: (await t.integration()).id,
  })),
  row("integration.watch", ITS_OWNER_OR_ADMIN, async (t) => ({ id: (await t.integration()).id })),
  row("integration.enterDetails", ITS_OWNER, async (t) => {
    const { id, vendorId } = await t.integration();
    return { id, vendorId };
  }),
  row("integration.move | PATCH /api/integration/session/:id/status", ITS_OWNER_OR_ADMIN, async (t) => ({
    ...{ id: (await t.integration()).id, status: "CANCELLED", reason },
  })),
  row("integration.connectWithKeys", SIGNED_IN, () => {
    const vendorId = newVendorId();
    return { vendorId, accessKey: `${vendorId}-key`, secretKey: "secret-of-the-vendor" };
  }),
  row("integration.myAccounts", SIGNED_IN),
  row("integration.myRunning", SIGNED_IN),
  row("integration.disconnect", ITS_OWNER, async (t) => ({ id: (await t.account()).id })),
  row("integration.overview | integration.accounts", ADMINS),
  row("integration.history", ADMINS, async (t) => ({ id: (await t.integration()).id })),
  row("integration.releasePhoneLine | POST /api/admin/phone-lines/:id/release", ADMINS, async (t) => ({
    ...{ id: (await t.phoneLine()).id, reason },
  })),
  row("integration.releaseAccount", ADMINS, async (t) => ({ id: (await t.account()).id, reason })),
  row("POST /api/integration/inbound/sms | POST /api/integration/inbound/email", UNPROVEN, () => ({
    ...{
      messageId: newKey(),
      to: "+821000000000",
      from: "1577-7011",
      text: "111111",
      receivedAt: inHours(0),
    },
  })),
];

const OPERATIONS: readonly Row[] = [
  row("checkout.refund | POST /api/admin/orders/:id/refunds", ADMINS, async (t) => ({
    id: (await t.paidOrder()).orderId,
    note: reason,
  })),
  row("checkout.askProvider", ADMINS, async (t) => ({ paymentId: (await t.checkout()).paymentId })),
  row("checkout.decidePayment | POST /api/admin/payments/:paymentId/decision", ADMINS, async (t) => ({
    ...{ paymentId: (await t.unknownPayment()).paymentId, outcome: "paid", reason, evidence: reason },
  })),
  row("payments.closeRefund | POST /api/admin/refunds/:refundId/close", ADMINS, async (t) => ({
    ...{ refundId: (await t.refusedRefund()).id, note: reason },
  })),
  row("approvals.list | GET /api/admin/approvals", ADMINS),
  row("approvals.ask | POST /api/admin/approvals", ADMINS, async (t) => ({
    ...{ kind: "refund", id: (await t.paidOrder()).orderId, note: reason },
  })),
  row("approvals.decide | POST /api/admin/approvals/:id/decision", ADMINS, async (t) => ({
    ...{ id: (await t.approval()).id, outcome: "approved", note: reason },
  })),
  row("GET /api/admin/refunds", ADMINS),
  row("payments.askRefundAgain | POST /api/admin/refunds/:refundId/ask-again", ADMINS, async (t) => ({
    refundId: (await t.refund()).id,
  })),
  row("orders.addNote", ADMINS, async (t) => ({ id: (await t.paidOrder()).orderId, note: reason })),
  row("notifications.sendOrderMail", ADMINS, async (t) => ({ id: (await t.paidOrder()).orderId })),
  row("notifications.addMember | notifications.removeMember", ADMINS, ({ people: { admin } }) => ({
    ...{ userId: admin?.userId, department: "finance" },
  })),
  row("notifications.choose", ADMINS, async (t) => ({
    ...{ department: await t.departmentOfAdmin(), inApp: true, byEmail: false },
  })),
  row("alerts.list | alerts.owners | health.history | notifications.departments", ADMINS),
  row("alerts.acknowledge", ADMINS, async (t) => ({ id: (await t.alert()).id, note: reason })),
  row("alerts.end", ADMINS, async (t) => ({ id: (await t.alert()).id })),
  row("transmissions.list | GET /api/admin/transmissions", ADMINS),
  row("transmissions.count | transmissions.summary", ADMINS),
  row("transmissions.get | GET /api/admin/transmissions/:id", ADMINS, async (t) => ({
    id: (await t.deadTransmission()).id,
  })),
  row("transmissions.replay | POST /api/admin/transmissions/:id/replay", ADMINS, async (t) => ({
    id: (await t.deadTransmission()).id,
  })),
  row("transmissions.replayMatching", ADMINS, async (t) => ({
    ...{ search: (await t.deadTransmission()).aggregateId, expected: 1 },
  })),
  row("transmissions.resolve", ADMINS, async (t) => ({ id: (await t.deadTransmission()).id, note: reason })),
  row("transmissions.resume", ADMINS, () => ({ destination: "data-platform" })),
  row("sales.now | reports.orders | reports.unknownPayments | reports.refunds", ADMINS),
  row("reports.audit | audit.checkSeals | GET /api/exports/audit", ADMINS),
  row("sales.get", ADMINS, async (t) => ({ eventSessionId: (await t.sale()).id })),
  row("sales.history", ADMINS, async (t) => ({ eventSessionId: (await t.sale()).id, range: "day" })),
  row("reports.sessionSales | GET /api/exports/session-sales", SELLERS),
  row("reports.salesOfSession", ITS_SELLER_OR_ADMIN, async (t) => ({ eventSessionId: (await t.sale()).id })),
  row("reports.attendees | GET /api/exports/attendees", ITS_SELLER_OR_ADMIN, async (t) => ({
    session: (await t.sale()).id,
  })),
  row("reports.states | reports.payments | reports.holds | reports.integrationSessions", ADMINS),
  row("reports.people | GET /api/exports/people", ADMINS),
  row("reports.person", ADMINS, ({ spare: { userId: id } }) => ({ id })),
  row("reports.find", ADMINS, () => ({ text: "x" })),
  row("reports.order", ADMINS, async (t) => ({ id: (await t.paidOrder()).orderId })),
  row(
    "GET /api/exports/orders | GET /api/exports/unknown-payments | GET /api/exports/refunds | GET /api/exports/transmissions",
    ADMINS,
  ),
];

/** The app as a machine, and the companies that its sandbox plays: their pages are for everyone who has the address. */
const MACHINE: readonly Row[] = [
  row("GET /api/health | GET /api/health/live | GET /api/health/ready", EVERYONE),
  row("GET /api/metrics", FORBIDDEN),
  row("GET /api/openapi.json | GET /api/docs | GET /api/docs/start.js", EVERYONE),
  row("GET /api/docs/swagger-ui.css | GET /api/docs/swagger-ui-bundle.js", EVERYONE),
  row("GET /api/docs/favicon-32x32.png", EVERYONE),
  row("GET /api/inngest | PUT /api/inngest | POST /api/inngest", UNPROVEN),
  row("POST /api/sandbox/data-platform", UNPROVEN),
  row("sandbox.payment", EVERYONE, async (t) => ({ ticket: ticketOf(await t.checkout()) })),
  row("sandbox.play", EVERYONE, async (t) => ({ ticket: ticketOf(await t.checkout()), act: "fail" })),
  row("sandbox.coupang", EVERYONE, () => ({ vendorId: newVendorId() })),
  row("sandbox.sendCode", EVERYONE, () => ({
    ...{ vendorId: newVendorId(), channel: "sms", to: "+821000000000", fault: "never" },
  })),
  row("sandbox.enterCode", EVERYONE, () => ({
    ...{ vendorId: newVendorId(), channel: "sms", code: "111111" },
  })),
  row("sandbox.mailbox", SIGNED_IN),
  row("sandbox.receiver", ADMINS),
  row("sandbox.setReceiver", ADMINS, () => ({ mode: "normal" })),
];

const ticketOf = ({ paymentSessionUrl }: { readonly paymentSessionUrl: string }): string =>
  paymentSessionUrl.split("/").at(-1) ?? "";

/** Who may call what, by hand: it is compared with what every door does. */
export const TABLE: readonly Row[] = [
  ...ACCOUNTS,
  ...CATALOG,
  ...PURCHASE,
  ...SELLING,
  ...DOORS,
  ...OPERATIONS,
  ...MACHINE,
];
