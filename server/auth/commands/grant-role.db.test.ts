import { expect, it } from "vitest";
import { createContext, systemContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { aLogin, anAccount, nextRequest, reasonOf } from "../../testing/accounts.ts";
import { me } from "../queries.ts";
import { grantRole } from "./grant-role.ts";
import { refreshLogin } from "./refresh-login.ts";

const system = () => systemContext("test");

it("takes effect in every login session on the next request, and in those to come", async () => {
  const account = await anAccount();
  const logins = [await aLogin(account), await aLogin(account)];
  await grantRole(system(), { userId: account.id, role: "SELLER" });
  for (const { grant } of logins) expect(await nextRequest(grant)).toBe("SELLER");
  expect((await aLogin(account)).actor.role).toBe("SELLER");
  expect(await me((await aLogin(account)).ctx(), {})).toMatchObject({ id: account.id, role: "SELLER" });
});

it("is lowered as it is raised, in every login session from the next request", async () => {
  const admin = await aLogin(await anAccount("ADMIN"));
  const account = await anAccount("ADMIN");
  const logins = [await aLogin(account), await aLogin(account)];
  for (const role of ["SELLER", "USER"] as const) {
    expect(await grantRole(admin.ctx(), { userId: account.id, role })).toMatchObject({ role });
    for (const { grant } of logins) expect(await nextRequest(grant)).toBe(role);
    expect((await aLogin(account)).actor.role).toBe(role);
  }
});

it("lowers nothing while the login sessions cannot be told", async () => {
  const { redis } = createContext();
  await anAccount("ADMIN");
  const { account, grant } = await aLogin(await anAccount("SELLER"));
  redis.disconnect();
  expect(await reasonOf(grantRole(system(), { userId: account.id, role: "USER" }))).toBe("unavailable");
  await redis.connect();
  expect(await nextRequest(grant)).toBe("SELLER");
  expect((await aLogin(account)).actor.role).toBe("SELLER");
});

it("reaches a login session that is opened or refreshed at the same moment", async () => {
  const account = await anAccount();
  const open = await aLogin(account);
  const [, refreshed, opened] = await Promise.all([
    grantRole(system(), { userId: account.id, role: "SELLER" }),
    refreshLogin(createContext(), { refreshToken: open.grant.refreshToken }),
    aLogin(account),
  ]);
  expect(await nextRequest(refreshed)).toBe("SELLER");
  expect(await nextRequest(opened.grant)).toBe("SELLER");
});

it("is for administrators and the system", async () => {
  const seller = await aLogin(await anAccount("SELLER"));
  const input = { userId: seller.account.id, role: "ADMIN" as const };
  expect(await reasonOf(grantRole(seller.ctx(), input))).toBe("forbidden");
  expect(await reasonOf(grantRole(createContext(), input))).toBe("unauthorized");
  expect(await reasonOf(grantRole(system(), { userId: newId("user"), role: "SELLER" }))).toBe("not_found");
});
