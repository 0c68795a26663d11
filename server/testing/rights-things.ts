import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { eventSessions } from "#db/schema/catalog.ts";
import { marketplaceAccounts } from "#db/schema/integration.ts";
import { notifications } from "#db/schema/notifications.ts";
import { refunds } from "#db/schema/payments.ts";
import { shippings } from "#db/schema/shipping.ts";
import { tickets } from "#db/schema/tickets.ts";
import { raiseAlerts } from "#server/alerts/steps/raise-alerts.ts";
import { askApproval } from "#server/approvals/commands/ask-approval.ts";
import { movePerson } from "#server/auth/commands/move-person.ts";
import { myLoginSessions } from "#server/auth/queries.ts";
import { createEvent } from "#server/catalog/commands/create-event.ts";
import { cancelOrder } from "#server/checkout/commands/cancel-order.ts";
import { createDoorLink } from "#server/doors/commands/create-door-link.ts";
import { addGuest } from "#server/guests/commands/add-guest.ts";
import { addDepartmentMember } from "#server/notifications/commands/add-department-member.ts";
import { sendNotifications } from "#server/notifications/commands/send-notifications.ts";
import { finishRefunds } from "#server/payments/steps/finish-refunds.ts";
import { markUnknown } from "#server/payments/store.ts";
import { onlyRow } from "#server/platform/database/rows.ts";
import { inTransaction } from "#server/platform/database/transaction.ts";
import { systemContext } from "#server/platform/operation/context.ts";
import { PosterFiles } from "#server/posters/contract.ts";
import { subscribePush } from "#server/push/commands/subscribe-push.ts";
import { createSeatMap } from "#server/seat-maps/commands/create-seat-map.ts";
import { offerTransfer } from "#server/transfers/commands/offer-transfer.ts";
import { givenPasskey } from "./accounts.ts";
import { type Client, clients } from "./clients.ts";
import { given, givenAddress, newKey } from "./given.ts";
import { givenHall } from "./halls.ts";
import { givenPhoneLines, givenSeller } from "./integration.ts";
import { moveParcel } from "./paper.ts";
import { photo } from "./pictures.ts";
import { upload } from "./posters.ts";
import { subscribedBrowser } from "./push-service.ts";
import type { Caller } from "./rights.ts";
import { deliver, givenMessages, receiver, transmissionsOf } from "./transmissions.ts";
import { givenOffer, givenSoldOut } from "./waitlist.ts";

/** New people of every kind, logged in but for the anonymous one, and the things of theirs that calls are about. */
export async function givenThings() {
  const [[buyer, otherBuyer, spare], [seller, otherSeller], [admin, suspended]] = await Promise.all([
    clients(3) as Promise<[Client, Client, Client]>,
    clients(2, "SELLER") as Promise<[Client, Client]>,
    clients(2, "ADMIN") as Promise<[Client, Client]>,
  ]);
  await movePerson(admin.ctx(), { userId: suspended.userId, to: "SUSPENDED" });
  const people: Readonly<Record<Caller, Client | undefined>> = {
    ...{ anonymous: undefined, suspended, buyer, otherBuyer, seller, otherSeller, admin },
  };
  return { people, spare, ...thingsOf({ buyer, seller, spare, admin }) };
}
export type Things = Awaited<ReturnType<typeof givenThings>>;

type Owners = Readonly<Record<"buyer" | "seller" | "spare" | "admin", Client>>;

