import { system } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import type { Tx } from "../../platform/context.ts";
import { env } from "../../platform/env.ts";
import { newId } from "../../platform/ids.ts";
import { writeTransmissions } from "../../transmissions/commands/write-transmissions.ts";
import { NotificationsSent, SendNotifications, type Told } from "../contract.ts";
import { departmentMailOf, mailOf } from "../mail.ts";
import { noticeOf } from "../policy.ts";
import { findCustomer, insertNotifications } from "../store.ts";

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
    const { kind, recipients } = noticeOf(event);
    const customer = recipients.includes("customer") ? await customerOf(tx, event) : undefined;
    const told = await insertNotifications(
      tx,
      recipients.map((recipient) => ({
        ...{ id: newId("notification"), eventId, recipient, kind, params: event.data },
        userId: recipient === "customer" ? (customer?.userId ?? null) : null,
      })),
    );
    const mail = mailOf(kind, event);
    if (customer && mail && told.includes("customer"))
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

const mailTo = (to: string, aggregateId: string, mail: ReturnType<typeof departmentMailOf>) =>
  ({ destination: "email", type: "Email", aggregateId, payload: { to, ...mail } }) as const;

const customerOf = (tx: Tx, { data }: Told) =>
  "orderId" in data ? findCustomer(tx, data.orderId) : undefined;
