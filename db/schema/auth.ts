import { sql } from "drizzle-orm";
import { bigint, boolean, index, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { personMachine } from "#server/auth/machine.ts";
import { instant, instantNow } from "./platform.ts";

export const userRole = pgEnum("user_role", ["USER", "SELLER", "ADMIN"]);
export const personState = pgEnum("person_state", personMachine.states);

export const language = pgEnum("language", ["ko", "en"]);

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
    /** In which language mails to the person are; null where no one said, and then they are in both. */
    language: language(),
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

/** The authenticator app of an account (RFC 6238), asked for beside the password. */
export const secondFactors = pgTable("second_factors", {
  userId: text()
    .$type<`user_${string}`>()
    .primaryKey()
    .references(() => users.id),
  /** The secret that the app has too, sealed. */
  sealedSecret: text().notNull(),
  /** When the person proved that the app has it; until then it is asked of no one. */
  confirmedAt: instant(),
  /** The time step of the last code that was taken: no code of it or of an earlier one is taken again. */
  lastStep: bigint({ mode: "number" }).notNull().default(0),
  /** SHA-256 of each recovery code that was not used. */
  recoveryHashes: text().array().notNull().default([]),
  createdAt: instantNow(),
});

/** Passkeys (WebAuthn) of accounts. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: text().$type<`passkey_${string}`>().primaryKey(),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    /** How the authenticator names it, in base64url. */
    credentialId: text().notNull().unique(),
    /** The public key (COSE), in base64url. */
    publicKey: text().notNull(),
    /** How often its authenticator says that it was used; authenticators that do not count say 0 for ever. */
    counter: bigint({ mode: "number" }).notNull(),
    /** How its authenticator can be reached, which browsers want to be told. */
    transports: text().array().notNull(),
    /** Whether its authenticator may copy it to other devices of the person. */
    synced: boolean().notNull(),
    name: text().notNull(),
    createdAt: instantNow(),
    lastUsedAt: instant(),
  },
  (t) => [index().on(t.userId)],
);
