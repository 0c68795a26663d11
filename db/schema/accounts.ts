import { sql } from "drizzle-orm";
import { pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instantNow } from "./platform.ts";

export const userRole = pgEnum("user_role", ["USER", "SELLER", "ADMIN"]);

export const users = pgTable(
  "users",
  {
    id: text().$type<`user_${string}`>().primaryKey(),
    /** As the person wrote it; unique without regard to case. */
    email: text().notNull(),
    passwordHash: text().notNull(),
    role: userRole().notNull().default("USER"),
    createdAt: instantNow(),
  },
  (t) => [uniqueIndex("users_email_key").on(sql`lower(${t.email})`)],
);