function thingsOf({ buyer, seller, spare, admin }: Owners) {
  /** The seller's, which starts soon enough for its doors to be open. */
  const sale = () => given.saleOpen({ by: seller, stock: 100, startsInHours: 5 });
  async function refund() {
    const { orderId, paymentId } = await paidOrder();
    await cancelOrder(buyer.ctx(newKey()), { id: orderId });
    return onlyRow(await db.select().from(refunds).where(eq(refunds.paymentId, paymentId)));
  }
  const paidOrder = async () => given.paidOrder(buyer, (await sale()).id);
  /** The parcel of the buyer's order. */
  async function shipping() {
    const { id } = await given.saleOpen({ by: seller, paper: true });
    const { orderId } = await given.paidOrder(buyer, id, 1, givenAddress);
    return onlyRow(await db.select().from(shippings).where(eq(shippings.orderId, orderId)));
  }
  /** A ticket of the buyer's that may be given to another person. */
  const transferableTicket = async () => {
    const { id } = await given.saleOpen({ by: seller, terms: { transferable: true } });
    const { orderId } = await given.paidOrder(buyer, id);
    return onlyRow(await db.select().from(tickets).where(eq(tickets.orderId, orderId)));
  };
  return {
    sale,
    paidOrder,
    emailOfSpare: `${spare.userId}@test.example`,
    /** A payment under way of the buyer's. */
    checkout: async () => given.checkout(buyer, (await sale()).id),
    shipping,
    async shippedParcel() {
      const { id } = await shipping();
      for (const to of ["preparing", "shipped"] as const) await moveParcel({ id, seller }, to);
      return { id };
    },
    /** A file that ships the buyer's order. */
    async trackingFile() {
      const { id, orderId } = await shipping();
      await moveParcel({ id, seller }, "preparing");
      return Buffer.from(`order,carrier,tracking\n${orderId},CJ,${newKey()}`);
    },
    /** Of the seller's, with a waiting list. */
    soldOut: () => givenSoldOut({ by: seller, startsInHours: 5 }),
    /** A place on a waiting list that anyone may take. */
    wish: async () => ({ sessionId: (await givenSoldOut({ by: seller, startsInHours: 5 })).id, quantity: 1 }),
    /** Of a sale that is not open yet. */
    opening: async () => ({ sessionId: (await given.saleOpen({ by: seller, salesOpenInHours: 5 })).id }),
    /** What the waiting list offers the buyer. */
    offer: async () => (await givenOffer(buyer, { by: seller })).entry,
    hold: async () => given.hold(buyer, (await sale()).id),
    /** Other seats for a hold of the buyer's. */
    async changeOfSeats() {
      const { id, ids } = await given.seatsOpen([1000, 2000], { by: seller });
      const { holdId } = await given.hold(buyer, id, ids.slice(0, 1));
      return { holdId, seatIds: ids.slice(1) };
    },
    /** An event session of the seller's that was made from a seat map. */
    hall: () => givenHall({ by: seller }),
    /** What the buyer needs for a hold. */
    async admission() {
      const { id: sessionId } = await sale();
      return { sessionId, queueToken: await given.admitted(buyer, sessionId) };
    },
    /** The place of the buyer in a queue. */
    place: async () => ({ token: await given.admitted(buyer, (await sale()).id) }),
    /** A queue in which the buyer is. */
    async queue() {
      const { id: sessionId } = await sale();
      await given.admitted(buyer, sessionId);
      return { sessionId };
    },
    async event() {
      const { id } = await sale();
      const { eventId } = onlyRow(await db.select().from(eventSessions).where(eq(eventSessions.id, id)));
      return { eventId };
    },
    draft: () =>
      createEvent(seller.ctx(), { title: "첫눈", description: "겨울", venue: "서울", status: "DRAFT" }),
    /** Of the seller's. */
    async seatMap() {
      const { id: seatMapId } = await createSeatMap(seller.ctx(), { name: "대극장", venue: "서울" });
      return { seatMapId };
    },
    /** A file of a poster that the seller has just uploaded. */
    async posterFile() {
      const answer = await upload(seller, await photo({ width: 400, height: 400 }));
      const { socialUrl } = PosterFiles.parse(await answer.json());
      const [posterId, file] = socialUrl.split("/").slice(-2);
      return { posterId, file };
    },
    /** Of the seller's event session. */
    async doorLink() {
      return createDoorLink(seller.ctx(), { eventSessionId: (await sale()).id, name: "정문" });
    },
    async guest() {
      return addGuest(seller.ctx(), { eventSessionId: (await sale()).id, name: "홍길동", note: newKey() });
    },
    async ticket() {
      const { orderId } = await paidOrder();
      return onlyRow(await db.select().from(tickets).where(eq(tickets.orderId, orderId)));
    },
    async walletTicket() {
      return { ticketId: (await this.ticket()).id, wallet: "apple" };
    },
    /** A ticket of the buyer's that is offered by a link, and such a link. */
    async offered() {
      const { id: ticketId } = await transferableTicket();
      await offerTransfer(buyer.ctx(), { ticketId });
      return { ticketId };
    },
    async link() {
      const { id: ticketId } = await transferableTicket();
      const { token } = await offerTransfer(buyer.ctx(), { ticketId });
      return { token };
    },
    /** A refund of the buyer's order that the provider has not answered. */
    refund,
    async refusedRefund() {
      const asked = await refund();
      const answer = { refundId: asked.id, refusedBecause: "BANK_REFUSES" };
      await inTransaction(systemContext("test"), (tx) => finishRefunds(tx, [answer]));
      return asked;
    },
    /** A payment of the buyer's whose provider does not answer. */
    async unknownPayment() {
      const checkout = await given.checkout(buyer, (await sale()).id);
      await inTransaction(systemContext("test"), (tx) => markUnknown(tx, [checkout.paymentId], 600));
      return checkout;
    },
    /** A refund of the buyer's order that another admin asked for. */
    async approval() {
      const [{ orderId: id }, other] = [await paidOrder(), await given.person("ADMIN")];
      return askApproval(other.ctx(), { kind: "refund", id, note: "for the test" });
    },
    async departmentOfAdmin() {
      const department = "finance" as const;
      await addDepartmentMember(admin.ctx(), { department, userId: admin.userId });
      return department;
    },
    pushDevice: () =>
      subscribePush(buyer.ctx(), subscribedBrowser("https://fcm.googleapis.com").subscription),
    async notification() {
      const { orderId } = await paidOrder();
      const data = { orderId, oldStatus: "processing", newStatus: "confirmed", reason: "paid" };
      const event = { name: "orders.updated" as const, data };
      await sendNotifications(systemContext("test"), { eventId: newKey(), event });
      return onlyRow(await db.select().from(notifications).where(eq(notifications.userId, buyer.userId)));
    },
    async alert() {
      const subject = newKey();
      const kind = "wrong_amount" as const;
      await inTransaction(systemContext("test"), (tx) => raiseAlerts(tx, [{ kind, subject, detail: {} }]));
      return onlyRow(await db.select().from(alerts).where(eq(alerts.subject, subject)));
    },
    async deadTransmission() {
      const [aggregate = ""] = await givenMessages(1);
      await deliver(receiver(() => ({ outcome: "permanent", status: 404 })).gateway);
      return onlyRow(await transmissionsOf(aggregate));
    },
    /** The login session that the buyer calls with. */
    /** One of the buyer's. */
    passkey: () => givenPasskey(buyer.userId),
    async loginSession() {
      return onlyRow(await myLoginSessions(buyer.ctx(), {}));
    },
    account: async () =>
      onlyRow(
        await db.select().from(marketplaceAccounts).where(eq(marketplaceAccounts.userId, seller.userId)),
      ),
    phoneLine: async () => onlyRow(await givenPhoneLines(1)),
    /** The seller's integration session, at its details. */
    async integration() {
      const session = await givenSeller(seller);
      await session.move("INFO_ENTERING");
      return session;
    },
  };
}
