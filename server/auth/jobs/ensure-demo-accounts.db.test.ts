import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { users } from "#db/schema/auth.ts";
import { signUp } from "../../credentials/commands/sign-up.ts";
import { createContext, systemContext } from "../../platform/operation/context.ts";
import { aLogin, anAccount, historyOf, nextRequest, PASSWORD, reasonOf } from "../../testing/accounts.ts";
import { findUserByEmail } from "../accounts.store.ts";
import { grantRole } from "../commands/grant-role.ts";
import { logIn } from "../commands/log-in.ts";
import { movePerson } from "../commands/move-person.ts";
import { refreshLogin } from "../commands/refresh-login.ts";
import type { Account, UserId } from "../contract.ts";
import { DEMO_EMAILS } from "../policy.ts";
import { ensureDemoAccounts } from "./ensure-demo-accounts.ts";

const { db } = createContext();
/** A demo account as it is; made where no test before made it. */
const demoAccount = async (email: string): Promise<Pick<Account, "id" | "email">> =>
  (await findUserByEmail(createContext(), email)) ?? signUp(createContext(), { email, password: PASSWORD });
/** What a start does to the accounts that it finds. */
const startWith = (open: boolean) => ensureDemoAccounts(systemContext("start"), open);

it("shuts accounts that everybody can log in to while the demo is off, the last administrator's too", async () => {
  await startWith(false);
  const other = await aLogin(await anAccount());
  const accounts = await Promise.all(DEMO_EMAILS.map(demoAccount));
  const [admin] = accounts;
  await grantRole(systemContext("demo"), { userId: admin?.id as UserId, role: "ADMIN" });
  await startWith(true);
  const logins = await Promise.all(accounts.map((account) => aLogin(account as Account)));

  await startWith(true);
  for (const { grant } of logins) expect(await nextRequest(grant)).not.toBe("login_session_ended");
  await startWith(false);
  await startWith(false);
  for (const { account, grant } of logins) {
    expect(await nextRequest(grant)).toBe("login_session_ended");
    expect(await reasonOf(refreshLogin(createContext(), { refreshToken: grant.refreshToken }))).toBe(
      "account_suspended",
    );
    expect(await reasonOf(logIn(createContext(), { email: account.email, password: PASSWORD }))).toBe(
      "account_suspended",
    );
    expect((await historyOf(account.id)).at(-1)).toBe("ACTIVE→SUSPENDED demo_off");
  }
  expect(await nextRequest(other.grant)).toBe("USER");

  await startWith(true);
  for (const account of accounts) expect(await aLogin(account as Account)).toHaveProperty("grant");
  const rows = await db.select().from(users).where(eq(users.state, "SUSPENDED"));
  expect(rows).toEqual([]);
});

it("leaves an account suspended that an admin suspended on purpose, whether the demo is on or was off since", async () => {
  const email = DEMO_EMAILS[2] ?? "";
  const { id } = await demoAccount(email);
  const admin = (await aLogin(await anAccount("ADMIN"))).ctx();
  const move = (to: "SUSPENDED" | "ACTIVE") =>
    movePerson(admin, { userId: id as UserId, to, reason: "it was abused" });
  const state = async () => (await findUserByEmail(createContext(), email))?.state;
  await startWith(true);
  await move("SUSPENDED");
  await startWith(true);
  expect(await state()).toBe("SUSPENDED");
  // Shut and opened again by starts, it is still what the admin made of it.
  await startWith(false);
  await startWith(true);
  expect(await state()).toBe("SUSPENDED");
  await move("ACTIVE");
  await startWith(true);
  expect(await state()).toBe("ACTIVE");
});
