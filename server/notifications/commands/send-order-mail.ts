import { mailPeople } from "../../mail/steps/mail-people.ts";
import { OrderInput } from "../../orders/contract.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { chosenSeats } from "../../seats/queries.ts";
import { mailOf } from "../mail.ts";
import { findCustomer } from "../store.ts";

/**
 * Sends the e-mail about an order's state to its buyer again. Throws `not_found`, `invalid_argument` (400) for a state
 * that no e-mail tells of.
 */
export const sendOrderMail = defineCommand({
  id: "notifications.send-order-mail",
  summary: "Sends the e-mail about an order's state again.",
  allow: role("ADMIN"),
  input: OrderInput,
  output: NoOutput,
  audit: ({ id }) => ({ target: id }),
  async run(tx, { id: orderId }) {
    const customer = await findCustomer(tx, orderId);
    if (!customer) throw platformErrors.not_found({ what: "order" });
    const { userId, email: to, orderState: newStatus, seatIds, delivery } = customer;
    const data = { orderId, oldStatus: "", newStatus, reason: "", delivery };
    const mail = mailOf(
      `order.${newStatus}`,
      { name: "orders.updated", data },
      { ...customer, seats: await chosenSeats(tx, seatIds) },
    );
    if (!mail)
      throw platformErrors.invalid_argument({
        path: "id",
        problem: "no e-mail tells of an order in this state",
      });
    await mailPeople(tx, "order.resent", [{ userId, to, ...mail }]);
    return {};
  },
});
