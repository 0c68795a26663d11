import { expect, it } from "vitest";
import { createContext, systemContext } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { inTransaction } from "../../platform/transaction.ts";
import type { UserId } from "../contract.ts";
import { me } from "../queries.ts";
import { aLogin, anAccount, nextRequest, reasonOf } from "../testing.ts";
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

it("takes nothing from an account that has more", async () => {
  const account = await anAccount("ADMIN");
  const { grant } = await aLogin(account);
  expect(await grantRole(system(), { userId: account.id, role: "SELLER" })).toMatchObject({ role: "ADMIN" });
  expect(await nextRequest(grant)).toBe("ADMIN");
});

it("is not in force when the transaction it is part of is undone", async () => {
  const account = await anAccount();
  const { grant } = await aLogin(account);
  const undone = inTransaction(system(), async (tx) => {
    await grantRole.within(tx, { userId: account.id as UserId, role: "SELLER" });
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  expect(await nextRequest(grant)).toBe("USER");
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
