import { refundOrders } from "../cancellations/jobs/refund-orders.ts";
import { systemContext } from "../platform/operation/context.ts";

/** The refunds of cancelled event sessions in a process of their own, which can be killed anywhere. */
await refundOrders(systemContext("cancellations.refund"));
process.exit();
