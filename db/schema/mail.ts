import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { instantNow } from "./platform.ts";

/** How many e-mails went to an address within an hour, which begins with the first of them. */
export const mailBudgets = pgTable("mail_budgets", {
  address: text().primaryKey(),
  sent: integer().notNull(),
  since: instantNow(),
});
