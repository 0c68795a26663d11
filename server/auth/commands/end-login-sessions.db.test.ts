import { expect, it } from "vitest";
import { createContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { aLogin, anAccount, historyOf, nextRequest, reasonOf } from "../../testing/accounts.ts";
import { endLoginSessions } from "./end-login-sessions.ts";

it("ends all of a person's login sessions and no other's, and lets the person log in again", async () => {
  const admin = await aLogin(await anAccount("ADMIN"));
  const account = await anAccount();
  const logins = [await aLogin(account), await aLogin(account)];
  const other = await aLogin(await anAccount());
  await endLoginSessions(admin.ctx(), { userId: account.id, reason: "a lost phone" });
  for (const { grant, actor } of logins) {
    expect(await nextRequest(grant)).toBe("login_session_ended");
    expect(await historyOf(actor.loginSessionId)).toContain("ACTIVE→REVOKED a lost phone");
  }
  expect(await nextRequest(other.grant)).toBe("USER");
  expect(await nextRequest((await aLogin(account)).grant)).toBe("USER");
});

it("is for administrators alone, and refuses a person who does not exist", async () => {
  const seller = await aLogin(await anAccount("SELLER"));
  const input = { userId: seller.account.id };
  expect(await reasonOf(endLoginSessions(seller.ctx(), input))).toBe("forbidden");
  expect(await reasonOf(endLoginSessions(createContext(), input))).toBe("unauthorized");
  const admin = await aLogin(await anAccount("ADMIN"));
  expect(await reasonOf(endLoginSessions(admin.ctx(), { userId: newId("user") }))).toBe("not_found");
});
