import { expect, it } from "vitest";
import { createContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { aLogin, anAccount, historyOf, nextRequest, reasonOf } from "../../testing/accounts.ts";
import { myLoginSessions } from "../queries.ts";
import { endLoginSession } from "./end-login-session.ts";

it("shows one's own login sessions and ends one on another device from its next request", async () => {
  const account = await anAccount();
  const lost = await aLogin(account, { ip: "192.0.2.7", userAgent: "a lost phone" });
  const here = await aLogin(account);
  await aLogin(await anAccount());
  const listed = await myLoginSessions(here.ctx(), {});
  expect(listed).toHaveLength(2);
  expect(listed.find(({ current }) => current)?.id).toBe(here.actor.loginSessionId);
  expect(listed.find(({ current }) => !current)).toMatchObject({
    id: lost.actor.loginSessionId,
    status: "ACTIVE",
    ip: "192.0.2.7",
    userAgent: "a lost phone",
  });
  const { loginSessionId } = lost.actor;
  await endLoginSession(here.ctx(), { loginSessionId });
  expect(await nextRequest(lost.grant)).toBe("login_session_ended");
  expect(await nextRequest(here.grant)).toBe("USER");
  expect(await historyOf(loginSessionId)).toEqual(["→ACTIVE login", "ACTIVE→REVOKED ended_by_owner"]);
  await endLoginSession(here.ctx(), { loginSessionId });
  expect(await historyOf(loginSessionId)).toHaveLength(2);
});

it("answers for another's login session as for one that never was, to administrators too", async () => {
  const theirs = await aLogin(await anAccount());
  for (const mine of [await aLogin(await anAccount()), await aLogin(await anAccount("ADMIN"))]) {
    const refusals = [theirs.actor.loginSessionId, newId("login_session")].map((loginSessionId) =>
      endLoginSession(mine.ctx(), { loginSessionId }).catch((error: Error) => error.message),
    );
    const [another, none] = await Promise.all(refusals);
    expect(another).toBe("There is no such login session.");
    expect(none).toBe(another);
  }
  expect(await nextRequest(theirs.grant)).toBe("USER");
});

it("asks anyone who is not logged in to do so", async () => {
  const input = { loginSessionId: newId("login_session") };
  expect(await reasonOf(endLoginSession(createContext(), input))).toBe("unauthorized");
});
