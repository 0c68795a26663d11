import { sql } from "drizzle-orm";
import { index, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { personMachine } from "#server/auth/machine.ts";
import { instant, instantNow } from "./platform.ts";

export const userRole = pgEnum("user_role", ["USER", "SELLER", "ADMIN"]);
export const personState = pgEnum("person_state", personMachine.states);

export const users = pgTable(
  "users",
  {
    id: text().$type<`user_${string}`>().primaryKey(),
    /** As the person wrote it; unique without regard to case. */
    email: text().notNull(),
    passwordHash: text().notNull(),
    role: userRole().notNull().default("USER"),
    state: personState().notNull().default(personMachine.initial),
    /** When the person proved that mail to the address reaches them; null where they have not. */
    emailVerifiedAt: instant(),
    createdAt: instantNow(),
    /** When the person erased the account; the row is then a pseudonym. */
    erasedAt: instant(),
  },
  (t) => [
    // Its order is that of the characters, whatever the database's is, so that it also finds an address by its beginning.
    uniqueIndex("users_email_key").on(sql`lower(${t.email}) text_pattern_ops`),
    index().on(t.createdAt, t.id),
    index().on(t.state, t.createdAt, t.id),
    index().on(t.role, t.createdAt, t.id),
    index("users_admins").on(t.id).where(sql`role = 'ADMIN'`),
    index("users_erased").on(t.erasedAt).where(sql`erased_at is not null`),
  ],
);
