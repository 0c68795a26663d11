import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { instantNow } from "./platform.ts";

/** The sandbox provider's own books: what it was asked for and what its customer did. */
export const sandboxPayments = pgTable("sandbox_payments", {
  pgPaymentId: text().primaryKey(),
  orderId: text().notNull(),
  amountKrw: integer().notNull(),
  status: text({ enum: ["READY", "APPROVED", "DECLINED", "REFUNDED"] })
    .notNull()
    .default("READY"),
  updatedAt: instantNow(),
});
