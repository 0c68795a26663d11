import { system } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import type { Tx } from "../../platform/context.ts";
import { env } from "../../platform/env.ts";
import { newId } from "../../platform/ids.ts";
import { writeTransmissions } from "../../transmissions/commands/write-transmissions.ts";
import { NotificationsSent, SendNotifications, type Told } from "../contract.ts";
import { changeMailOf, departmentMailOf, mailOf } from "../mail.ts";
import { mailsBefore, noticeOf } from "../policy.ts";
import { countMail, findCustomer, findHoldersOf, insertNotifications } from "../store.ts";

/**
 * Tells of a transition whoever is to be told (SPEC 2): in the app, and the customer by e-mail too. Of a
 * department every admin reads it in the app, and the addresses that the setting names by e-mail. However often and
 * by how many workers it is asked of one event, each is told once.
 */
export const sendNotifications = defineCommand({
  id: "notifications.send-notifications",
  summary: "Tells people and departments of a transition.",
  allow: system,
  input: SendNotifications,
  output: NotificationsSent,
  audit: ({ eventId }, output) => ({ target: eventId, meta: { sent: output?.sent } }),
  async run(tx, { eventId, event }) {
    if (event.name === "events.updated") return { sent: await tellHolders(tx, eventId, event) };
    const { kind, recipients } = noticeOf(event);
    const customer = recipients.includes("customer") ? await customerOf(tx, event) : undefined;
    const written = await insertNotifications(
      tx,
      recipients.map((recipient) => ({
        ...{ id: newId("notification"), eventId, recipient, kind, params: event.data },
        userId: recipient === "customer" ? (customer?.userId ?? null) : null,
      })),
    );
    const told = written.map(({ recipient }) => recipient);
    const mail = customer && !isStale(kind, customer.orderState) && mailOf(kind, event);
    if (customer && mail && told.includes("customer") && (await mayMail(tx, kind, customer.email)))
      writeTransmissions(tx, [mailTo(customer.email, customer.userId, mail)]);
    // A person of two departments reads it once.
    const addresses = env.DEPARTMENT_MAIL.filter(({ department }) => told.includes(department));
    writeTransmissions(
      tx,
      [...new Set(addresses.map(({ address }) => address))].map((address) =>
        mailTo(address, address, departmentMailOf(kind, event)),
      ),
    );
    return { sent: told.length };
  },
});

/** So many rows go into one statement. */
const TOLD_TOGETHER = 1000;

/** Tells everyone who has an order of an event what changed about it. */
async function tellHolders(
  tx: Tx,
  eventId: string,
  event: Extract<Told, { name: "events.updated" }>,
): Promise<number> {
  const holders = new Map(
    (await findHoldersOf(tx, event.data.eventId)).map((holder) => [holder.userId, holder]),
  );
  const { kind } = noticeOf(event);
  const rows = [...holders.keys()].map((userId) => ({
    // A person of many is told once: an event id and a recipient stand for one notification.
    ...{ id: newId("notification"), eventId: `${eventId} ${userId}`, recipient: "customer", userId },
    ...{ kind, params: event.data },
  }));
  let sent = 0;
  for (let at = 0; at < rows.length; at += TOLD_TOGETHER) {
    const written = await insertNotifications(tx, rows.slice(at, at + TOLD_TOGETHER));
    const told = written.flatMap(({ userId }) => (userId ? (holders.get(userId) ?? []) : []));
    writeTransmissions(
      tx,
      told.map(({ userId, email }) => mailTo(email, userId, changeMailOf(event.data))),
    );
    sent += written.length;
  }
  return sent;
}

const mailTo = (to: string, aggregateId: string, mail: ReturnType<typeof departmentMailOf>) =>
  ({ destination: "email", type: "Email", aggregateId, payload: { to, ...mail } }) as const;
/** An order that is over by now is not told to have begun: its buyer gave it up, or is told how it ended. */
const isStale = (kind: string, orderState: string): boolean =>
  kind === "order.processing" && orderState === "failed";

/** No address gets more than so many mails an hour, whatever makes them: not everyone who signs up owns their address. */
const mayMail = (tx: Tx, kind: string, address: string): Promise<boolean> =>
  countMail(tx, address.toLowerCase(), mailsBefore(kind));

const customerOf = (tx: Tx, { data }: Told) =>
  "orderId" in data ? findCustomer(tx, data.orderId) : undefined;
