import { expect, it } from "vitest";
import { createContext } from "../../platform/operation/context.ts";
import { aLogin, anAccount, historyOf, nextRequest, reasonOf } from "../../testing/accounts.ts";
import { logOut } from "./log-out.ts";
import { refreshLogin } from "./refresh-login.ts";

it("ends the login session on the next request, and says so again", async () => {
  const { ctx, grant, actor } = await aLogin(await anAccount());
  await logOut(ctx(), {});
  expect(await nextRequest(grant)).toBe("login_session_ended");
  expect(await reasonOf(refreshLogin(createContext(), { refreshToken: grant.refreshToken }))).toBe(
    "login_session_ended",
  );
  expect(await logOut(ctx(), {})).toEqual({});
  expect(await historyOf(actor.loginSessionId)).toEqual(["→ACTIVE login", "ACTIVE→REVOKED logout"]);
});

it("ends it by the refresh token alone when the access token has run out", async () => {
  const { grant } = await aLogin(await anAccount());
  await logOut(createContext(), { refreshToken: grant.refreshToken });
  expect(await nextRequest(grant)).toBe("login_session_ended");
});

it("has nothing to refuse to someone who is not logged in, and ends nothing for a made-up token", async () => {
  const { grant, actor } = await aLogin(await anAccount());
  expect(await logOut(createContext(), {})).toEqual({});
  expect(await logOut(createContext(), { refreshToken: `${actor.loginSessionId}.AAAA` })).toEqual({});
  expect(await nextRequest(grant)).toBe("USER");
});

it("leaves the account's other login sessions alone", async () => {
  const account = await anAccount();
  const [here, there] = [await aLogin(account), await aLogin(account)];
  await logOut(here.ctx(), {});
  expect(await nextRequest(there.grant)).toBe("USER");
});
