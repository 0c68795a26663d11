import { inMailboxOrder, mailPeople } from "../../mail/steps/mail-people.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { system } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { chosenSeats } from "../../seats/queries.ts";
import { NotificationsSent, SendNotifications, type Told } from "../contract.ts";
import { cancelledMailOf, changeMailOf, mailOf, movedMailOf } from "../mail.ts";
import { notificationFor } from "../policy.ts";
import { changePushOf } from "../push.policy.ts";
import { reachPeople } from "../steps/reach-people.ts";
import { tellOfTransfer } from "../steps/tell-of-transfer.ts";
import { tellWaiting } from "../steps/tell-waiting.ts";
import { findCustomer, findHoldersOf, insertNotifications } from "../store.ts";

/**
 * Tells the recipients of a transition: in the app, the customer by e-mail too, and of what is urgent on their browsers. What a department is told is one row,
 * which its members read and a job mails. However often and by how many workers it is asked of one event, each recipient
 * is told once.
 */
export const sendNotifications = defineCommand({
  id: "notifications.send-notifications",
  summary: "Tells people and departments of a transition.",
  allow: system,
  input: SendNotifications,
  output: NotificationsSent,
  audit: ({ eventId }, output) => ({ target: eventId, meta: { sent: output?.sent } }),
  async run(tx, { eventId, event }) {
    if (event.name === "tickets.transferred") return { sent: await tellOfTransfer(tx, eventId, event.data) };
    if (isForHolders(event)) return { sent: await notifyHolders(tx, eventId, event) };
    if (event.name === "waitlist.updated") return { sent: await tellWaiting(tx, eventId, event) };
    const { kind, recipients } = notificationFor(event);
    const customer = recipients.includes("customer") ? await customerOf(tx, event) : undefined;
    const written = await insertNotifications(
      tx,
      recipients.map((recipient) => ({
        ...{ id: newId("notification"), eventId, recipient, kind, params: event.data },
        userId: recipient === "customer" ? (customer?.userId ?? null) : null,
        mailDue: recipient !== "customer",
      })),
    );
    const told = written.map(({ recipient }) => recipient);
    const seats = await chosenSeats(tx, customer?.seatIds ?? null);
    const mail =
      customer && !isStale(kind, customer.orderState) && mailOf(kind, event, { ...customer, seats });
    if (customer && mail && told.includes("customer"))
      await mailPeople(tx, kind, [{ userId: customer.userId, to: customer.email, ...mail }]);
    return { sent: told.length };
  },
});

type ForHolders = Extract<
  Told,
  { name: "events.updated" | "event-sessions.updated" | "event-sessions.cancelled" }
>;

const isForHolders = (event: Told): event is ForHolders =>
  event.name === "events.updated" ||
  event.name === "event-sessions.updated" ||
  event.name === "event-sessions.cancelled";

function holderMailOf(event: ForHolders) {
  if (event.name === "events.updated") return changeMailOf(event.data);
  return event.name === "event-sessions.updated" ? movedMailOf(event.data) : cancelledMailOf(event.data);
}

/** So many rows go into one statement. */
const TOLD_TOGETHER = 1000;

/** Tells everyone who has or holds tickets of an event, or of one of its event sessions, what changed about it. */
async function notifyHolders(tx: Tx, eventId: string, event: ForHolders): Promise<number> {
  const { name, data } = event;
  const found = inMailboxOrder(
    await findHoldersOf(tx, {
      eventId: data.eventId,
      eventSessionId: name === "events.updated" ? undefined : data.sessionId,
      isCancelled: name === "event-sessions.cancelled",
    }),
  );
  const holders = new Map(found.map((holder) => [holder.userId, holder]));
  const { kind } = notificationFor(event);
  const mail = holderMailOf(event);
  const push = changePushOf(event, await databaseNow(tx.db));
  const rows = [...holders.keys()].map((userId) => ({
    // An event id and a recipient are one notification, so a person is notified once.
    ...{ id: newId("notification"), eventId: `${eventId} ${userId}`, recipient: "customer", userId },
    ...{ kind, params: event.data },
  }));
  let sent = 0;
  for (let at = 0; at < rows.length; at += TOLD_TOGETHER) {
    const written = await insertNotifications(tx, rows.slice(at, at + TOLD_TOGETHER));
    const told = written.flatMap(({ userId }) => (userId ? (holders.get(userId) ?? []) : []));
    await reachPeople(tx, {
      ...{ notice: "change", kind, push },
      userIds: told.map(({ userId }) => userId),
      mails: told.map(({ userId, email }) => ({ userId, to: email, ...mail })),
    });
    sent += written.length;
  }
  return sent;
}

/** Whether a notification is outdated: the payment of an order that has failed is not announced as in progress. */
const isStale = (kind: string, orderState: string): boolean =>
  kind === "order.processing" && orderState === "failed";

const customerOf = (tx: Tx, { data }: Told) =>
  "orderId" in data ? findCustomer(tx, data.orderId) : undefined;
