import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { users } from "#db/schema/accounts.ts";
import { createContext, systemContext } from "../../platform/context.ts";
import { DEMO_EMAILS } from "../policy.ts";
import { aLogin, anAccount, historyOf, nextRequest, PASSWORD, reasonOf } from "../testing.ts";
import { grantRole } from "./grant-role.ts";
import { keepDemoAccounts } from "./keep-demo-accounts.ts";
import { logIn } from "./log-in.ts";
import { refreshLogin } from "./refresh-login.ts";
import { signUp } from "./sign-up.ts";

const { db } = createContext();
/** What a start does to the accounts that it finds. */
const startWith = (open: boolean) => keepDemoAccounts(systemContext("start"), open);

it("shuts accounts that everybody can log in to while the demo is off, the last administrator's too", async () => {
  await startWith(false);
  const other = await aLogin(await anAccount());
  const accounts = await Promise.all(
    DEMO_EMAILS.map((email) => signUp(createContext(), { email, password: PASSWORD })),
  );
  const [admin] = accounts;
  await grantRole(systemContext("demo"), { userId: admin?.id as (typeof accounts)[0]["id"], role: "ADMIN" });
  const logins = await Promise.all(accounts.map((account) => aLogin(account)));

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
    expect(await historyOf(account.id)).toEqual(["ACTIVE→SUSPENDED the demo is off"]);
  }
  expect(await nextRequest(other.grant)).toBe("USER");

  await startWith(true);
  for (const account of accounts) expect(await aLogin(account)).toHaveProperty("grant");
  const rows = await db.select().from(users).where(eq(users.state, "SUSPENDED"));
  expect(rows).toEqual([]);
});
