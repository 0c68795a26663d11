import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { users } from "#db/schema/auth.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { aLogin, anAccount, nextRequest, reasonOf } from "../../testing/accounts.ts";
import { clients } from "../../testing/clients.ts";
import { grantRole } from "../commands/grant-role.ts";
import type { UserId } from "../contract.ts";
import { raiseRole } from "./raise-role.ts";

const system = () => systemContext("test");
const raise = (userId: UserId) => inTransaction(system(), (tx) => raiseRole(tx, { userId, role: "SELLER" }));

it("gives more in every login session, and takes nothing from an account that has more", async () => {
  const user = await aLogin(await anAccount());
  const admin = await aLogin(await anAccount("ADMIN"));
  await raise(user.account.id);
  await raise(admin.account.id);
  expect(await nextRequest(user.grant)).toBe("SELLER");
  expect(await nextRequest(admin.grant)).toBe("ADMIN");
});

it("is not in force when the transaction it is part of is undone", async () => {
  const { account, grant } = await aLogin(await anAccount());
  const undone = inTransaction(system(), async (tx) => {
    await raiseRole(tx, { userId: account.id, role: "SELLER" });
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  expect(await nextRequest(grant)).toBe("USER");
});

it("never leaves more behind in Redis than Postgres has, when it is taken away at the same moment", async () => {
  await anAccount("ADMIN");
  for (let time = 0; time < 100; time++) {
    const [client] = await clients(1);
    if (!client) throw new Error("no such person");
    const { userId, accessToken } = client;
    await Promise.all([raise(userId), grantRole(system(), { userId, role: "USER" })]);
    const [user] = await systemContext("test").db.select().from(users).where(eq(users.id, userId));
    expect(await nextRequest({ accessToken })).toBe(user?.role);
  }
});

it("refuses an account that does not exist", async () => {
  expect(await reasonOf(raise(newId("user")))).toBe("not_found");
});
